import { describe, expect, it } from '@jest/globals';
import type { AgendaItem, SessionView, StageStanding } from '@musubi/contracts';
import { eventId } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { session } from '../../../testing/session-fixtures';
import { Programme } from './programme';

const at = (time: string, title: string, more: Partial<SessionView> = {}): SessionView =>
  session(`2027-01-26T${time}:00Z`, { title: { en: title, ja: null, original: 'en' }, ...more });
const opening = at('08:00', 'Opening');
const ports = at('08:15', 'Ports', { endsAt: '2027-01-26T08:45:00Z' });
const rails = at('08:45', 'Rails');
const meeting: AgendaItem = {
  kind: 'meeting',
  sourceId: 'm',
  eventId,
  startsAt: '2027-01-26T08:50:00Z',
  endsAt: '2027-01-26T09:10:00Z',
  title: { en: 'Aiko Tanaka', ja: '田中 愛子' },
};

async function open(stages: StageStanding[], lang: 'en' | 'ja' = 'en') {
  const page = await OpenedPage.of(Programme, { lang, areas: ['programme'], now: '2027-01-26T08:20:00Z' });
  const release = { number: 2, name: 'Release 2', publishedAt: '2027-01-11T10:00:00Z' };
  await page.answer(`/events/${eventId}/programme`, { eventId, release, sessions: [rails, ports, opening] });
  await page.answer(`/events/${eventId}/agenda`, [meeting]);
  await page.answer(`/events/${eventId}/stages`, stages);
  return page;
}
const live = (one: SessionView): StageStanding => ({
  sessionId: one.sessionId,
  state: 'live',
  liveSince: one.startsAt,
});
/** Each line: its title, its marks, its buttons. */
const lines = (page: OpenedPage<Programme>) =>
  [...page.element.querySelectorAll('tbody tr')].map((row) =>
    [row.matches('.now-line') ? '|' : row.querySelector('.name, summary')!.textContent.trim()]
      .concat(
        [...row.querySelectorAll('musubi-state, .acts a')].map((one) => one.textContent.trim().replace(/\s+/g, ' ')),
      )
      .join(' · '),
  );

describe('the programme of a participant', () => {
  it('says what the stages say, and what is at the same time as a meeting', async () => {
    const page = await open([{ ...live(opening), state: 'ended' }]);
    const clash = 'At the same time as your meeting at 09:50: Aiko Tanaka';
    expect(lines(page)).toEqual([
      'Opening',
      '|',
      'Ports · Waiting for the host · Go to the lobby',
      `Rails · Starts soon · ${clash} · Go to the lobby`,
    ]);
  });

  it('follows a stage that goes live, without being read anew', async () => {
    const page = await open([]);
    expect(lines(page)[1]).toBe('Opening · Waiting for the host · Go to the lobby');
    await page.tell('stages.changed');
    await page.answer(`/events/${eventId}/stages`, [live(opening), live(ports)]);
    expect(lines(page).slice(0, 3)).toEqual(['|', 'Opening · Live · Watch', 'Ports · Live · Watch']);
    expect(page.texts('.btn-primary')).toEqual(['Watch']);
  });

  it('shows when each ends, on both clocks, and its release by number', async () => {
    const page = await open([], 'ja');
    expect(page.texts('tbody tr:not(.now-line) td.num').slice(0, 2)).toEqual(['09:00〜09:15', '17:00〜17:15']);
    expect(page.texts('.page-head .soft')[0]).toMatch(/^第2版（2027年1月11日/);
  });
});
