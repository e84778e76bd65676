import { describe, expect, it } from '@jest/globals';
import type { Lang, MeetingRequestView, MeetingView } from '@musubi/contracts';
import { eventId, meeting, request } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { MeetingPage } from './meeting';

/** The page that a letter's link leads to: nothing is answered before a button is pressed. */
const opened = async (
  { requests = [], meetings = [] }: { requests?: MeetingRequestView[]; meetings?: MeetingView[] },
  lang: Lang = 'en',
): Promise<OpenedPage<MeetingPage>> => {
  const page = await OpenedPage.of(MeetingPage, {
    areas: ['meetings', 'company', 'conversation', 'brief', 'block', 'record', 'files', 'cards'],
    inputs: { id: 'request' },
    lang,
  });
  await page.answer(`/events/${eventId}/meeting-requests`, requests);
  await page.answer(`/events/${eventId}/meetings`, meetings);
  return page;
};
const buttons = (page: OpenedPage<MeetingPage>): string[] => page.texts('musubi-entry-actions .btn');

describe('the link of a letter leads to a page with buttons', () => {
  it.each([
    ['en', 'Decline'],
    ['ja', '辞退する'],
  ] as const)('of a request that waits, in %s', async (lang, last) => {
    const page = await opened({ requests: [request()] }, lang);
    const shown = buttons(page);
    expect(shown).toHaveLength(3);
    expect(shown.at(-1)).toBe(last);
    expect(page.http.match(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('of a counter-proposal, to whoever asked first', async () => {
    const mine = request({ state: 'countered', mine: 'from', turn: 'from' });
    expect(buttons(await opened({ requests: [mine] }))).toHaveLength(3);
  });

  it('of another time for a meeting that stands, with the meeting it would move', async () => {
    const from = { startsAt: '2027-01-26T10:00:00Z', endsAt: '2027-01-26T10:20:00Z' };
    const move = request({ movesFrom: from, meetingId: 'meeting' as never });
    const page = await opened({ requests: [move], meetings: [meeting({ requestId: 'first' as never })] });
    expect(page.get('.moves').textContent).toContain('11:00');
    expect(buttons(page)).toHaveLength(3);
  });

  it.each([
    ['declined', request({ state: 'declined', turn: null, declinedBecause: 'no-time' })],
    ['expired', request({ state: 'expired', turn: null })],
    ['withdrawn', request({ state: 'withdrawn', turn: null })],
  ])('that is %s already says so and offers no answer', async (_, one) => {
    const page = await opened({ requests: [one] });
    expect(page.texts('.page-head musubi-state')).toHaveLength(1);
    expect(buttons(page).filter((text) => /Decline|Choose|Accept/.test(text))).toEqual([]);
  });

  it('that somebody accepted already shows the meeting', async () => {
    const accepted = request({ state: 'accepted', turn: null, meetingId: 'meeting' as never });
    const page = await opened({ requests: [accepted], meetings: [meeting()] });
    expect(page.texts('.page-head musubi-state')).toEqual(['Room open']);
  });

  it.each(['en', 'ja'] as const)(
    'that belongs to somebody else says so, and as whom one is here, in %s',
    async (lang) => {
      const page = await opened({}, lang);
      expect(page.texts('musubi-empty h2')).toHaveLength(1);
      expect(page.element.textContent).not.toMatch(/meetings\.page/);
      expect(page.texts('musubi-empty button')).toEqual([
        lang === 'en' ? 'Sign in with another address' : '別のアドレスでログインする',
      ]);
    },
  );
});
