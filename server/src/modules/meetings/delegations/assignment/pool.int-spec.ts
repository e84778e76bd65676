import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingRequestView, MeetingView, SlotChoice } from '@musubi/contracts';
import { type Delegate, newDelegation, setDelegation } from '../../../../../test/builders/delegations.js';
import {
  accept,
  ask,
  code,
  deadlocks,
  doubleBookings,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  tally,
} from '../../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let asker: Delegate;
let contact: Delegate;
let colleague: Delegate;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
});
afterAll(() => app.close());
beforeEach(async () => {
  asker = await newParticipant(app, eventId);
  [contact, colleague] = (await newDelegation(app, eventId)) as [Delegate, Delegate];
});

const requests = async (person: Delegate) =>
  (await app.http(person).get<MeetingRequestView[]>(`/api/events/${eventId}/meeting-requests`)).body;
const meetings = async (person: Delegate) =>
  (await app.http(person).get<MeetingView[]>(`/api/events/${eventId}/meetings`)).body;
const comes = (meeting: MeetingView) => meeting.sides.map(({ participant }) => participant.participantId);
const slotState = async (person: Delegate, to: Delegate, slotId: string) =>
  (await app.http(person).get<SlotChoice[]>(`/api/events/${eventId}/slots?with=${to.participantId}`)).body.find(
    (choice) => choice.slotId === slotId,
  )?.state;
/** Takes the contact's time away. */
const engage = async (person: Delegate, slot = scene.slots[0]!) =>
  meet(app, eventId, await newParticipant(app, eventId), person, slot);

describe('a shared pool', () => {
  it('reads what a colleague is asked, and answers it; the contact comes where they are free', async () => {
    const { requestId } = (await ask(app, eventId, asker, contact, [scene.slots[0]!])).body;
    expect(await requests(colleague)).toMatchObject([
      { requestId, mine: 'to', turn: 'to', to: { participantId: contact.participantId } },
    ]);
    const { status, body } = await accept(app, colleague, requestId, scene.slots[0]!);
    expect([status, comes(body), body.me]).toEqual([201, [asker.participantId, contact.participantId], null]);
    expect((await meetings(contact)).map(({ meetingId }) => meetingId)).toEqual([body.meetingId]);
    expect(await meetings(colleague)).toEqual([]);
    expect((await requests(asker))[0]!.history.at(-1)).toMatchObject({
      did: 'accepted',
      voice: { by: colleague.name, for: contact.name },
    });
  });

  it('sends whoever is free where the contact is not; the request and its conversation are theirs then', async () => {
    await engage(contact);
    expect(await slotState(asker, contact, scene.slots[0]!.slotId)).toBe('free');
    const { requestId } = (await ask(app, eventId, asker, contact, [scene.slots[0]!])).body;
    expect((await requests(contact))[0]!.slots[0]!.open).toBe(true);
    const { body } = await accept(app, contact, requestId, scene.slots[0]!);
    expect(comes(body)).toEqual([asker.participantId, colleague.participantId]);
    const thread = (person: Delegate) => app.http(person).get(`/api/meeting-requests/${requestId}/messages`);
    expect([(await thread(colleague)).status, (await thread(contact)).status]).toEqual([200, 404]);
    expect(await requests(asker)).toMatchObject([{ requestId, to: { participantId: colleague.participantId } }]);
    expect((await requests(asker))[0]!.history.at(-1)).toMatchObject({
      voice: { by: contact.name, for: colleague.name },
    });
  });

  it('is taken when nobody is free, with other times', async () => {
    await engage(contact);
    const { requestId } = (await ask(app, eventId, asker, contact, [scene.slots[0]!])).body;
    await engage(colleague);
    expect(await slotState(asker, contact, scene.slots[0]!.slotId)).toBe('busy');
    expect((await requests(contact)).find((one) => one.requestId === requestId)!.slots[0]!.open).toBe(false);
    const answer = await accept(app, colleague, requestId, scene.slots[0]!);
    expect(code(answer)).toEqual([409, 'meeting.slot_taken']);
    expect((answer.body as never as { data: { alternatives: SlotChoice[] } }).data.alternatives).toHaveLength(3);
  });

  it('answers once: whoever is second reads what the other did', async () => {
    const { requestId } = (await ask(app, eventId, asker, contact, [scene.slots[0]!])).body;
    const decline = (person: Delegate) =>
      app.http(person).post(`/api/meeting-requests/${requestId}/decline`, { reason: 'no-time', note: null });
    const answers = await Promise.all([decline(contact), accept(app, colleague, requestId, scene.slots[0]!)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([expect.any(Number), 409]);
    const lost = answers.find(({ status }) => status === 409)!;
    // In whose place a colleague has accepted has accepted; a colleague reads who it was that declined.
    const told =
      answers[0].status === 200
        ? { code: 'delegation.answered', data: { did: 'declined', by: contact.name } }
        : { code: 'meeting_request.wrong_state', data: { state: 'accepted' } };
    expect(lost.body).toMatchObject(told);
  });

  it('is told at once, and a member with a block between them and the other side neither reads nor comes', async () => {
    await app.http(colleague).put(`/api/me/blocks/${asker.userId}`);
    const { requestId } = (await ask(app, eventId, asker, contact, [scene.slots[0]!])).body;
    expect(await requests(colleague)).toEqual([]);
    expect(code(await app.http(colleague).get(`/api/meeting-requests/${requestId}`))).toEqual([404, 'not_found']);
    expect(code(await accept(app, colleague, requestId, scene.slots[0]!))).toEqual([404, 'not_found']);
    await engage(contact);
    expect(code(await accept(app, contact, requestId, scene.slots[0]!))).toEqual([409, 'meeting.slot_taken']);
    const third = await newParticipant(app, eventId);
    await ask(app, eventId, third, contact, [scene.slots[1]!]);
    const feed = await app.http(colleague).get('/api/me/feed?after=0');
    expect(feed.body.entries.map(({ kind }: { kind: string }) => kind)).toContain('meeting_request.changed');
  });

  it('lets a colleague answer, not withdraw, and nobody whom no administrator has agreed to', async () => {
    const organisation = { choose: 'existing', organisationId: contact.organisationId as never } as const;
    const newcomer = await newParticipant(app, eventId, 'JP-27', { organisation });
    const sent = (await ask(app, eventId, contact, asker, [scene.slots[0]!])).body;
    const withdraw = (person: Delegate) => app.http(person).post(`/api/meeting-requests/${sent.requestId}/withdraw`);
    // What a colleague has asked waits for the other side: nobody of us has anything to answer.
    expect(await requests(colleague)).toEqual([]);
    expect(code(await withdraw(colleague))).toEqual([403, 'forbidden']);
    expect(code(await withdraw(newcomer))).toEqual([404, 'not_found']);
    expect(await requests(newcomer)).toEqual([]);
    expect(code(await app.http(newcomer).get(`/api/meeting-requests/${sent.requestId}`))).toEqual([404, 'not_found']);
  });

  it('keeps to itself what its people wrote under their own calendars', async () => {
    await setDelegation(app, eventId, contact, { mode: 'own', parts: [] });
    const { requestId } = (await ask(app, eventId, asker, contact, [scene.slots[0]!])).body;
    expect(await requests(colleague)).toEqual([]);
    expect(code(await accept(app, colleague, requestId, scene.slots[0]!))).toEqual([404, 'not_found']);
  });

  it('never sends one person twice, however many accept at once', async () => {
    const askers = await Promise.all(Array.from({ length: 6 }, () => newParticipant(app, eventId)));
    const sent = await Promise.all(askers.map((one) => ask(app, eventId, one, contact, [scene.slots[2]!])));
    const answers = await Promise.all(
      sent.map(({ body }, place) =>
        accept(app, place % 2 === 0 ? contact : colleague, body.requestId, scene.slots[2]!),
      ),
    );
    expect(tally(answers)).toEqual({ '201': 2, '409 meeting.slot_taken': 4 });
    expect([await doubleBookings(app), await deadlocks(app)]).toEqual([0, 0]);
  });
});

describe('everyone', () => {
  it('comes: all who are required, and whoever else is free', async () => {
    const [first, second, optional, backup] = (await newDelegation(app, eventId, {
      size: 4,
      mode: 'everyone',
      parts: { 2: 'optional', 3: 'backup' },
    })) as [Delegate, Delegate, Delegate, Delegate];
    const { requestId } = (await ask(app, eventId, asker, first, [scene.slots[0]!])).body;
    const { body } = await accept(app, first, requestId, scene.slots[0]!);
    const { body: seen } = await app.http(asker).get<MeetingView>(`/api/meetings/${body.meetingId}`);
    expect(seen.sides.map(({ participant, side, part }) => [participant.participantId, side, part])).toEqual([
      [asker.participantId, 0, 'required'],
      [first.participantId, 1, 'required'],
      [second.participantId, 1, 'required'],
      [optional.participantId, 1, 'optional'],
    ]);
    expect([(await meetings(optional)).length, (await meetings(backup)).length]).toEqual([1, 0]);
  });

  it('is busy when one who is required is, and goes on without one who is not', async () => {
    const [first, second, optional] = (await newDelegation(app, eventId, {
      size: 3,
      mode: 'everyone',
      parts: { 2: 'optional' },
    })) as [Delegate, Delegate, Delegate];
    const { requestId } = (await ask(app, eventId, asker, first, [scene.slots[0]!, scene.slots[1]!])).body;
    // The second is asked in person, before everybody shares what comes in.
    await setDelegation(app, eventId, first, { mode: 'own', parts: [] });
    await engage(second);
    await engage(optional, scene.slots[1]!);
    await setDelegation(app, eventId, first, { mode: 'everyone', parts: [] });
    expect(await slotState(asker, first, scene.slots[0]!.slotId)).toBe('busy');
    expect(code(await accept(app, first, requestId, scene.slots[0]!))).toEqual([409, 'meeting.slot_taken']);
    const { body } = await accept(app, first, requestId, scene.slots[1]!);
    expect(comes(body).slice(1).sort()).toEqual([first.participantId, second.participantId].sort());
  });
});
