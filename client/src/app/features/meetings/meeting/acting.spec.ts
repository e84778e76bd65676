import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { MeetingView } from '@musubi/contracts';
import { aiko, clara, eventId, meeting, request } from '../../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { Behalf } from '../../../core/login/behalf';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { MeetingPage } from './meeting';

const colleague = { participantId: clara.participantId, name: clara.name, eventId };

/** A meeting's page, and what one can do there. */
const opened = async ({ acts = false, now = '2027-01-26T08:20:00Z', more = {} as Partial<MeetingView> }) => {
  const page = await OpenedPage.of(MeetingPage, {
    areas: ['meetings', 'company', 'conversation', 'brief', 'block', 'record', 'files', 'cards', 'delegation'],
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
