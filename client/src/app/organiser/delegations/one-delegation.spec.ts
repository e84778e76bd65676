import { describe, expect, it } from '@jest/globals';
import type { DelegationView } from '@musubi/contracts';
import { aiko, clara, eventId } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { Delegations } from './delegations';
import { OneDelegation } from './one-delegation';

const areas = ['organiser', 'meetings', 'unassigned', 'delegation'];
const { organisationId } = clara.organisation;
const all = `/organise/events/${eventId}/delegations`;
const one = `${all}/${organisationId}`;
const view = (given: Partial<DelegationView> = {}): DelegationView => ({
  eventId: eventId as never,
  organisation: clara.organisation,
  mode: 'own',
  belongs: false,
  mayKeep: true,
  members: [
    { participant: clara, part: 'required', me: false, meetings: 1, minutes: 20, unsocialMinutes: 0, busy: [] },
  ],
  slots: [],
  meetings: [
    {
      meetingId: 'm1' as never,
      startsAt: '2027-01-26T09:00:00Z',
      endsAt: '2027-01-26T09:20:00Z',
      arranged: null,
      reason: 'Valves',
      partner: aiko,
      memberId: null,
      mayHandOver: true,
      handBackTo: null,
    },
  ],
  handovers: [],
  changed: null,
  ...given,
});

describe('delegations, for organisers', () => {
  it('stand in a list that says who lacks somebody', async () => {
    const page = await OpenedPage.of(Delegations, { areas });
    await page.answer(all, [{ organisation: clara.organisation, mode: 'pool', members: 3, unassigned: 1 }]);
    const [row] = page.texts('li');
    for (const part of ['Shared pool', '3 people', 'One meeting without anybody']) expect(row).toContain(part);
    expect(page.get('li a').getAttribute('href')).toContain(organisationId);
  });

  it('say that there are none yet', async () => {
    const page = await OpenedPage.of(Delegations, { areas, lang: 'ja' });
    await page.answer(all, []);
    expect(page.texts('musubi-empty h2')).toEqual(['代表団はまだありません']);
  });

  it('are kept in their place: the mode, a part, and who comes', async () => {
    const page = await OpenedPage.of(OneDelegation, { areas, inputs: { organisationId } });
    await page.answer(one, view());
    page.get('input[value="pool"]').click();
    await page.settle();
    const put = page.http.expectOne({ method: 'PUT', url: `/api${one}` });
    expect(put.request.body).toEqual({ mode: 'pool', parts: [] });
    put.flush(view({ mode: 'pool' }));
    await page.settle();
    await page.fill('Part of', 'backup');
    const part = page.http.expectOne({ method: 'PUT', url: `/api${one}` });
    expect(part.request.body).toEqual({
      mode: 'pool',
      parts: [{ participantId: clara.participantId, part: 'backup' }],
    });
    part.flush({ code: 'delegation.unknown_member', title: '', status: 422 }, { status: 422, statusText: 'Refused' });
    await page.answer(one, view({ mode: 'pool' }));
    expect(page.element.querySelector('musubi-failure')).not.toBe(null);
    await page.press('Choose who comes: Aiko Tanaka');
    await page.answer(`${one}/unassigned/m1`, [{ participant: clara, part: 'required', free: true, meetings: 1 }]);
    await page.press('They come');
    await page.answer(`${one}/unassigned/m1`, { meetingId: 'm1', from: null, to: clara });
    await page.answer(one, view({ meetings: [] }));
    expect(page.texts('.vacant')).toEqual([]);
  });
});
