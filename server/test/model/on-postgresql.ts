// For specs alone: the acts of the life cycle over HTTP, and what has come of them.
import { crowd, manyRequests, type MeetingEvent, newMeetingEvent, type TestParticipant } from '../builders/meetings.js';
import type { TestApp } from '../start-app.js';
import { RequestEndings } from '../../src/modules/meetings/index.js';
import { assist, dismiss, inTheNameOf, type Sender, throughOf, throughSeen } from './assistants/on-postgresql.js';
import { GuestBook, guestsSeen, isGuestAct } from './guests/on-postgresql.js';
import type { Act, PairAct } from './act.js';
import { type Cast, roles, somebodies } from './cast.js';
import { decide } from './life-cycle.js';
import type { Answered, Play, Stage } from './play.js';
import { newWorld, type Somebody, type World } from './world.js';

/** An event whose times may be asked for and taken at once, and people enough for so many stories. */
class LifeStage implements Stage<Act, World, Cast> {
  private readonly guests: GuestBook;

  private constructor(
    readonly app: TestApp,
    private readonly scene: MeetingEvent,
    private readonly casts: Cast[],
  ) {
    this.guests = new GuestBook(app, scene, (cast) => this.last('request', cast));
  }

  /** Everybody in a role is of one organisation, whatever the story. */
  static async set(app: TestApp, stories: number): Promise<LifeStage> {
    const scene = await newMeetingEvent(app, {}, { mode: 'instant' });
    const { eventId } = scene.event;
    const crowds: TestParticipant[][] = [];
    for (const _ of roles) crowds.push(await crowd(app, eventId, stories));
    const casts = Array.from(
      { length: stories },
      (_, story) => Object.fromEntries(roles.map((role, at) => [role, crowds[at]![story]!])) as Cast,
    );
    await assist(app, scene.organiser.userId, casts);
    // Whoever leaves gives a place back.
    const people = roles.length * stories;
    await app.db.query('UPDATE event_capacity SET taken = taken + $2 WHERE event_id = $1', [eventId, people]);
    return new LifeStage(app, scene, casts);
  }

  /** Ada has asked Bo for the first two times, in the model and in the database. */
  async begin(): Promise<{ cast: Cast; world: World }> {
    const cast = this.casts.pop()!;
    const slotIds = [this.slot(0), this.slot(1)];
    await manyRequests(this.app, this.scene.event, [{ from: cast.ada, to: cast.bo, slotIds }]);
    return { cast, world: newWorld([0, 1]) };
  }

  perform(act: Act, cast: Cast): Promise<Answered> {
    if (isGuestAct(act)) return this.guests.send(act, cast);
    if (act.do === 'dismiss') return dismiss(this.app, cast);
    return this.send(act, cast, act.through ? inTheNameOf(this.app, cast) : this.app.http(cast[act.by]));
  }

  private async send(act: PairAct, cast: Cast, http: Sender): Promise<Answered> {
    const slotId = 'slot' in act ? this.slot(act.slot) : '';
    const partner = cast[act.by === 'ada' ? 'bo' : 'ada'];
    const event = `/api/events/${this.scene.event.eventId}`;
    const about = { reason: 'Sensors for small factories', opportunityIds: [], language: 'en' };
    const request = async (what: string, body: object) =>
      http.post(`/api/meeting-requests/${(await this.last('request', cast))!}/${what}`, body);
    const on = async (kind: 'meeting' | 'move', path: (id: string) => string, body: object) => {
      const id = await this.last(kind, cast);
      return id ? http.post(path(id), body) : ('none' as const);
    };
    switch (act.do) {
      case 'ask':
        return http.post(`${event}/meeting-requests`, {
          ...{ to: partner.participantId, slotIds: [slotId], ...about },
          ...(act.with && { people: [{ participantId: cast[act.with.guest].participantId, part: act.with.part }] }),
        });
      case 'take':
        return http.post(`${event}/instant-bookings`, { to: partner.participantId, slotId, ...about });
      case 'compete':
        return this.app
          .http(cast.third)
          .post(`${event}/instant-bookings`, { to: cast[act.by].participantId, slotId, ...about });
      case 'accept':
        return request('accept', { slotId });
      case 'counter':
        return request('counter', { slotIds: [slotId], note: null });
      case 'decline':
        return request('decline', { reason: 'other', note: null });
      case 'withdraw':
        return request('withdraw', {});
      case 'expire':
        return this.expire((await this.last('request', cast))!);
      case 'reschedule':
        return on('meeting', (id) => `/api/meetings/${id}/reschedule`, { slotIds: [slotId], note: null });
      case 'cancel':
        return on('meeting', (id) => `/api/meetings/${id}/cancel`, { reason: 'ill', note: null });
      case 'agree':
        return on('move', (id) => `/api/meeting-requests/${id}/accept`, { slotId });
      case 'stay':
        return on('move', (id) => `/api/meeting-requests/${id}/decline`, { reason: 'other', note: null });
      case 'block':
        return http.put(`/api/me/blocks/${partner.userId}`);
      case 'unblock':
        return http.delete(`/api/me/blocks/${partner.userId}`);
      case 'leave':
        return http.post(`${event}/registration/withdraw`);
    }
  }

  /** In one go: between a deadline that is set and the sweep somebody could still propose times, and get a new one. */
  private async expire(requestId: string): Promise<{ status: number; body: unknown }> {
    const due = await this.app.transactions.run(async (tx) => {
      const [, rows] = (await tx.em.query(
        'UPDATE meeting_request SET answer_by = $2 WHERE id = $1 AND turn IS NOT NULL',
        [requestId, tx.now],
      )) as [unknown, number];
      await this.app.app.get(RequestEndings).expire(tx);
      return rows;
    });
    return due === 1 ? { status: 200, body: {} } : { status: 409, body: { code: 'meeting_request.wrong_state' } };
  }

  /** The newest of the two's requests, meetings, or requests to move one. */
  private async last(kind: 'request' | 'meeting' | 'move', { ada, bo }: Cast): Promise<string | null> {
    const [row] = (await this.app.db.query(
      kind === 'meeting'
        ? `SELECT meeting.id FROM meeting JOIN meeting_request request ON request.id = request_id WHERE ${between} ORDER BY meeting.id DESC LIMIT 1`
        : `SELECT id FROM meeting_request request
           WHERE ${between} AND ${kind === 'move' ? '' : 'NOT'} EXISTS (SELECT FROM meeting_reschedule WHERE request_id = request.id)
           ORDER BY sent_at DESC, version LIMIT 1`,
      [ada.userId, bo.userId],
    )) as { id: string }[];
    return row?.id ?? null;
  }

  /** What has come of it, told as {@link seenOf} tells the model. */
  async seen(cast: Cast): Promise<ReturnType<typeof seenOf>> {
    const { ada, bo, third } = cast;
    const requests = (await this.app.db.query(
      `SELECT CASE from_user_id WHEN $1 THEN 'ada' ELSE 'bo' END AS asker, state, version,
              CASE WHEN turn IS NULL THEN NULL WHEN (turn = 'from') = (from_user_id = $1) THEN 'ada' ELSE 'bo' END AS turn,
              EXISTS (SELECT FROM meeting_reschedule WHERE request_id = request.id) AS moves,
              ARRAY(SELECT slot_id FROM meeting_request_slot WHERE request_id = request.id ORDER BY place) AS slots
       FROM meeting_request request WHERE ${between} ORDER BY sent_at`,
      [ada.userId, bo.userId],
    )) as { asker: string; state: string; version: number; turn: string | null; moves: boolean; slots: string[] }[];
    const meetings = (await this.app.db.query(
      `SELECT meeting.state, meeting.slot_id AS slot, meeting.version FROM meeting JOIN meeting_request request ON request.id = request_id
       WHERE ${between} ORDER BY meeting.id`,
      [ada.userId, bo.userId],
    )) as { state: string; slot: string; version: number }[];
    const seats = (await this.app.db.query(
      `SELECT slot_id AS slot, occupant_id AS who FROM meeting_seat seat
       WHERE live AND occupant_id = ANY ($1) AND EXISTS
         (SELECT FROM meeting_seat other WHERE other.meeting_id = seat.meeting_id AND other.occupant_id = $2 AND other.live)`,
      [somebodies.map((who) => cast[who].userId), third.userId],
    )) as { slot: string; who: string }[];
    const placed = requests.map(({ moves, slots, ...one }) => ({
      moves,
      ...one,
      slots: slots.map((id) => this.placeOf(id)),
    }));
    const of = (who: Somebody) =>
      seats.filter((one) => one.who === cast[who].userId).map(({ slot }) => this.placeOf(slot));
    return {
      requests: placed.filter(({ moves }) => !moves).map(({ moves: _, ...one }) => one),
      moves: placed.filter(({ moves }) => moves).map(({ moves: _, ...one }) => one),
      meetings: meetings.map((one) => ({ ...one, slot: this.placeOf(one.slot) })),
      elsewhere: Object.fromEntries(somebodies.map((who) => [who, of(who).sort()])),
      ...(await this.guests.seen(cast)),
      ...(await throughOf(this.app, cast)),
    };
  }

  private slot(place: number): string {
    return this.scene.slots[place]!.slotId;
  }

  private placeOf(slotId: string): number {
    return this.scene.slots.findIndex((slot) => slot.slotId === slotId);
  }
}

const between = '(request.from_user_id, request.to_user_id) IN (($1, $2), ($2, $1))';

/** What can be seen of the world of the model. */
export function seenOf(world: World) {
  const { requests, moves, meetings, elsewhere } = world;
  const told = ({ asker, state, version, turn, slots }: World['requests'][number]) => ({
    ...{ asker: asker as string, state: state as string, version, turn: turn as string | null, slots },
  });
  return {
    requests: requests.map(told),
    moves: moves.map(told),
    meetings: meetings.map(({ state, slot, version }) => ({ state: state as string, slot, version })),
    elsewhere: Object.fromEntries(somebodies.map((who) => [who as string, elsewhere[who].toSorted()])),
    ...guestsSeen(world),
    ...throughSeen(world),
  };
}

/** The life cycle of what two people ask of each other, as it plays on PostgreSQL. */
export const lifeCycle: Play<Act, World, Cast> = { stage: LifeStage.set, decide, seenOf };
