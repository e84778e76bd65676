import type { Lang } from '@musubi/contracts';

/** What happened to a request, as the one who reads it sees it. */
export type RequestNews =
  | 'received'
  | 'countered'
  | 'half_time'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'emptied'
  | 'refilled'
  | 'phase_closed'
  | 'to_plan';

/** Each is told with whom, and whether one time was proposed or several. */
export interface RequestWords {
  subject: (partner: string, one: boolean) => string;
  paragraphs: (partner: string, one: boolean) => string[];
  link: string;
}

const english: Record<RequestNews, RequestWords> = {
  received: {
    subject: (partner) => `${partner} asks to meet you`,
    paragraphs: (partner, one) => [
      `${partner} would like to meet you and proposes the ${one ? 'time' : 'times'} below.`,
    ],
    link: 'Read and answer',
  },
  countered: {
    subject: (partner, one) => `${partner} proposes ${one ? 'another time' : 'other times'}`,
    paragraphs: (partner, one) => [
      `${partner} would like to meet you at another time and proposes ${one ? 'the one' : 'those'} below.`,
    ],
    link: 'Read and answer',
  },
  half_time: {
    subject: (partner) => `${partner} is waiting for your answer`,
    paragraphs: (partner) => [
      `${partner} would like to meet you and has not heard from you yet. Half of the time for an answer is over; without one the request ends by itself, which nobody takes for a no.`,
    ],
    link: 'Read and answer',
  },
  declined: {
    subject: (partner) => `${partner} cannot meet you this time`,
    paragraphs: (partner, one) => [
      `${partner} has declined the meeting. The ${one ? 'time you proposed is' : 'times you proposed are'} free again.`,
    ],
    link: 'See other people you could meet',
  },
  withdrawn: {
    subject: (partner) => `${partner} has withdrawn a meeting request`,
    paragraphs: (partner) => [`${partner} has withdrawn the request to meet. There is nothing for you to do.`],
    link: 'Open your meetings',
  },
  expired: {
    subject: (partner) => `No answer in time: the request between you and ${partner} has ended`,
    paragraphs: (_, one) => [
      `The time for an answer has passed, so the request has ended and the proposed ${one ? 'time is' : 'times are'} free again. Either of you may ask again.`,
    ],
    link: 'Open your meetings',
  },
  emptied: {
    subject: (partner) => `Another time is needed to meet ${partner}`,
    paragraphs: (partner, one) => [
      one
        ? `The time proposed for your meeting with ${partner} has been taken. The request stays open: please propose another.`
        : `All times proposed for your meeting with ${partner} have been taken. The request stays open: please propose others.`,
    ],
    link: 'Propose another time',
  },
  refilled: {
    subject: (partner) => `A time to meet ${partner} is free again`,
    paragraphs: (partner) => [
      `A time proposed for your meeting with ${partner} had been taken, and is free again. The request is open as it was.`,
    ],
    link: 'Open the request',
  },
  phase_closed: {
    subject: (partner) => `The request between you and ${partner} has ended with its booking period`,
    paragraphs: () => [
      'The period for requests is over, so every request that was still open has ended. Nobody has said no. The page of your meetings says when booking opens again.',
    ],
    link: 'Open your meetings',
  },
  to_plan: {
    subject: (partner) => `The request between you and ${partner} goes to the organisers’ plan`,
    paragraphs: () => [
      'The period for requests is over. The organisers now plan the meetings, and your request is among the wishes they plan with. You will hear from us when the plan is there; there is nothing for you to do.',
    ],
    link: 'Open your meetings',
  },
};

const answer = (one: boolean): string =>
  one
    ? '候補の日時をご確認のうえ、ご回答をお願いいたします。'
    : 'ご都合のよい日時をお選びのうえ、ご回答をお願いいたします。';

const japanese: Record<RequestNews, RequestWords> = {
  received: {
    subject: (partner) => `【面談のお申込み】${partner}より`,
    paragraphs: (partner, one) => [`${partner}より、面談のお申込みが届いております。${answer(one)}`],
    link: '内容を確認して回答する',
  },
  countered: {
    subject: (partner) => `【日程のご提案】${partner}より`,
    paragraphs: (partner, one) => [`${partner}より、別の日時のご提案が届いております。${answer(one)}`],
    link: '内容を確認して回答する',
  },
  half_time: {
    subject: (partner) => `【ご回答のお願い】${partner}からの面談のお申込み`,
    paragraphs: (partner) => [
      `${partner}からの面談のお申込みに、まだご回答をいただいておりません。回答期間の半分が過ぎましたので、お知らせいたします。期限までにご回答がない場合、お申込みは自動的に終了します（お断りになったものとは扱われません）。`,
    ],
    link: '内容を確認して回答する',
  },
  declined: {
    subject: (partner) => `面談のお申込みについて：${partner}`,
    paragraphs: (partner) => [
      `誠に恐れ入りますが、${partner}のご都合により、今回の面談は見送りとなりました。ご提案いただいた日時は空きに戻りました。`,
    ],
    link: 'ほかの連携先候補を見る',
  },
  withdrawn: {
    subject: (partner) => `【お申込みの取り下げ】${partner}より`,
    paragraphs: (partner) => [`${partner}が面談のお申込みを取り下げられました。お手続きは必要ございません。`],
    link: '面談の一覧を開く',
  },
  expired: {
    subject: (partner) => `面談のお申込みの回答期限が過ぎました：${partner}`,
    paragraphs: () => [
      '回答期限が過ぎたため、このお申込みは終了いたしました。候補の日時は空きに戻りました。改めてお申込みいただくことも可能です。',
    ],
    link: '面談の一覧を開く',
  },
  emptied: {
    subject: (partner) => `【日程の再提案のお願い】${partner}との面談`,
    paragraphs: (partner, one) => [
      `${partner}との面談の候補日時が${one ? '' : '、すべて'}埋まりました。お申込みは有効ですので、別の日時をご提案ください。`,
    ],
    link: '別の日時を提案する',
  },
  refilled: {
    subject: (partner) => `【空きのお知らせ】${partner}との面談`,
    paragraphs: (partner, one) => [
      `${partner}との面談の${one ? '埋まっていた候補日時に' : '候補日時のうち、埋まっていた日時に'}空きが出ました。お申込みは引き続き有効です。`,
    ],
    link: 'お申込みの内容を開く',
  },
  phase_closed: {
    subject: (partner) => `面談のお申込みの受付期間が終了しました：${partner}`,
    paragraphs: () => [
      '受付期間の終了に伴い、回答前のお申込みはすべて終了いたしました。お相手が辞退されたものではございません。次の受付開始日時は、面談の一覧ページでご確認いただけます。',
    ],
    link: '面談の一覧を開く',
  },
  to_plan: {
    subject: (partner) => `お申込みを主催者の日程調整に引き継ぎました：${partner}`,
    paragraphs: () => [
      '受付期間が終了いたしました。お申込みは面談のご希望として、主催者による日程調整に引き継がれます。日程が決まりましたら改めてご連絡いたします。お手続きは必要ございません。',
    ],
    link: '面談の一覧を開く',
  },
};

/** What a letter about a request for a meeting says. */
export const requestWords: Record<Lang, Record<RequestNews, RequestWords>> = { en: english, ja: japanese };
