/** What a meeting of the organisers' plan is about where nobody wrote it: in both languages, since it is read in both. */
export const plannedReason =
  'Arranged by the organisers from the participants’ wishes／参加者の面談希望をもとに、主催者が設定した面談です';
