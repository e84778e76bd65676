/** What a meeting in a time that came free is about: in both languages, since it is read in both. */
export const gapReason = 'This time came free, and we both wished to meet／空いた時間での、双方が希望した面談です';
