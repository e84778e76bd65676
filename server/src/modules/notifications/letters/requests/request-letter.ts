import type { DeclineReason, Lang, LanguagePair, ParticipantCard, PersonName } from '@musubi/contracts';
import { formatInZones, formatRangeInZones } from '@musubi/time';
import type { Letter } from '../../../../platform/index.js';
import { type Addressee, fullName, greetingOf, inPlaceOf, organisationName } from '../../addressee.js';
import { pairIn } from '../language-pair.js';
import { type RequestNews, requestWords } from './request-words.js';
import { rescheduleWords } from './reschedule-words.js';

export interface RequestStory {
  news: RequestNews;
  to: Addressee;
  partner: ParticipantCard;
  reason: string;
  /** Between which languages an interpreter is asked for. */
  interpretation: LanguagePair | null;
  note: string | null;
  declinedBecause: DeclineReason | null;
  slots: readonly { startsAt: Date; endsAt: Date }[];
  answerBy: Date;
  /** When the meeting stands that the request wants to move; null where it asks for a new one. */
  movesFrom: { startsAt: Date; endsAt: Date } | null;
  url: string;
  /** Who did it, where somebody acted for another. */
  voice: { by: PersonName; for: PersonName } | null;
}

const labels = {
  en: {
    who: 'With',
    organisation: 'Organisation',
    about: 'About',
    interpreter: 'Interpreter',
    said: 'Message',
    stands: 'The meeting now',
    times: 'Proposed',
    by: 'Answer by',
    voice: 'Sent by',
    why: 'Reason',
  },
  ja: {
    who: 'お相手',
    organisation: '所属機関',
    about: '面談の目的',
    interpreter: '通訳',
    said: 'メッセージ',
    stands: '現在の日時',
    times: '候補日時',
    by: '回答期限',
    voice: 'ご連絡者',
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
  const { to, partner, news, slots, url } = story;
  const { lang } = to;
  const name = fullName(partner.name, lang);
  const words = (story.movesFrom && rescheduleWords[lang][news]) ?? requestWords[lang][news];
  const { subject, paragraphs, link } = words;
  const one = slots.length === 1;
  return {
    lang,
    subject: subject(name, one),
    greeting: greetingOf(to),
    paragraphs: paragraphs(name, one),
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
  interpretation,
  note,
  declinedBecause,
  slots,
  answerBy,
  movesFrom,
  voice,
}: RequestStory): [string, string][] {
  const { lang } = to;
  const label = labels[lang];
  const zones = [to.zone, partner.zone];
  const asks = news === 'received' || news === 'countered' || news === 'half_time';
  const details: [string, string][] = [
    [label.who, fullName(partner.name, lang)],
    [label.organisation, organisationName(partner.organisation, lang)],
    [label.about, reason],
  ];
  if (asks && interpretation) details.push([label.interpreter, pairIn(lang, interpretation)]);
  if (voice && news !== 'emptied' && news !== 'refilled')
    details.push([label.voice, inPlaceOf(fullName(voice.by, lang), fullName(voice.for, lang), lang)]);
  if (declinedBecause) details.push([label.why, reasons[lang][declinedBecause]]);
  if (note) details.push([label.said, note]);
  const onBothWalls = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
    formatRangeInZones({ start: startsAt.toTemporalInstant(), end: endsAt.toTemporalInstant() }, zones, lang);
  if (movesFrom) details.push([label.stands, onBothWalls(movesFrom)]);
  if (asks) details.push([label.times, slots.map(onBothWalls).join('\n')]);
  if (asks || news === 'emptied') details.push([label.by, formatInZones(answerBy.toTemporalInstant(), zones, lang)]);
  return details;
}
