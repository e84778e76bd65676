import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AssistantsView, GroupSlot, MeetingRequestView, MeetingView } from '@musubi/contracts';
import { assisting, type Delegate, newDelegation } from '../../../../../test/builders/delegations.js';
import {
  ask,
  code,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  requestInput,
} from '../../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { newKey, startApp, type TestApp } from '../../../../../test/start-app.js';

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let partner: Delegate;
let principal: Delegate;
let assistant: Delegate;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
});
afterAll(() => app.close());
beforeEach(async () => {
  partner = await newParticipant(app, eventId);
  [principal, assistant] = (await newDelegation(app, eventId, { mode: 'own' })) as [Delegate, Delegate];
});

const of = async (person: Delegate) =>
  (await app.http(person).get<AssistantsView>(`/api/events/${eventId}/assistants`)).body;
const name = (person: Delegate, colleague: { participantId: string }) =>
  app.http(person).post(`/api/events/${eventId}/assistants`, { participantId: colleague.participantId });
const states = async (person: Delegate) => {
  const { mine, others } = await of(person);
  return { mine: mine.map(({ state }) => state), others: others.map(({ state }) => state) };
};

describe('an assistant', () => {
  it('is named, agrees, and is ended by either of the two', async () => {
    const { body } = await name(principal, assistant);
    expect(await states(principal)).toEqual({ mine: ['asked'], others: [] });
    expect((await of(assistant)).others).toMatchObject([{ state: 'asked', mayAccept: true }]);
    const accept = (person: Delegate) => app.http(person).post(`/api/assistants/${body.assistantId}/accept`);
    const end = (person: Delegate) => app.http(person).post(`/api/assistants/${body.assistantId}/end`);
    for (const person of [principal, partner]) expect(code(await accept(person))).toEqual([404, 'not_found']);
    expect((await accept(assistant)).body).toMatchObject({ state: 'active', mayAccept: false });
    expect((await accept(assistant)).status).toBe(200);
    expect(code(await end(partner))).toEqual([404, 'not_found']);
    expect((await end(assistant)).body).toMatchObject({ state: 'ended' });
    expect((await end(principal)).status).toBe(200);
    expect(code(await accept(assistant))).toEqual([409, 'assistant.wrong_state']);
    expect(await states(principal)).toEqual({ mine: [], others: [] });
    expect((await name(principal, assistant)).status).toBe(201);
  });

  it('is a colleague, once', async () => {
    await name(principal, assistant);
    expect(code(await name(principal, assistant))).toEqual([409, 'assistant.exists']);
    for (const somebody of [partner, principal, { participantId: randomUUID() }])
      expect(code(await name(principal, somebody))).toEqual([422, 'assistant.not_colleague']);
    const organisation = { choose: 'existing', organisationId: principal.organisationId as never } as const;
    const newcomer = await newParticipant(app, eventId, 'JP-27', { organisation });
    expect(code(await name(principal, newcomer))).toEqual([422, 'assistant.not_colleague']);
    expect(code(await name(newcomer, principal))).toEqual([403, 'delegation.not_member']);
    expect(code(await name(principal, { participantId: 'x' }))).toEqual([400, 'request.invalid']);
    const other = await newMeetingEvent(app);
    expect(
      code(
        await app
          .http(principal)
          .post(`/api/events/${other.event.eventId}/assistants`, { participantId: assistant.participantId }),
      ),
    ).toEqual([403, 'registration.required']);
  });

  it('answers, asks, moves and cancels for the colleague; all read who it was', async () => {
    const { headers } = await assisting(app, eventId, principal, assistant);
    const http = app.http(assistant);
    const asked = (await ask(app, eventId, partner, principal, [scene.slots[0]!])).body;
    const { body: list } = await http.get<MeetingRequestView[]>(`/api/events/${eventId}/meeting-requests`, { headers });
    expect(list).toMatchObject([{ requestId: asked.requestId, mine: 'to' }]);
    expect((await http.get(`/api/events/${eventId}/meeting-requests`)).body).toEqual([]);
    const declined = await http.post(
      `/api/meeting-requests/${asked.requestId}/decline`,
      { reason: 'no-time', note: null },
      { headers },
    );
    expect(declined.status).toBe(200);
    const voice = { by: assistant.name, for: principal.name };
    for (const person of [partner, principal]) {
      const { body } = await app.http(person).get<MeetingRequestView>(`/api/meeting-requests/${asked.requestId}`);
      expect(body.history.at(-1)).toMatchObject({ did: 'declined', by: 'to', voice });
    }
    const sent = await http.post<MeetingRequestView>(
      `/api/events/${eventId}/meeting-requests`,
      requestInput(partner, [scene.slots[1]!]),
      { headers },
    );
    expect([sent.status, sent.body.from.participantId, sent.body.history[0]!.voice]).toEqual([
      201,
      principal.participantId,
      voice,
    ]);
    const meeting = await meet(app, eventId, await newParticipant(app, eventId), principal, scene.slots[2]!);
    const cancelled = await http.post<MeetingView>(
      `/api/meetings/${meeting.meetingId}/cancel`,
      { reason: 'ill', note: null },
      { headers },
    );
    expect(cancelled.body).toMatchObject({
      state: 'cancelled',
      cancelledBy: principal.participantId,
      cancelledThrough: assistant.name,
    });
    await app.jobs.drain();
    const letters = (await app.db.query(
      `SELECT text FROM captured_mail WHERE to_address = $1 AND calendar->>'method' = 'CANCEL'`,
      [principal.address],
    )) as { text: string }[];
    expect(letters.map(({ text }) => /Cancelled by\s.* for |代理/.test(text))).toEqual([true]);
    const log = (await app.db.query(
      'SELECT subject_id AS sent FROM audit_entry WHERE actor_id = $1 AND on_behalf_of = $2 ORDER BY id',
      [assistant.userId, principal.userId],
    )) as { sent: string }[];
    expect(log.map(({ sent: path }) => path)).toEqual([
      `POST /api/meeting-requests/${asked.requestId}/decline`,
      `POST /api/events/${eventId}/meeting-requests`,
      `POST /api/meetings/${meeting.meetingId}/cancel`,
    ]);
  });

  it('neither enters the room, nor reads the conversation and the brief, nor does anything else in the name', async () => {
    const { headers } = await assisting(app, eventId, principal, assistant);
    const meeting = await meet(app, eventId, partner, principal, scene.slots[0]!);
    const http = app.http(assistant);
    const paths = [
      `/api/meetings/${meeting.meetingId}/brief`,
      `/api/meeting-requests/${meeting.requestId}/messages`,
      `/api/events/${eventId}/unread-messages`,
      `/api/events/${eventId}/agenda`,
      `/api/events/${eventId}/registration`,
      `/api/events/${eventId}/assistants`,
      `/api/events/${eventId}/delegation`,
      '/api/me/blocks',
      '/api/me/organisations',
      '/api/me/calendar',
      '/api/me/feed?after=0',
    ];
    for (const path of paths)
      expect([path, ...code(await http.get(path, { headers }))]).toEqual([path, 403, 'assistant.not_here']);
    for (const path of [
      `/api/meetings/${meeting.meetingId}/ticket`,
      `/api/events/${eventId}/registration/withdraw`,
      `/api/events/${eventId}/assistants`,
    ])
      expect([path, ...code(await http.post(path, {}, { headers }))]).toEqual([path, 403, 'assistant.not_here']);
    for (const path of [`/api/meetings/${meeting.meetingId}`, `/api/meetings/${meeting.meetingId}/slots`]) {
      expect((await http.get(path, { headers })).status).toBe(200);
      expect((await http.get(path)).status).toBe(404);
    }
    expect((await http.post(`/api/meetings/${meeting.meetingId}/ticket`)).status).toBe(404);
  });

  it('keeps the colleague’s times and hands a meeting over for them', async () => {
    const { headers } = await assisting(app, eventId, principal, assistant);
    const http = app.http(assistant);
    const times = {
      everything: false,
      intervals: [{ startsAt: scene.slots[0]!.startsAt, endsAt: scene.slots[0]!.endsAt }],
    };
    expect((await http.get(`/api/events/${eventId}/availability`, { headers })).status).toBe(200);
    const meeting = await meet(app, eventId, partner, principal, scene.slots[0]!);
    const given = await http.post(
      `/api/meetings/${meeting.meetingId}/hand-over`,
      { to: assistant.participantId },
      { headers },
    );
    expect([given.status, given.body.to.participantId]).toEqual([200, assistant.participantId]);
    const rows = await app.db.query(
      'SELECT by_user_id AS by, for_user_id AS for FROM meeting_handover WHERE meeting_id = $1',
      [meeting.meetingId],
    );
    expect(rows).toEqual([{ by: assistant.userId, for: principal.userId }]);
    expect(times.intervals).toHaveLength(1);
  });

  it('sees when several people can meet the colleague, and asks them along', async () => {
    const { headers } = await assisting(app, eventId, principal, assistant);
    const third = await newParticipant(app, eventId, 'FR1');
    await meet(app, eventId, await newParticipant(app, eventId), principal, scene.slots[0]!);
    await meet(app, eventId, await newParticipant(app, eventId), assistant, scene.slots[1]!);
    const http = app.http(assistant);
    const path = `/api/events/${eventId}/group-slots?with=${partner.participantId},${third.participantId}`;
    const { body } = await http.get<GroupSlot[]>(path, { headers });
    expect(body.slice(0, 2).map(({ state }) => state)).toEqual(['busy', expect.stringMatching(/free|late/)]);
    const input = {
      ...requestInput(partner, [scene.slots[1]!]),
      people: [{ participantId: third.participantId, part: 'required' }],
    };
    const sent = await http.post<MeetingRequestView>(`/api/events/${eventId}/meeting-requests`, input, { headers });
    expect([sent.status, sent.body.from.participantId]).toEqual([201, principal.participantId]);
  });

  it('acts at this event alone, for this person alone, as long as both want it and belong together', async () => {
    const { headers, assistantId } = await assisting(app, eventId, principal, assistant);
    const http = app.http(assistant);
    const list = (given: Record<string, string> = headers, event = eventId) =>
      http.get(`/api/events/${event}/meeting-requests`, { headers: given });
    const other = await newMeetingEvent(app);
    const refused = [403, 'assistant.not_yours'];
    expect((await list()).status).toBe(200);
    expect(code(await list(headers, other.event.eventId))).toEqual(refused);
    for (const reference of [partner.participantId, randomUUID(), 'x', ''])
      if (reference) expect(code(await list({ 'on-behalf-of': reference }))).toEqual(refused);
    const abroad = await ask(app, eventId, partner, principal, [scene.slots[0]!]);
    const stranger = await newParticipant(app, eventId);
    expect(code(await app.http(stranger).get(`/api/meeting-requests/${abroad.body.requestId}`, { headers }))).toEqual(
      refused,
    );
    // The other way round nobody agreed.
    expect(
      code(
        await app
          .http(principal)
          .get(`/api/events/${eventId}/meeting-requests`, { headers: { 'on-behalf-of': assistant.participantId } }),
      ),
    ).toEqual(refused);
    await app.http(principal).post(`/api/assistants/${assistantId}/end`);
    expect(code(await list())).toEqual(refused);
    await assisting(app, eventId, principal, assistant);
    expect((await list()).status).toBe(200);
    await app.http(principal).post(`/api/events/${eventId}/registration/withdraw`);
    expect(code(await list())).toEqual(refused);
  });

  it('is held to the key: the same command for oneself is another command', async () => {
    const { headers } = await assisting(app, eventId, principal, assistant);
    const key = newKey();
    const http = app.http(assistant);
    const send = (given?: Record<string, string>) =>
      http.post<MeetingRequestView>(
        `/api/events/${eventId}/meeting-requests`,
        requestInput(partner, [scene.slots[4]!]),
        {
          key,
          ...(given ? { headers: given } : {}),
        },
      );
    const [first, again, own] = [await send(headers), await send(headers), await send()];
    expect(again.body).toEqual(first.body);
    expect([own.status, own.body.from.participantId]).toEqual([201, assistant.participantId]);
  });

  it('has no rights of the colleague beyond the event', async () => {
    const { headers } = await assisting(app, eventId, principal, assistant);
    const { organiser } = scene;
    expect((await app.http(assistant).get(`/api/organise/events/${eventId}/meetings`, { headers })).status).toBe(404);
    expect(code(await app.http(organiser).get(`/api/organise/events/${eventId}/meetings`, { headers }))).toEqual([
      403,
      'assistant.not_here',
    ]);
  });
});
