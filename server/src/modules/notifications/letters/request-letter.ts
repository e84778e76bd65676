import type { DeclineReason, Lang, ParticipantCard } from '@musubi/contracts';
import { formatInZones, formatRangeInZones } from '@musubi/time';
import type { Letter } from '../../../platform/index.js';
import { type Addressee, fullName, greetingOf, organisationName } from '../addressee.js';

/** What happened to a request, as the one who reads it sees it. */
export type RequestNews = 'received' | 'countered' | 'declined' | 'withdrawn' | 'expired' | 'emptied';

export interface RequestStory {
  news: RequestNews;
  to: Addressee;
  partner: ParticipantCard;
  reason: string;
  note: string | null;
  declinedBecause: DeclineReason | null;
  slots: readonly { startsAt: Date; endsAt: Date }[];
  answerBy: Date;
  url: string;
}

interface Words {
  subject: (partner: string) => string;
  paragraphs: (partner: string) => string[];
  link: string;
}

const english: Record<RequestNews, Words> = {
  received: {
    subject: (partner) => `${partner} asks to meet you`,
    paragraphs: (partner) => [`${partner} would like to meet you and proposes the times below.`],
    link: 'Read and answer',
  },
  countered: {
    subject: (partner) => `${partner} proposes other times`,
    paragraphs: (partner) => [`${partner} would like to meet you at another time and proposes those below.`],
    link: 'Read and answer',
  },
  declined: {
    subject: (partner) => `${partner} cannot meet you this time`,
    paragraphs: (partner) => [`${partner} has declined the meeting. The times you proposed are free again.`],
    link: 'See other people you could meet',
  },
  withdrawn: {
    subject: (partner) => `${partner} has withdrawn a meeting request`,
    paragraphs: (partner) => [`${partner} has withdrawn the request to meet. There is nothing for you to do.`],
    link: 'Open your meetings',
  },
  expired: {
    subject: (partner) => `The request between you and ${partner} has ended`,
    paragraphs: () => [
      'The time for an answer has passed, and the proposed times are free again. Nobody is to blame, and either of you may ask again.',
    ],
    link: 'Open your meetings',
  },
  emptied: {
    subject: (partner) => `New times are needed to meet ${partner}`,
    paragraphs: (partner) => [
      `All times proposed for your meeting with ${partner} have been taken. The request stays open: please propose others.`,
    ],
    link: 'Propose other times',
  },
};

const japanese: Record<RequestNews, Words> = {
  received: {
    subject: (partner) => `【面談のお申し込み】${partner}より`,
    paragraphs: (partner) => [
      `${partner}より、面談のお申し込みが届いております。ご都合のよい日時をお選びのうえ、ご回答をお願いいたします。`,
    ],
    link: '内容を確認して回答する',
  },
  countered: {
    subject: (partner) => `【日程のご提案】${partner}より`,
    paragraphs: (partner) => [`${partner}より、別の日時のご提案が届いております。ご都合をお聞かせください。`],
    link: '内容を確認して回答する',
  },
  declined: {
    subject: (partner) => `面談のお申し込みについて：${partner}`,
    paragraphs: (partner) => [
      `誠に恐れ入りますが、${partner}のご都合により、今回の面談は見送りとなりました。ご提案いただいた日時は、再びお使いいただけます。`,
    ],
    link: 'ほかの連携先候補を見る',
  },
  withdrawn: {
    subject: (partner) => `【お申し込みの取り下げ】${partner}より`,
    paragraphs: (partner) => [`${partner}が面談のお申し込みを取り下げられました。お手続きは必要ございません。`],
    link: '面談の一覧を開く',
  },
  expired: {
    subject: (partner) => `面談のお申し込みの回答期限が過ぎました：${partner}`,
    paragraphs: () => [
      '回答期限が過ぎたため、このお申し込みは終了いたしました。候補の日時は再びお使いいただけます。改めてお申し込みいただくことも可能です。',
    ],
    link: '面談の一覧を開く',
  },
  emptied: {
    subject: (partner) => `【日程の再提案のお願い】${partner}との面談`,
    paragraphs: (partner) => [
      `${partner}との面談の候補日時が、すべて埋まりました。お申し込みは有効ですので、別の日時をご提案ください。`,
    ],
    link: '別の日時を提案する',
  },
};

const words: Record<Lang, Record<RequestNews, Words>> = { en: english, ja: japanese };

const labels = {
  en: {
    who: 'With',
    organisation: 'Organisation',
    about: 'About',
    said: 'Message',
    times: 'Proposed',
    by: 'Answer by',
    why: 'Reason',
  },
  ja: {
    who: 'お相手',
    organisation: '所属機関',
    about: '面談の目的',
    said: 'メッセージ',
    times: '候補日時',
    by: '回答期限',
    why: '理由',
  },
} as const satisfies Record<Lang, Record<string, string>>;

const reasons: Record<Lang, Record<DeclineReason, string>> = {
  en: {
    'no-time': 'No free time at this event',
    'not-our-field': 'Not our field',
    'other-contact': 'Somebody else in our organisation is the better contact',
    'already-in-touch': 'We are in touch already',
    other: 'Another reason',
  },
  ja: {
    'no-time': '会期中のご都合がつかないため',
    'not-our-field': '取り扱い分野が異なるため',
    'other-contact': '所属機関内の別の担当者が適任のため',
    'already-in-touch': '既に連絡を取り合っているため',
    other: 'その他の事情のため',
  },
};

const closing: Record<Lang, string> = {
  en: 'The link leads to a page with buttons; opening it answers nothing yet.',
  ja: 'リンク先のページでボタンを押すまで、回答は送信されません。',
};

/** The letter about a meeting request. Every time stands in both people's zones. */
export function requestLetter(story: RequestStory): Letter {
  const { to, partner, news, url } = story;
  const { lang } = to;
  const name = fullName(partner.name, lang);
  const { subject, paragraphs, link } = words[lang][news];
  return {
    lang,
    subject: subject(name),
    greeting: greetingOf(to),
    paragraphs: paragraphs(name),
    details: detailsOf(story),
    link: { label: link, url },
    closing: [closing[lang]],
  };
}

function detailsOf({
  news,
  to,
  partner,
  reason,
  note,
  declinedBecause,
  slots,
  answerBy,
}: RequestStory): [string, string][] {
  const { lang } = to;
  const label = labels[lang];
  const zones = [to.zone, partner.zone];
  const asks = news === 'received' || news === 'countered';
  const details: [string, string][] = [
    [label.who, fullName(partner.name, lang)],
    [label.organisation, organisationName(partner.organisation, lang)],
    [label.about, reason],
  ];
  if (declinedBecause) details.push([label.why, reasons[lang][declinedBecause]]);
  if (note) details.push([label.said, note]);
  if (asks) {
    const times = slots.map(({ startsAt, endsAt }) =>
      formatRangeInZones({ start: startsAt.toTemporalInstant(), end: endsAt.toTemporalInstant() }, zones, lang),
    );
    details.push([label.times, times.join('\n')]);
  }
  if (asks || news === 'emptied') details.push([label.by, formatInZones(answerBy.toTemporalInstant(), zones, lang)]);
  return details;
}
