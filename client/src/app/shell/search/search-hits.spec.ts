import { describe, expect, it } from '@jest/globals';
import type { MeetingId, SearchAnswer, SessionId } from '@musubi/contracts';
import { aiko } from '../../../testing/meeting-fixtures';
import { searchGroups } from './search-hits';

const answer: SearchAnswer = {
  sessions: [
    {
      sessionId: 's1' as SessionId,
      title: { en: 'Ports', ja: null, original: 'en' },
      startsAt: '2027-01-26T08:00:00Z',
    },
  ],
  people: [aiko],
  organisations: [aiko.organisation],
  meetings: [{ meetingId: 'm1' as MeetingId, partner: aiko, startsAt: '2027-01-26T08:25:00Z', state: 'confirmed' }],
  meant: [],
};
const read = (lang: 'en' | 'ja', matchmaking = true) =>
  searchGroups(
    answer,
    { slug: 'conference', matchmaking },
    { lang, text: ({ en, ja }) => en ?? ja ?? '', textLang: () => 'en', when: (at) => at.slice(11, 16) },
  ).map(({ kind, hits }) => {
    const [{ text, more, link, query, fragment }] = hits as [(typeof hits)[0]];
    return [kind, text, more, link.replace('/app/events/conference', ''), query['q'], fragment];
  });

describe('what a search found', () => {
  it('stands by kind, in the reader’s language, each with its page', () => {
    const { participantId, organisation } = aiko;
    expect(read('en')).toEqual([
      ['sessions', 'Ports', '08:00', '/programme', undefined, 'session-s1'],
      ['meetings', 'Aiko Tanaka', '08:25', '/meetings/m1', undefined, undefined],
      ['people', 'Aiko Tanaka', organisation.nameLatin, `/matchmaking/${participantId}/request`, undefined, undefined],
      ['organisations', organisation.nameLatin, '', '/matchmaking', organisation.nameLatin, undefined],
    ]);
    expect(read('ja')[2]![1]).toBe('田中 愛子様');
  });

  it('leads to people only where people meet', () => {
    expect(read('en', false).map(([kind]) => kind)).toEqual(['sessions']);
  });
});
