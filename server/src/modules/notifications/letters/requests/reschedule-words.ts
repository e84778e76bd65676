import type { Lang } from '@musubi/contracts';
import type { RequestNews, RequestWords } from './request-words.js';

const english: Partial<Record<RequestNews, RequestWords>> = {
  received: {
    subject: (partner) => `${partner} asks to move your meeting`,
    paragraphs: (partner, one) => [
      `${partner} would like to meet you at another time and proposes ${one ? 'the one' : 'those'} below. Until you accept ${one ? 'it' : 'one'}, the meeting stays where it is.`,
    ],
    link: 'Read and answer',
  },
  countered: {
    subject: (partner, one) => `${partner} proposes ${one ? 'another time' : 'other times'} for your meeting`,
    paragraphs: (partner, one) => [
      `${partner} proposes the ${one ? 'time' : 'times'} below instead. Until ${one ? 'it' : 'one'} is accepted, the meeting stays where it is.`,
    ],
    link: 'Read and answer',
  },
  half_time: {
    subject: (partner) => `${partner} is waiting to hear whether your meeting can be moved`,
    paragraphs: (partner) => [
      `${partner} asked to meet you at another time and has not heard from you yet. Without an answer the meeting stays where it is.`,
    ],
    link: 'Read and answer',
  },
  declined: {
    subject: (partner) => `Your meeting with ${partner} stays where it is`,
    paragraphs: (partner) => [`${partner} cannot move the meeting. It takes place at the time that was agreed.`],
    link: 'Open your meetings',
  },
  withdrawn: {
    subject: (partner) => `Your meeting with ${partner} stays where it is`,
    paragraphs: (partner) => [
      `${partner} no longer asks to move the meeting. It takes place at the time that was agreed.`,
    ],
    link: 'Open your meetings',
  },
  expired: {
    subject: (partner) => `Your meeting with ${partner} stays where it is`,
    paragraphs: () => [
      'Nobody answered in time whether the meeting can be moved. It takes place at the time that was agreed.',
    ],
    link: 'Open your meetings',
  },
  emptied: {
    subject: (partner) => `Another time is needed to move your meeting with ${partner}`,
    paragraphs: (_, one) => [
      `${one ? 'The time proposed instead has been taken. Please propose another' : 'All times proposed instead have been taken. Please propose others'}, or leave the meeting where it is.`,
    ],
    link: 'Propose another time',
  },
  refilled: {
    subject: (partner) => `A time to move your meeting with ${partner} to is free again`,
    paragraphs: () => [
      'A time proposed instead had been taken, and is free again. Until it is accepted, the meeting stays where it is.',
    ],
    link: 'Open the request',
  },
};

const japanese: Partial<Record<RequestNews, RequestWords>> = {
  received: {
    subject: (partner) => `【面談日時の変更のご相談】${partner}より`,
    paragraphs: (partner) => [
      `${partner}より、確定済みの面談について、日時変更のご相談が届いております。ご承諾いただくまで、面談の日時は変わりません。`,
    ],
    link: '内容を確認して回答する',
  },
  countered: {
    subject: (partner) => `【変更日時の再提案】${partner}より`,
    paragraphs: (partner) => [
      `${partner}より、別の日時のご提案が届いております。どちらかが承諾されるまで、面談の日時は変わりません。`,
    ],
    link: '内容を確認して回答する',
  },
  half_time: {
    subject: (partner) => `【ご回答のお願い】${partner}との面談の日時変更`,
    paragraphs: (partner) => [
      `${partner}からの日時変更のご相談に、まだご回答をいただいておりません。ご回答がない場合、面談は当初の日時のまま行われます。`,
    ],
    link: '内容を確認して回答する',
  },
  declined: {
    subject: (partner) => `面談は予定どおりの日時で行われます：${partner}`,
    paragraphs: (partner) => [
      `誠に恐れ入りますが、${partner}のご都合により、日時の変更は見送りとなりました。面談は当初の日時に行われます。`,
    ],
    link: '面談の一覧を開く',
  },
  withdrawn: {
    subject: (partner) => `面談は予定どおりの日時で行われます：${partner}`,
    paragraphs: (partner) => [
      `${partner}が日時変更のご相談を取り下げられました。面談は当初の日時に行われます。お手続きは必要ございません。`,
    ],
    link: '面談の一覧を開く',
  },
  expired: {
    subject: (partner) => `面談は予定どおりの日時で行われます：${partner}`,
    paragraphs: () => ['日時変更のご相談は、回答期限が過ぎたため終了いたしました。面談は当初の日時に行われます。'],
    link: '面談の一覧を開く',
  },
  emptied: {
    subject: (partner) => `【変更日時の再提案のお願い】${partner}との面談`,
    paragraphs: (_, one) => [
      `ご提案いただいた変更後の日時が${one ? '' : '、すべて'}埋まりました。別の日時をご提案ください。ご提案がない場合、面談は当初の日時に行われます。`,
    ],
    link: '別の日時を提案する',
  },
  refilled: {
    subject: (partner) => `【空きのお知らせ】${partner}との面談の変更日時`,
    paragraphs: (_, one) => [
      `変更後の${one ? '埋まっていた候補日時に' : '候補日時のうち、埋まっていた日時に'}空きが出ました。変更が成立するまで、面談は当初の日時のままです。`,
    ],
    link: 'お申込みの内容を開く',
  },
};

/** What a letter about a request to move a meeting says. It does not end with a booking period. */
export const rescheduleWords: Record<Lang, Partial<Record<RequestNews, RequestWords>>> = { en: english, ja: japanese };
