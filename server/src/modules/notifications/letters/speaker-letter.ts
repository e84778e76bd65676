import type { BilingualText, Lang, ReleaseSummary, SessionView } from '@musubi/contracts';
import { formatInZones, formatRangeInZones } from '@musubi/time';
import type { Letter } from '../../../platform/index.js';
import { type Addressee, greetingOf } from '../addressee.js';

export interface SpokenSession {
  session: SessionView;
  /** What a release changed of it; empty where one has just become its speaker. */
  changes: ReleaseSummary['changes'];
  /** One no longer speaks in it. */
  left: boolean;
}

export interface SpeakerStory {
  news: 'linked' | 'unlinked' | 'changed';
  to: Addressee;
  event: { title: BilingualText; zone: string };
  sessions: readonly SpokenSession[];
  /** The entry of the one session is attached. */
  calendar: boolean;
  url: string;
}

const words = {
  en: {
    subject: {
      linked: (title: string) => `You speak at ${title}`,
      unlinked: (title: string) => `You are no longer named as a speaker: ${title}`,
      changed: (title: string) => `Your sessions at ${title} have changed`,
    },
    paragraphs: {
      linked: [
        'The organisers have named you as a speaker. You can go backstage of the sessions below from thirty minutes before each.',
      ],
      unlinked: ['The organisers no longer name you as a speaker of the session below.'],
      changed: ['The organisers have published a new version of the programme. It changes the sessions below.'],
    },
    attached: 'The attached entry keeps your calendar right.',
    link: 'Open the programme',
    what: {
      added: 'New in the programme',
      moved: (was: string) => `Moved; before: ${was}`,
      placed: 'The room is new',
      changed: 'New description or speakers',
      cancelled: 'Cancelled',
      left: 'You are no longer named as its speaker',
    },
    closing: 'Sign in with this address. If something here is not right, please write to the organisers.',
  },
  ja: {
    subject: {
      linked: (title: string) => `【ご登壇のご案内】${title}`,
      unlinked: (title: string) => `【ご登壇登録の取消】${title}`,
      changed: (title: string) => `【ご登壇セッションの変更】${title}`,
    },
    paragraphs: {
      linked: [
        '主催者より、登壇者としてご登録いたしました。下記のセッションの控室には、開始30分前からご入室いただけます。',
      ],
      unlinked: ['主催者より、下記のセッションのご登壇者としての登録を取り消しいたしましたので、お知らせいたします。'],
      changed: ['プログラムの新しい版が公開され、ご登壇のセッションに変更がございました。下記をご確認ください。'],
    },
    attached: '添付の予定データにより、カレンダーの予定が更新されます。',
    link: 'プログラムを開く',
    what: {
      added: '新たに掲載',
      moved: (was: string) => `変更前：${was}`,
      placed: '会場が決まりました',
      changed: '内容または登壇者の変更',
      cancelled: '中止',
      left: '登壇者から外れました',
    },
    closing:
      'ログインには、本メールをお受け取りのメールアドレスをお使いください。内容に誤りがある場合は、主催者までご連絡ください。',
  },
} as const satisfies Record<Lang, unknown>;

/** The letter to a speaker about their own sessions, with each time in their zone and the event's. */
export function speakerLetter({ news, to, event, sessions, calendar, url }: SpeakerStory): Letter {
  const { lang } = to;
  const said = words[lang];
  const title = textOf(event.title, lang);
  return {
    lang,
    subject: said.subject[news](title),
    greeting: greetingOf(to),
    paragraphs: [...said.paragraphs[news], ...(calendar ? [said.attached] : [])],
    details: sessions.map((spoken) => [
      textOf(spoken.session.title, lang),
      [
        when(spoken.session, [to.zone, event.zone], lang),
        spoken.session.state === 'cancelled' ? null : spoken.session.room,
        ...changesOf(spoken, [to.zone, event.zone], lang),
      ]
        .filter(Boolean)
        .join('\n'),
    ]),
    link: { label: said.link, url },
    closing: [said.closing],
  };
}

function changesOf({ changes, left }: SpokenSession, zones: readonly string[], lang: Lang): string[] {
  const { what } = words[lang];
  if (left) return [what.left];
  return changes.map(({ kind, was }) => {
    if (kind !== 'moved') return what[kind];
    if (was === null) return what.placed;
    return what.moved(/^\d{4}-\d\d-\d\dT/.test(was) ? formatInZones(Temporal.Instant.from(was), zones, lang) : was);
  });
}

function when({ startsAt, endsAt }: SessionView, zones: readonly string[], lang: Lang): string {
  return formatRangeInZones(
    { start: Temporal.Instant.from(startsAt), end: Temporal.Instant.from(endsAt) },
    zones,
    lang,
  );
}

function textOf(text: BilingualText, lang: Lang): string {
  return text[lang] ?? text[text.original] ?? '';
}
