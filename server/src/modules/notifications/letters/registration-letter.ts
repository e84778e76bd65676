import { formatInZones, formatRangeInZones } from '@musubi/time';
import type { BilingualText, Lang } from '@musubi/contracts';
import type { Letter } from '../../../platform/index.js';
import { type Addressee, greetingOf } from '../addressee.js';

/** What became of a registration, as far as the person is told by mail. */
export type RegistrationNews = 'completed' | 'promoted' | 'waitlisted' | 'pending' | 'rejected' | 'withdrawn';

export interface RegistrationStory {
  news: RegistrationNews;
  to: Addressee;
  event: { title: BilingualText; zone: string; startsAt: Date; endsAt: Date };
  /** From 1, where one waits. */
  position: number | null;
  /** What the organisers said. */
  rejectedBecause: string | null;
  /** An entry is attached: of the place, or what takes it back. */
  calendar: boolean;
  /** The event's page for participants, or its public page. */
  url: string;
}

interface Words {
  subject: (title: string) => string;
  paragraphs: (story: RegistrationStory) => string[];
  link: string;
}

const english: Record<RegistrationNews, Words> = {
  completed: {
    subject: (title) => `You are registered: ${title}`,
    paragraphs: () => [
      'Thank you for registering. Your place is confirmed; the calendar entry is attached.',
      'On the event’s page you can set who may see you, publish what you offer and look for, and choose sessions.',
    ],
    link: 'Open the event',
  },
  promoted: {
    subject: (title) => `A place has become free: ${title}`,
    paragraphs: () => [
      'A place has become free, and it is yours: you are registered. The calendar entry is attached.',
      'If you can no longer come, please withdraw on the event’s page, so that the next person moves up.',
    ],
    link: 'Open the event',
  },
  waitlisted: {
    subject: (title) => `You are on the waiting list: ${title}`,
    paragraphs: ({ position }) => [
      `All places are taken at the moment. You are number ${position ?? '–'} on the waiting list.`,
      'When a place becomes free you move up by yourself, and we write to you. You can leave the list at any time.',
    ],
    link: 'Open the event',
  },
  pending: {
    subject: (title) => `We have received your registration: ${title}`,
    paragraphs: () => [
      'The organisers look at each registration for this event. We write to you as soon as they have decided.',
    ],
    link: 'Open the event',
  },
  rejected: {
    subject: (title) => `About your registration: ${title}`,
    paragraphs: ({ rejectedBecause, calendar }) => [
      'The organisers could not accept your registration this time.',
      ...(calendar ? ['With this mail the entry in your calendar is cancelled.'] : []),
      ...(rejectedBecause ? [`What they say: ${rejectedBecause}`] : []),
    ],
    link: 'Open the event',
  },
  withdrawn: {
    subject: (title) => `You have withdrawn: ${title}`,
    paragraphs: ({ calendar }) => [
      'Your registration has been withdrawn.',
      ...(calendar ? ['With this mail the entry in your calendar is cancelled.'] : []),
      'You can register again while registration is open.',
    ],
    link: 'Open the event',
  },
};

const japanese: Record<RegistrationNews, Words> = {
  completed: {
    subject: (title) => `【参加登録完了】${title}`,
    paragraphs: () => [
      '参加登録のお申込みをいただき、ありがとうございます。登録が完了しましたのでお知らせいたします。予定データを添付しております。',
      'イベントのページでは、参加者名簿への掲載の設定、提供・募集の内容の登録、セッションの選択をしていただけます。',
    ],
    link: 'イベントのページを開く',
  },
  promoted: {
    subject: (title) => `【参加登録完了】空席が出ました：${title}`,
    paragraphs: () => [
      '空席が出ましたので、参加登録が完了いたしました。予定データを添付しております。',
      'ご都合がつかなくなった場合は、お待ちの方のために、イベントのページで参加をお取り消しくださいますようお願いいたします。',
    ],
    link: 'イベントのページを開く',
  },
  waitlisted: {
    subject: (title) => `【キャンセル待ち】${title}`,
    paragraphs: ({ position }) => [
      `現在、定員に達しております。キャンセル待ちの${position ?? '–'}番目としてお申込みを承りました。`,
      '空席が出ましたら自動的に参加登録となり、メールでお知らせいたします。キャンセル待ちはいつでもお取り消しいただけます。',
    ],
    link: 'イベントのページを開く',
  },
  pending: {
    subject: (title) => `【受付】参加登録のお申込みを承りました：${title}`,
    paragraphs: () => [
      '本イベントでは、主催者がお申込みを確認しております。結果が決まり次第、メールでお知らせいたします。',
    ],
    link: 'イベントのページを開く',
  },
  rejected: {
    subject: (title) => `参加登録のお申込みについて：${title}`,
    paragraphs: ({ rejectedBecause, calendar }) => [
      '誠に恐れ入りますが、このたびの参加登録は見送らせていただくこととなりました。',
      ...(calendar ? ['本メールにより、カレンダーの予定も取り消されます。'] : []),
      ...(rejectedBecause ? [`主催者より：${rejectedBecause}`] : []),
    ],
    link: 'イベントのページを開く',
  },
  withdrawn: {
    subject: (title) => `【参加取消】${title}`,
    paragraphs: ({ calendar }) => [
      '参加登録のお取り消しを承りました。',
      ...(calendar ? ['本メールにより、カレンダーの予定も取り消されます。'] : []),
      '登録の受付期間中は、改めてお申込みいただけます。',
    ],
    link: 'イベントのページを開く',
  },
};

const words: Record<Lang, Record<RegistrationNews, Words>> = { en: english, ja: japanese };
const when: Record<Lang, string> = { en: 'When', ja: '日時' };
const why: Record<Lang, string> = {
  en: 'You get this mail because you registered for this event with this address.',
  ja: '本メールは、このメールアドレスで本イベントにお申込みいただいた方にお送りしています。',
};

/** The letter about a registration, in the person's language, with the event's time on the clocks of both sides, their own first. */
export function registrationLetter(story: RegistrationStory): Letter {
  const { to, event, news, url } = story;
  const { lang } = to;
  const { subject, paragraphs, link } = words[lang][news];
  const title = event.title[lang] ?? event.title[event.title.original] ?? '';
  return {
    lang,
    subject: subject(title),
    greeting: greetingOf(to),
    paragraphs: paragraphs(story),
    details: [
      [lang === 'ja' ? 'イベント' : 'Event', title],
      [when[lang], eventTimes(event, to)],
    ],
    link: { label: link, url },
    closing: [why[lang]],
  };
}

/** Where the two sides look at the clock; one that reads the same as another is written once. */
const sides = ['Europe/Brussels', 'Asia/Tokyo'];

function eventTimes({ startsAt, endsAt, zone }: RegistrationStory['event'], to: Addressee): string {
  const [start, end] = [startsAt.toTemporalInstant(), endsAt.toTemporalInstant()];
  const zones = [to.zone, zone, ...sides];
  const sameDay = endsAt.getTime() - startsAt.getTime() < 24 * 3_600_000;
  if (sameDay) return formatRangeInZones({ start, end }, zones, to.lang);
  const [from, until] = [start, end].map((instant) => formatInZones(instant, zones, to.lang));
  return to.lang === 'ja' ? `${from} から\n${until} まで` : `${from}\nto ${until}`;
}
