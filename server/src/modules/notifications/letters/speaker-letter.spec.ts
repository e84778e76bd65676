import { describe, expect, it } from '@jest/globals';
import type { SessionId, SessionView } from '@musubi/contracts';
import type { Addressee } from '../addressee.js';
import { speakerLetter, type SpokenSession } from './speaker-letter.js';

const person = (lang: 'en' | 'ja', zone: string): Addressee => ({ address: 'a@example.org', name: null, lang, zone });
const session = (more: Partial<SessionView> = {}): SessionView => ({
  sessionId: 'one' as SessionId,
  eventId: 'event' as never,
  kind: 'talk',
  state: 'scheduled',
  title: { en: 'Hydrogen ports', ja: '水素港湾', original: 'en' },
  subtitle: null,
  abstract: null,
  startsAt: '2027-01-27T07:00:00.000Z',
  endsAt: '2027-01-27T08:00:00.000Z',
  room: 'Main stage',
  roomLocal: null,
  track: null,
  trackLocal: null,
  languages: ['en'],
  interpreted: true,
  speakers: [],
  online: true,
  ...more,
});
const spoken = (more: Partial<SpokenSession> = {}): SpokenSession => ({
  session: session(),
  changes: [],
  left: false,
  ...more,
});
const change = (kind: SpokenSession['changes'][number]['kind'], was: string | null, now: string | null) => ({
  kind,
  sessionId: 'one' as SessionId,
  title: session().title,
  was,
  now,
});
const story = {
  news: 'changed',
  event: { title: { en: 'Conference', ja: '年次会議', original: 'en' }, zone: 'Asia/Tokyo' },
  calendar: false,
  url: 'https://musubi.example/app/events/conference/programme',
} as const;

describe('speakerLetter', () => {
  it('says what changed of each session, in the language and the zone of who speaks', () => {
    const sessions = [
      spoken({
        changes: [
          change('moved', '2027-01-27T06:30:00.000Z', '2027-01-27T07:00:00.000Z'),
          change('moved', 'Hall', 'Main stage'),
        ],
      }),
      spoken({ session: session({ state: 'cancelled' }), changes: [change('cancelled', 'x', null)] }),
      spoken({ left: true, changes: [change('changed', null, null)] }),
    ];
    const english = speakerLetter({ ...story, to: person('en', 'Europe/Berlin'), sessions });
    expect(english.subject).toBe('Your sessions at Conference have changed');
    expect(english.details).toEqual([
      [
        'Hydrogen ports',
        [
          'Wed 27 Jan 2027, 08:00–09:00 CET · 16:00–17:00 JST',
          'Main stage',
          'Moved; before: Wed 27 Jan 2027, 07:30 CET · 15:30 JST',
          'Moved; before: Hall',
        ].join('\n'),
      ],
      ['Hydrogen ports', 'Wed 27 Jan 2027, 08:00–09:00 CET · 16:00–17:00 JST\nCancelled'],
      [
        'Hydrogen ports',
        'Wed 27 Jan 2027, 08:00–09:00 CET · 16:00–17:00 JST\nMain stage\nYou are no longer named as its speaker',
      ],
    ]);
    const japanese = speakerLetter({ ...story, to: person('ja', 'Asia/Tokyo'), sessions: sessions.slice(0, 1) });
    expect(japanese.subject).toBe('【ご登壇セッションの変更】年次会議');
    expect(japanese.details).toEqual([
      [
        '水素港湾',
        [
          '2027年1月27日（水）16:00〜17:00 JST',
          'Main stage',
          '変更前：2027年1月27日（水）15:30 JST',
          '変更前：Hall',
        ].join('\n'),
      ],
    ]);
  });

  it('speaks of the attached entry only where there is one', () => {
    const to = person('en', 'Europe/Berlin');
    const paragraphs = (calendar: boolean) =>
      speakerLetter({ ...story, to, calendar, sessions: [spoken()] }).paragraphs;
    expect(paragraphs(true)).toEqual([...paragraphs(false), 'The attached entry keeps your calendar right.']);
  });
});
