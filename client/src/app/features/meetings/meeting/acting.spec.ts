import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { MeetingRoomView, MeetingView, PlanBView } from '@musubi/contracts';
import { aiko, clara, eventId, meeting, planB, request } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { affairs } from '../../../../testing/room-page';
import { Behalf } from '../../../core/login/behalf';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { MeetingPage } from './meeting';

const colleague = { participantId: clara.participantId, name: clara.name, eventId };

/** A meeting's page, and what one can do there. */
const opened = async ({ acts = false, now = '2027-01-26T08:20:00Z', more = {} as Partial<MeetingView> }) => {
  const page = await OpenedPage.of(MeetingPage, {
    areas: ['meetings', 'company', 'conversation', 'brief', 'block', 'record', 'files', 'cards', 'delegation', 'room'],
    inputs: { id: 'meeting' },
    now,
  });
  if (acts) TestBed.inject(Behalf).choose(colleague);
  await page.settle();
  const answers = { 'meeting-requests': [request({ state: 'accepted', turn: null })], meetings: [meeting(more)] };
  for (const [path, body] of Object.entries(answers)) await page.answer(`/events/${eventId}/${path}`, body);
  expect(TestBed.inject(MeetingsStore).meetings()).toHaveLength(1);
  return page;
};
const actions = (page: OpenedPage<MeetingPage>): string[] => page.texts('musubi-entry-actions .btn');
const personal = ['block-person', 'brief', 'cards', 'company', 'conversation', 'thread-files'];
const shown = (page: OpenedPage<MeetingPage>): string[] =>
  personal.filter((one) => page.element.querySelector(`musubi-${one}`));

describe('a meeting of a colleague', () => {
  it('shows neither what is the person’s own nor the way into the room', async () => {
    const page = await opened({ acts: true });
    expect([shown(page), actions(page), page.texts('.pair small').includes('You')]).toEqual([
      [],
      ['Ask to move it', 'Cancel meeting'],
      false,
    ]);
    expect(page.http.match(({ url }) => /brief|cards|files|guests|messages|interpretation/.test(url))).toEqual([]);
  });

  it('has nothing of its record, which is for those who were there', async () => {
    const page = await opened({ acts: true, now: '2027-01-26T10:00:00Z', more: { state: 'held' } });
    expect(page.element.querySelector('musubi-meeting-record')).toBeNull();
  });
});

describe('a meeting of one’s own', () => {
  const view = (proposal: PlanBView | null): MeetingRoomView => affairs({ proposal });
  const proposed = planB({ state: 'proposed', by: aiko.participantId });

  it('takes a proposal of another way days before, which the other side then answers', async () => {
    const page = await opened({ now: '2027-01-20T08:00:00Z' });
    await page.answer('/meetings/meeting/room', view(null));
    await page.press('Meet another way');
    const field = page.element.querySelector<HTMLInputElement>('musubi-plan-b-form input[type=url]')!;
    field.value = 'https://meet.example/osaka';
    field.dispatchEvent(new Event('input'));
    await page.press('Propose this way');
    const sent = page.http.expectOne({ method: 'PUT', url: '/api/meetings/meeting/room/plan-b' });
    expect(sent.request.body).toEqual({ kind: 'link', value: 'https://meet.example/osaka' });
    sent.flush(view({ ...proposed, by: clara.participantId }));
    await page.settle();
    expect(page.texts('musubi-plan-b-proposal button')).toEqual(['Take it back']);
  });

  it('shows the proposal of the other side, to be agreed to or not', async () => {
    const page = await opened({ now: '2027-01-20T08:00:00Z' });
    await page.answer('/meetings/meeting/room', view(proposed));
    expect(page.texts('musubi-plan-b-proposal')[0]).toContain('Aiko proposes to meet elsewhere:');
    await page.press('Agree to meet there');
    const sent = page.http.expectOne({ method: 'POST', url: '/api/meetings/meeting/room/plan-b/agreement' });
    expect(sent.request.body).toEqual({ planBId: proposed.planBId });
    sent.flush(view(null));
  });

  it('offers no other way once it is over', async () => {
    const page = await opened({ now: '2027-01-26T08:46:00Z' });
    await page.answer('/meetings/meeting/room', view(null));
    expect(page.texts('musubi-meeting-way button')).toEqual([]);
  });

  it('shows all of it, and the way into the room', async () => {
    const page = await opened({});
    expect([shown(page), actions(page), page.texts('.pair small').includes('You')]).toEqual([
      personal,
      ['Go to the room', 'Ask to move it', 'Cancel meeting'],
      true,
    ]);
  });

  it('is neither moved nor cancelled once it has begun', async () => {
    expect(actions(await opened({ now: '2027-01-26T08:25:00Z' }))).toEqual(['Go to the room']);
  });

  it.each([
    ['a guest', { side: 2, part: 'required' }],
    ['who only listens', { side: 1, part: 'observer' }],
  ] as const)('is neither moved nor cancelled by %s', async (_, seat) => {
    const sides: MeetingView['sides'] = [
      { participant: aiko, here: false, side: 0, part: 'required' },
      { participant: clara, here: false, ...seat },
    ];
    expect(actions(await opened({ more: { sides } }))).toEqual(['Go to the room']);
  });
});
