import { describe, expect, it } from '@jest/globals';
import type { BlockView, ColleagueChoice, Lang, MeetingView, UnassignedMeeting } from '@musubi/contracts';
import { aiko, clara, eventId, meeting, planB, slot } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { OrganiserMeetings } from './organiser-meetings';

const block = {
  blockId: 'block',
  dates: ['2027-01-26'],
  from: '09:00',
  until: '09:45',
  slotMinutes: 20,
  gapMinutes: 5,
  slots: [slot('2027-01-26T08:00:00Z'), slot('2027-01-26T08:25:00Z')],
} as unknown as BlockView;
const blocks = `/events/${eventId}/blocks`;
const meetings = `/organise/events/${eventId}/meetings`;
const unassigned = `/organise/events/${eventId}/unassigned`;

const open = (lang: Lang = 'en') =>
  OpenedPage.of(OrganiserMeetings, { areas: ['organiser', 'meetings', 'room', 'unassigned', 'delegation'], lang });
const fill = async (
  page: OpenedPage<OrganiserMeetings>,
  all: MeetingView[],
  times = [block],
  empty: UnassignedMeeting[] = [],
) => {
  await page.answer(blocks, times);
  await page.answer(meetings, all);
  await page.answer(unassigned, empty);
};

describe('the organiser’s meetings', () => {
  it('are read, then stand by day and time, in both walls', async () => {
    const page = await open();
    expect([page.element.querySelector('musubi-skeleton') !== null, page.texts('.page-head p')]).toEqual([true, ['']]);
    await fill(page, [meeting(), meeting({ meetingId: 'other' as never, state: 'cancelled' })]);
    expect(page.texts('.blocks li')).toEqual([
      'Tue 26 January 09:00–09:45, Brussels CET 2 slots of 20 minutes, 5 minutes between. On your clock 09:00–09:45 CET.',
    ]);
    expect(page.texts('.slot-row h3')).toEqual(['09:25 17:25']);
    expect(page.texts('.slot-row li')).toEqual([
      'Aiko Tanaka Osaka Clara Weiss Baden-Württemberg Confirmed Another way of Aiko',
      'Aiko Tanaka Osaka Clara Weiss Baden-Württemberg Cancelled',
    ]);
  });

  it('are switched to another way for both sides, and back, days before', async () => {
    const page = await open();
    const later = { meetingId: 'later' as never, startsAt: '2027-01-27T08:25:00Z', endsAt: '2027-01-27T08:45:00Z' };
    await fill(page, [meeting(later), meeting({ meetingId: 'past' as never, endsAt: '2027-01-26T08:20:00Z' })]);
    expect(page.element.querySelectorAll('musubi-room-way button')).toHaveLength(1);
    await page.press('Another way of Aiko');
    page.element.querySelector<HTMLElement>('musubi-plan-b-form input[value=phone]')!.click();
    await page.settle();
    const field = page.element.querySelector<HTMLInputElement>('musubi-plan-b-form input[type=tel]')!;
    field.value = '+49 711 123456';
    field.dispatchEvent(new Event('input'));
    await page.press('Set this for both');
    const sent = page.http.expectOne({ method: 'PUT', url: '/api/meetings/later/room/plan-b' });
    expect(sent.request.body).toEqual({ kind: 'phone', value: '+49 711 123456' });
    sent.flush({});
    await page.answer(meetings, [meeting({ ...later, planB: planB() })]);
    expect(page.texts('musubi-plan-b-place')).toHaveLength(1);
    await page.press('Back to this room of Aiko');
    page.http.expectOne({ method: 'DELETE', url: '/api/meetings/later/room/plan-b' }).flush({});
    await page.answer(meetings, [meeting(later)]);
    expect(page.texts('musubi-plan-b-place')).toEqual([]);
  });

  it('begin with those for which nobody comes', async () => {
    const page = await open();
    const one = {
      meetingId: 'm1',
      startsAt: '2027-01-26T08:25:00Z',
      endsAt: '2027-01-26T08:45:00Z',
      since: '2027-01-25T08:00:00Z',
      organisation: aiko.organisation,
      left: aiko.name,
      partner: clara,
      backupAt: '2027-01-25T20:25:00Z',
      free: 0,
    } as unknown as UnassignedMeeting;
    await fill(page, [meeting()], [block], [one]);
    expect(page.texts('musubi-unassigned h2')).toEqual(['One meeting without anybody']);
    const [row] = page.texts('musubi-unassigned li');
    for (const part of ['Nobody comes', 'Aiko Tanaka was to come', 'Clara Weiss', 'Nobody of them is free'])
      expect(row).toContain(part);
    await page.press('Choose who comes: Osaka Bay Green Industry Council × Clara Weiss');
    const of = `/organise/events/${eventId}/delegations/${aiko.organisation.organisationId}/unassigned/m1`;
    const colleague: ColleagueChoice = { participant: aiko, part: 'backup', free: true, meetings: 0 };
    await page.answer(of, [colleague]);
    await page.press('They come');
    await page.answer(of, { meetingId: 'm1', from: null, to: aiko });
    await page.answer(unassigned, []);
    expect(page.element.querySelector('musubi-unassigned h2')).toBe(null);
  });

  it('say what to do first where there is nothing', async () => {
    const page = await open();
    await fill(page, [], []);
    expect([page.texts('.blocks li'), page.texts('musubi-empty h2, musubi-empty h3')]).toEqual([
      ['No times yet. People can ask for meetings once there are some.'],
      ['No meetings yet'],
    ]);
  });

  it('say what went wrong, and are read again when asked', async () => {
    const page = await open();
    await page.answer(blocks, [block]);
    await page.answer(meetings, { code: 'internal', instance: 'ref-4' }, 500);
    expect(page.get('musubi-failure').textContent).toContain('ref-4');
    await page.press('Try again');
    await fill(page, [meeting()]);
    expect(page.texts('.slot-row li')).toHaveLength(1);
  });

  it('follow by themselves, and mark the one that changed', async () => {
    const page = await open();
    await fill(page, [meeting(), meeting({ meetingId: 'other' as never })]);
    await page.tell('slots.changed');
    await fill(page, [meeting(), meeting({ meetingId: 'other' as never, state: 'cancelled' })]);
    expect(page.texts('li.changed musubi-state')).toEqual(['Cancelled']);
  });

  it('say it in Japanese, too', async () => {
    const page = await open('ja');
    await fill(page, [meeting()]);
    expect(page.texts('.slot-row musubi-state')).toEqual(['確定']);
  });
});
