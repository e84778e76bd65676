// For specs alone: what Ada and an organisation's people do over HTTP, and what has come of it.
import {
  crowd,
  manyRequests,
  type MeetingEvent,
  newMeetingEvent,
  type TestParticipant,
} from '../../builders/meetings.js';
import type { TestApp } from '../../start-app.js';
import { organise } from '../organisations.js';
import type { Answered, Play, Stage } from '../play.js';
import { decideInPool, everybody, newPoolWorld, type PoolAct, poolSeen, type PoolWorld, type Who } from './pools.js';

type Cast = Record<Who | 'third', TestParticipant>;
const roles = [...everybody, 'third'] as const satisfies readonly (keyof Cast)[];
const about = { reason: 'Sensors for small factories', opportunityIds: [], language: 'en' };
const between = `request.from_user_id = $1 AND request.to_user_id = ANY ($2::uuid[])`;

/** An event whose times may be asked for and taken at once; Bo and Mai of each story share what comes in. */
class PoolStage implements Stage<PoolAct, PoolWorld, Cast> {
  private constructor(
    readonly app: TestApp,
    private readonly scene: MeetingEvent,
    private readonly casts: Cast[],
  ) {}

  static async set(app: TestApp, stories: number): Promise<PoolStage> {
    const scene = await newMeetingEvent(app, {}, { mode: 'instant' });
    const crowds: TestParticipant[][] = [];
    for (const _ of roles) crowds.push(await crowd(app, scene.event.eventId, stories));
    const casts = Array.from(
      { length: stories },
      (_, story) => Object.fromEntries(roles.map((role, at) => [role, crowds[at]![story]!])) as Cast,
    );
    const admin = scene.organiser.userId;
    await organise(
      app,
      admin,
      casts.map(({ bo, mai }) => [bo, mai]),
    );
    await app.db.query(
      `INSERT INTO delegation (event_id, organisation_id, mode, changed_at, changed_by)
       SELECT event_id, organisation_id, 'pool', domain_now(), $2 FROM registration WHERE id = ANY ($1)`,
      [casts.map(({ bo }) => bo.participantId), admin],
    );
    return new PoolStage(app, scene, casts);
  }

  /** Ada has asked Bo for the first two times, in the model and in the database. */
  async begin() {
    const cast = this.casts.pop()!;
    const slotIds = [this.slot(0), this.slot(1)];
    await manyRequests(this.app, this.scene.event, [{ from: cast.ada, to: cast.bo, slotIds }]);
    return { cast, world: newPoolWorld([0, 1]) };
  }

  async perform(act: PoolAct, cast: Cast): Promise<Answered> {
    const event = `/api/events/${this.scene.event.eventId}`;
    const http = this.app.http('by' in act ? cast[act.by] : act.do === 'ask' ? cast.ada : cast.third);
    const request = async (what: string, body: object) =>
      http.post(`/api/meeting-requests/${(await this.last('request', cast))!}/${what}`, body);
    const meeting = async (what: string, body: object) => {
      const id = await this.last('meeting', cast);
      return id ? http.post(`/api/meetings/${id}/${what}`, body) : ('none' as const);
    };
    switch (act.do) {
      case 'ask': {
        const slotIds = [this.slot(act.slot)];
        return http.post(`${event}/meeting-requests`, { to: cast.bo.participantId, slotIds, ...about });
      }
      case 'accept':
        return request('accept', { slotId: this.slot(act.slot) });
      case 'counter':
        return request('counter', { slotIds: [this.slot(act.slot)], note: null });
      case 'decline':
        return request('decline', { reason: 'other', note: null });
      case 'withdraw':
        return request('withdraw', {});
      case 'cancel':
        return meeting('cancel', { reason: 'ill', note: null });
      case 'hand over':
        return meeting('hand-over', { to: cast[act.to].participantId });
      case 'hand back':
        return meeting('hand-back', {});
      case 'engage': {
        const booking = { to: cast[act.who].participantId, slotId: this.slot(act.slot), ...about };
        return http.post(`${event}/instant-bookings`, booking);
      }
    }
  }

  /** The newest of Ada and the organisation. */
  private async last(kind: 'request' | 'meeting', cast: Cast): Promise<string | null> {
    const [row] = (await this.app.db.query(
      kind === 'meeting'
        ? `SELECT meeting.id FROM meeting JOIN meeting_request request ON request.id = request_id WHERE ${between} ORDER BY meeting.id DESC LIMIT 1`
        : `SELECT id FROM meeting_request request WHERE ${between} ORDER BY sent_at DESC LIMIT 1`,
      pairOf(cast),
    )) as { id: string }[];
    return row?.id ?? null;
  }

  /** Told as {@link poolSeen} tells the model. */
  async seen(cast: Cast): Promise<ReturnType<typeof poolSeen>> {
    const named = (userId: string) => everybody.find((who) => cast[who].userId === userId)! as string;
    const requests = (await this.app.db.query(
      `SELECT state, version, CASE turn WHEN 'from' THEN 'ada' WHEN 'to' THEN 'pool' END AS turn, to_user_id AS stands,
              ARRAY(SELECT slot_id FROM meeting_request_slot WHERE request_id = request.id ORDER BY place) AS slots,
              ARRAY(SELECT ARRAY[user_id, for_user_id] FROM meeting_request_voice WHERE request_id = request.id ORDER BY version) AS voices
       FROM meeting_request request WHERE ${between} ORDER BY sent_at`,
      pairOf(cast),
    )) as {
      state: string;
      version: number;
      turn: string | null;
      stands: string;
      slots: string[];
      voices: string[][];
    }[];
    const meetings = (await this.app.db.query(
      `SELECT meeting.state, slot_id AS slot, meeting.version,
              ARRAY(SELECT user_id FROM commitment WHERE source_id = meeting.id) AS expecting
       FROM meeting JOIN meeting_request request ON request.id = request_id WHERE ${between} ORDER BY meeting.id`,
      pairOf(cast),
    )) as { state: string; slot: string; version: number; expecting: string[] }[];
    const elsewhere = (await this.app.db.query(
      `SELECT slot_id AS slot, occupant_id AS who FROM meeting_seat seat WHERE live AND occupant_id = ANY ($1) AND EXISTS
         (SELECT FROM meeting_seat other WHERE other.meeting_id = seat.meeting_id AND other.occupant_id = $2 AND other.live)`,
      [everybody.map((who) => cast[who].userId), cast.third.userId],
    )) as { slot: string; who: string }[];
    return {
      requests: requests.map(({ state, turn, version, slots, stands, voices }) => ({
        ...{ state, turn, version, slots: slots.map((id) => this.placeOf(id)), stands: named(stands) },
        voices: voices.map(([by, inPlaceOf]) => `${named(by!)} for ${named(inPlaceOf!)}`),
      })),
      meetings: meetings.map(({ state, slot, version, expecting }) => ({
        ...{ state, slot: this.placeOf(slot), version },
        expecting: expecting.map(named).sort(),
      })),
      elsewhere: Object.fromEntries(
        everybody.map((who) => {
          const theirs = elsewhere.filter((one) => one.who === cast[who].userId);
          return [who, theirs.map(({ slot }) => this.placeOf(slot)).sort()];
        }),
      ),
    };
  }

  private slot(place: number): string {
    return this.scene.slots[place]!.slotId;
  }

  private placeOf(slotId: string): number {
    return this.scene.slots.findIndex((slot) => slot.slotId === slotId);
  }
}

const pairOf = ({ ada, bo, mai }: Cast) => [ada.userId, [bo.userId, mai.userId]];

/** What is asked of an organisation that shares what comes in, as it plays on PostgreSQL. */
export const pools: Play<PoolAct, PoolWorld, Cast> = { stage: PoolStage.set, decide: decideInPool, seenOf: poolSeen };
