import { describe, expect, it } from '@jest/globals';
import type { EventView, ReleaseSummary, SessionView } from '@musubi/contracts';
import { eventId } from '../../../../testing/meeting-fixtures';
import { conference, OpenedPage } from '../../../../testing/opened-page';
import { session } from '../../../../testing/session-fixtures';
import type { PublicProgrammePage } from './load-public-programme';
import { PublicProgramme } from './public-programme';

const event = { ...conference, state: 'published', lead: conference.title, organisedBy: [] } as unknown as EventView;
const talk = session('2027-01-26T15:30:00Z', {
  room: 'Main stage',
  roomLocal: 'メインステージ',
  track: 'Ports',
  abstract: { en: 'Who pays.', ja: null, original: 'en' },
  speakers: [
    {
      speakerId: 'aiko',
      name: 'Aiko Tanaka',
      nameLocal: '田中 愛子',
      biography: null,
      organisation: 'Osaka Bay',
      organisationLocal: '大阪湾岸',
    },
  ],
});
const off = session('2027-01-26T16:00:00Z', {
  state: 'cancelled',
  interpreted: false,
  title: { en: 'Rails', ja: null, original: 'en' },
});
const release = (number: number, changes: ReleaseSummary['changes']): ReleaseSummary => ({
  number,
  name: number === 2 ? 'After the call' : 'Release 1',
  publishedAt: '2027-01-11T10:00:00Z',
  changes,
});
const change = (kind: ReleaseSummary['changes'][number]['kind'], was: string | null, now: string | null) => ({
  kind,
  sessionId: talk.sessionId,
  title: talk.title,
  was,
  now,
});

const open = (sessions: SessionView[], lang: 'en' | 'ja' = 'en', more: Partial<PublicProgrammePage> = {}) => {
  const page: PublicProgrammePage = {
    event,
    programme: { eventId, release: sessions.length ? release(2, []) : null, sessions },
    releases: [],
    stages: [],
    ...more,
  };
  return OpenedPage.of(PublicProgramme, { lang, areas: ['public', 'programme'], inputs: { page } });
};

describe('the public programme', () => {
  it('tells of each session when, where, who and in which languages, and on which day it is over there', async () => {
    const page = await open([talk, off]);
    expect(page.texts('musubi-public-session')).toEqual([
      '16:30–16:45 00:30–00:45 JST Wed 27 Jan Opening 15 minutes · Main stage · Ports Aiko Tanaka 田中 愛子 Osaka Bay ' +
        'About this session Who pays. Interpreted, EN and JA',
      '17:00–17:15 01:00–01:15 JST Wed 27 Jan Rails 15 minutes Cancelled English',
    ]);
    expect([...page.element.querySelectorAll('musubi-public-session')].map(({ id }) => id)).toEqual([
      `session-${talk.sessionId}`,
      `session-${off.sessionId}`,
    ]);
  });

  it('names speakers as a Japanese reader does', async () => {
    const page = await open([talk], 'ja');
    expect(page.texts('.speakers li')).toEqual(['田中 愛子 大阪湾岸']);
  });

  it('names the room as a Japanese reader does, and the track as the file does where it says no more', async () => {
    const page = await open([talk], 'ja');
    expect(page.texts('.what > .meta')).toEqual(['15分 · メインステージ · Ports']);
  });

  it('tells what each release changed', async () => {
    const moved = change('moved', '2027-01-26T15:00:00.000Z', '2027-01-26T15:30:00.000Z');
    const releases = [
      release(2, [moved, change('moved', 'Hall', 'Main stage'), change('changed', 'Start', 'Opening')]),
      release(1, [change('added', null, '2027-01-26T15:00:00.000Z')]),
    ];
    const page = await open([talk], 'en', { releases });
    expect(page.texts('musubi-release-log section')).toEqual([
      'Release 2, “After the call” Mon 11 January 2027 ' +
        'Moved: Opening, from Tue 26 Jan, 16:00 CET · Wed 27 Jan, 00:00 JST to Tue 26 Jan, 16:30 CET · Wed 27 Jan, 00:30 JST ' +
        'Another room: Opening, Main stage instead of Hall New title: Opening, before Start',
      'Release 1 Mon 11 January 2027 First published, with one session.',
    ]);
  });

  it('says so before anything was published', async () => {
    expect((await open([])).texts('.empty')).toEqual(['The programme has not been published yet.']);
  });

  it('has its own words where it could not be read', async () => {
    const page = await open([], 'en', { programme: null });
    expect(page.texts('.empty')).toEqual(['The programme could not be read just now. Reload the page in a moment.']);
  });
});
