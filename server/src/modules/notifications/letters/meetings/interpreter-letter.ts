import type { Lang, LanguagePair, ParticipantCard } from '@musubi/contracts';
import { formatRangeInZones } from '@musubi/time';
import type { Letter } from '../../../../platform/index.js';
import { type Addressee, greetingOf, peopleOf } from '../../addressee.js';
import { pairIn } from '../language-pair.js';

export interface InterpreterStory {
  news: 'assigned' | 'released';
  to: Addressee;
  people: readonly ParticipantCard[];
  startsAt: Date;
  endsAt: Date;
  /** Of the event. */
  zone: string;
  reason: string;
  languages: LanguagePair | null;
  url: string;
}

const words: Record<Lang, Record<InterpreterStory['news'], { subject: string; paragraphs: string[]; link: string }>> = {
  en: {
    assigned: {
      subject: 'You interpret a meeting',
      paragraphs: [
        'You interpret the meeting below; the calendar entry is attached. The room opens ten minutes before.',
        'If you have an entry of this meeting already, this one takes its place: the time may be another.',
      ],
      link: 'Open my assignments',
    },
    released: {
      subject: 'You no longer interpret a meeting',
      paragraphs: [
        'The meeting below does not need you any more, and your time is free again. This mail takes the entry out of your calendar.',
      ],
      link: 'Open my assignments',
    },
  },
  ja: {
    assigned: {
      subject: '【通訳のご担当】面談の通訳をお願いいたします',
      paragraphs: [
        '下記の面談の通訳をご担当いただきます。予定データを添付しております。面談ルームには、開始10分前からご入室いただけます。',
        '同じ面談の予定を以前にお送りしている場合は、添付の予定データに置き換わります。日時が変わっていることがありますので、ご確認ください。',
      ],
      link: '担当一覧を開く',
    },
    released: {
      subject: '【通訳のご担当の取消し】',
      paragraphs: [
        '下記の面談の通訳は、ご担当いただかないことになりました。この時間は空きに戻りました。本メールにより、カレンダーの予定も取り消されます。',
      ],
      link: '担当一覧を開く',
    },
  },
};

const labels: Record<Lang, Record<'when' | 'languages' | 'people' | 'about', string>> = {
  en: { when: 'When', languages: 'Languages', people: 'People', about: 'About' },
  ja: { when: '日時', languages: '言語', people: '参加者', about: '面談の目的' },
};

/** The letter to an interpreter, with the time on their own wall and the event's. */
export function interpreterLetter(story: InterpreterStory): Letter {
  const { news, to, people, startsAt, endsAt, zone, reason, languages, url } = story;
  const { lang } = to;
  const label = labels[lang];
  const { subject, paragraphs, link } = words[lang][news];
  const during = { start: startsAt.toTemporalInstant(), end: endsAt.toTemporalInstant() };
  return {
    lang,
    subject,
    greeting: greetingOf(to),
    paragraphs,
    details: [
      [label.when, formatRangeInZones(during, [to.zone, zone], lang)],
      ...(languages ? [[label.languages, pairIn(lang, languages)] as const] : []),
      [label.people, peopleOf(people, lang)],
      [label.about, reason],
    ],
    link: { label: link, url },
    closing: [],
  };
}
