// For specs alone: what the pure rules make of commands, and the same over HTTP.
import fc from 'fast-check';
import type { MeetingRequestView, MeetingView } from '@musubi/contracts';
import { assertMovable, cancelMeeting, moveMeeting, type Meeting } from '../booked/meeting.rules.js';
import {
  acceptRequest,
  closeRequest,
  counterRequest,
  declineRequest,
  expireRequest,
  newRequest,
  withdrawRequest,
  type MeetingRequest,
  type RequestSide,
} from '../requests/meeting-request.rules.js';
import { DomainError } from '../../../platform/index.js';
import { RequestEndings } from '../requests/request-endings.js';
import { manyRequests, type MeetingEvent, type TestParticipant } from '../../../../test/builders/meetings.js';
import type { TestApp } from '../../../../test/start-app.js';

/** Who asked, and who was asked. */
export type Pair = [TestParticipant, TestParticipant];
export interface Stage {
  app: TestApp;
  scene: MeetingEvent;
}

const side = fc.constantFrom<RequestSide>('from', 'to');
const place = fc.integer({ min: 0, max: 3 });
export const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('accept', 'counter'), by: side, slot: place }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('reschedule', 'agree'), by: side, slot: place }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('decline', 'withdraw', 'expire', 'cancel', 'stay'), by: side }),
  },
);
export type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;
type MoveCommand = { by: RequestSide } & ({ do: 'reschedule' | 'agree'; slot: number } | { do: 'stay' });

/** What the pure rules make of a sequence; the database must make the same of it. */
export interface Model {
  request: MeetingRequest;
  /** Who made the last move: the same move again changes nothing and is answered. */
  last: { by: RequestSide; did: string; slot?: string } | null;
  meeting: (Meeting & { slotId: string; cancelledBy: RequestSide | null }) | null;
  /** The last request to move the meeting, and who asked for it. */
  move: { request: MeetingRequest; by: RequestSide; agreed: string | null; stays: RequestSide | null } | null;
}

/** A request for the first two slots that nobody has answered, in the model and in the database. */
export async function begin({ app, scene }: Stage, [from, to]: Pair): Promise<{ model: Model; requestId: string }> {
  const slots = [slotAt(scene, 0), slotAt(scene, 1)];
  const slotIds = slots.map(({ slotId }) => slotId);
  const [requestId] = await manyRequests(app, scene.event, [{ from, to, slotIds }]);
  const request = newRequest(slots, { at: new Date(), answerBy: new Date(scene.event.startsAt) });
  return { model: { request, last: null, meeting: null, move: null }, requestId: requestId! };
}

/** What can be seen of it all, as the model has it. */
export function seenOf({ request, meeting }: Model) {
  const { state, turn, version, slots } = request;
  return {
    request: { state, turn, version, slots: slots.map(({ slotId }) => slotId) },
    meetings: meeting ? [{ state: meeting.state, slotId: meeting.slotId, version: meeting.version }] : [],
  };
}

/** The same as the two are shown it. */
export async function seenBy({ app, scene }: Stage, requestId: string, [from, to]: Pair) {
  const { body } = await app.http(from).get<MeetingRequestView>(`/api/meeting-requests/${requestId}`);
  const { state, turn, version, slots } = body;
  const meetings = (await app.http(to).get<MeetingView[]>(`/api/events/${scene.event.eventId}/meetings`)).body;
  return {
    request: { state, turn, version, slots: slots.map(({ slotId }) => slotId as string) },
    meetings: meetings.map((one) => ({ state: one.state, slotId: one.slotId as string, version: one.version })),
  };
}

/** Applies a command to the model. @returns the refusal's code, or null */
export function decide(scene: MeetingEvent, model: Model, given: Command): string | null {
  const at = new Date();
  const move = { by: given.by, at };
  const { request, last } = model;
  try {
    if (given.do === 'reschedule' || given.do === 'agree')
      return decideMove(scene, model, { ...given, do: given.do }, at);
    if (given.do === 'stay') return decideMove(scene, model, { ...given, do: 'stay' }, at);
    if (given.do === 'cancel') {
      if (!model.meeting) return 'none';
      if (model.meeting.state === 'cancelled' && model.meeting.cancelledBy === given.by) return null;
      model.meeting = { ...cancelMeeting(model.meeting, { reason: 'ill', at }), cancelledBy: given.by };
      if (model.move?.request.turn) model.move.request = closeRequest(model.move.request);
      return null;
    }
    const did = {
      accept: 'accepted',
      counter: 'countered',
      decline: 'declined',
      withdraw: 'withdrawn',
      expire: 'expired',
    }[given.do];
    const slot = 'slot' in given ? slotAt(scene, given.slot) : undefined;
    const again = last?.by === given.by && last.did === did && last.slot === slot?.slotId;
    if (again && given.do !== 'counter' && given.do !== 'expire' && request.turn === null) return null;
    if (given.do === 'accept') {
      model.request = acceptRequest(request, { ...move, slotId: slot!.slotId });
      const { startsAt, endsAt } = scene.slots[given.slot]!;
      model.meeting = {
        state: 'confirmed',
        version: 1,
        sequence: 0,
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
        cancelledBecause: null,
        settledFrom: null,
        slotId: slot!.slotId,
        cancelledBy: null,
      };
    } else if (given.do === 'counter') {
      model.request = counterRequest(request, {
        ...move,
        slots: [slot!],
        note: null,
        answerBy: new Date(scene.event.startsAt),
      });
    } else if (given.do === 'decline') {
      model.request = declineRequest(request, { ...move, reason: 'other', note: null });
    } else if (given.do === 'withdraw') {
      model.request = withdrawRequest(request, move);
    } else {
      model.request = expireRequest({ ...request, answerBy: at }, { at });
    }
    model.last = { by: given.by, did, ...(slot && given.do === 'accept' ? { slot: slot.slotId } : {}) };
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** Who moves a meeting asks as `from` of a request of their own. */
function decideMove(scene: MeetingEvent, model: Model, given: MoveCommand, at: Date): null | string {
  const { meeting, move } = model;
  const open = [model.request, move?.request].some((one) => one?.turn);
  if (given.do === 'reschedule') {
    if (!meeting) return 'none';
    assertMovable(meeting, at);
    const slot = slotAt(scene, given.slot);
    if (slot.slotId === meeting.slotId) return 'meeting.slot_taken';
    if (open) return 'meeting_request.duplicate';
    const request = newRequest([slot], { at, answerBy: meeting.startsAt });
    model.move = { request, by: given.by, agreed: null, stays: null };
    return null;
  }
  if (!move) return 'none';
  const turn = { by: given.by === move.by ? ('from' as const) : ('to' as const), at };
  if (given.do === 'stay') {
    if (move.stays === given.by) return null;
    move.request = declineRequest(move.request, { ...turn, reason: 'other', note: null });
    move.stays = given.by;
    return null;
  }
  const slot = slotAt(scene, given.slot);
  if (move.agreed === slot.slotId && turn.by === 'to' && meeting!.slotId === slot.slotId) return null;
  move.request = acceptRequest(move.request, { ...turn, slotId: slot.slotId });
  const { startsAt, endsAt } = scene.slots[given.slot]!;
  const to = { slotId: slot.slotId, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  model.meeting = { ...meeting!, ...moveMeeting(meeting!, { slot: to, at }) };
  move.agreed = slot.slotId;
  return null;
}

/** Does the same over HTTP. @returns the refusal's code, or null */
export async function perform(
  { app, scene }: Stage,
  given: Command,
  requestId: string,
  [from, to]: Pair,
): Promise<string | null> {
  const http = app.http(given.by === 'from' ? from : to);
  const path = `/api/meeting-requests/${requestId}`;
  const slot = 'slot' in given ? slotAt(scene, given.slot).slotId : '';
  const answer = async () => {
    switch (given.do) {
      case 'accept':
        return http.post(`${path}/accept`, { slotId: slot });
      case 'counter':
        return http.post(`${path}/counter`, { slotIds: [slot], note: null });
      case 'decline':
        return http.post(`${path}/decline`, { reason: 'other', note: null });
      case 'withdraw':
        return http.post(`${path}/withdraw`);
      case 'reschedule': {
        const { meetingId } = (await http.get<MeetingRequestView>(path)).body;
        return meetingId
          ? http.post(`/api/meetings/${meetingId}/reschedule`, { slotIds: [slot], note: null })
          : { status: 404, body: { code: 'none' } };
      }
      case 'agree':
      case 'stay': {
        const move = await lastMoveOf(app, requestId);
        if (!move) return { status: 404, body: { code: 'none' } };
        return given.do === 'agree'
          ? http.post(`/api/meeting-requests/${move}/accept`, { slotId: slot })
          : http.post(`/api/meeting-requests/${move}/decline`, { reason: 'other', note: null });
      }
      case 'cancel': {
        const { meetingId } = (await http.get<MeetingRequestView>(path)).body;
        return meetingId
          ? http.post(`/api/meetings/${meetingId}/cancel`, { reason: 'ill', note: null })
          : { status: 404, body: { code: 'none' } };
      }
      default: {
        // In one go: between a deadline that is set and the sweep somebody could still propose times, and get a new one.
        const due = await app.transactions.run(async (tx) => {
          const [, rows] = (await tx.em.query(
            'UPDATE meeting_request SET answer_by = $2 WHERE id = $1 AND turn IS NOT NULL',
            [requestId, tx.now],
          )) as [unknown, number];
          await app.app.get(RequestEndings).expire(tx);
          return rows;
        });
        return due === 1 ? { status: 200, body: {} } : { status: 409, body: { code: 'meeting_request.wrong_state' } };
      }
    }
  };
  const { status, body } = await answer();
  if (status >= 500) throw new Error(`${given.do}: ${status} ${JSON.stringify(body)}`);
  return status < 300 ? null : (body as { code: string }).code;
}

const slotAt = (scene: MeetingEvent, index: number) => ({
  slotId: scene.slots[index]!.slotId as string,
  startsAt: new Date(scene.slots[index]!.startsAt),
});

const lastMoveOf = async (app: TestApp, requestId: string): Promise<string | null> => {
  const [row] = (await app.db.query(
    `SELECT move.id FROM meeting JOIN meeting_reschedule ON meeting_id = meeting.id JOIN meeting_request move ON move.id = meeting_reschedule.request_id
     WHERE meeting.request_id = $1 ORDER BY move.sent_at DESC, move.id DESC LIMIT 1`,
    [requestId],
  )) as { id: string }[];
  return row?.id ?? null;
};
