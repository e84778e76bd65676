import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ParticipantInfo, WebhookEvent } from 'livekit-server-sdk';
import { Facts, Jobs, LiveKit, Transactions, Turns, type Tx } from '../../../platform/index.js';
import { type OpenStay, reconcile } from './presence.rules.js';
import { Evictions } from '../evictions.service.js';
import type { RoomRef } from '../rooms.facts.js';

interface LockedRoom {
  id: string;
  name: string;
  ref: RoomRef;
  closed: boolean;
}
interface Arrival {
  sid: string;
  identity: string;
  at: Date;
}

/** What the video server answered, and when it was asked, in domain time. */
interface Look {
  askedAt: Date;
  /** Who is in each of our rooms, by the room's name. */
  inside: ReadonlyMap<string, ParticipantInfo[]>;
}

const lookEverySeconds = 15;
/** Questions to the video server at a time: a conference has hundreds of rooms at once. */
const questionsAtOnce = 8;
/** ParticipantInfo.State.DISCONNECTED of LiveKit's protocol: listed for a moment, but gone. */
const disconnected = 3;

/**
 * Keeps who is in which room: what the video server tells, and, since what it tells gets lost, what it answers when asked.
 * A stay is known by the video server's own name for it, so that nothing counts twice.
 */
@Injectable()
export class Attendance implements OnModuleInit {
  private readonly asked = new Turns(questionsAtOnce);

  constructor(
    private readonly transactions: Transactions,
    private readonly facts: Facts,
    private readonly jobs: Jobs,
    private readonly livekit: LiveKit,
    private readonly evictions: Evictions,
  ) {}

  onModuleInit(): void {
    this.facts.on('livekit.told', ({ told, at }, tx) => this.hear(tx, told, at));
    this.jobs.sweep(
      'rooms.reconcile',
      lookEverySeconds,
      async (tx, look) => (look ? this.reconcile(tx, look) : 0),
      () => this.look(),
    );
  }

  /** One of the video server's webhooks; what is about somebody else's rooms is ignored. */
  async hear(tx: Tx, { event, room: about, participant }: WebhookEvent, at: Date): Promise<void> {
    const known = ['participant_joined', 'participant_left', 'participant_connection_aborted', 'room_finished'];
    if (!about || !known.includes(event)) return;
    const [room] = await this.lock(tx, [about.name]);
    if (!room) return;
    if (event === 'room_finished') return this.closeAll(tx, room, at);
    if (!participant) return;
    const { sid, identity } = participant;
    if (event === 'participant_joined') {
      await this.open(tx, room, { sid, identity, at });
      await this.showOut(tx, [room], new Map([[room.name, [participant]]]));
    } else if (!(await this.close(tx, room, [sid], at))) await this.keepPast(tx, room, participant, at);
  }

  /** Asks the video server who is where; null while nobody can be asked. Without video nobody is in a room. */
  private async look(): Promise<Look | null> {
    return this.transactions.read(async (em) => {
      const [clock] = (await em.query('SELECT domain_now() AS now')) as { now: Date }[];
      const askedAt = clock!.now;
      if (this.livekit.url() === null) return { askedAt, inside: new Map() };
      if (!this.livekit.available()) return null;
      // Several instances may share a video server.
      const ours = (await em.query('SELECT name FROM live_room WHERE name = ANY ($1)', [
        (await this.livekit.rooms()).map(({ name }) => name),
      ])) as { name: string }[];
      const inside = await Promise.all(ours.map(({ name }) => this.asked.take(() => this.livekit.participants(name))));
      return {
        askedAt,
        inside: new Map(
          ours.map(({ name }, i) => [name, inside[i]!.filter(({ state }) => Number(state) !== disconnected)]),
        ),
      };
    });
  }

  /**
   * Heals what was lost: the news of who came and went, and who should have been put out. A stay whose end was lost ends
   * when we last knew of it.
   * @returns how many stays were opened or closed
   */
  private async reconcile(tx: Tx, { askedAt, inside }: Look): Promise<number> {
    const offsetMs = await offsetOf(tx);
    const rooms = await this.lock(tx, [...inside.keys()], 'with those that have open stays');
    const open = await this.openStays(tx, rooms);
    const seen: { roomId: string; sid: string }[] = [];
    let healed = 0;
    for (const room of rooms) {
      const { arrived, still, gone } = reconcile(open.get(room.id) ?? [], inside.get(room.name) ?? [], askedAt);
      seen.push(...still.map((sid) => ({ roomId: room.id, sid })));
      for (const { sid, identity, joinedAt } of arrived) {
        const at = new Date(Math.min(Number(joinedAt) * 1_000 + offsetMs, tx.now.getTime()));
        if (await this.open(tx, room, { sid, identity, at })) healed++;
      }
      if (gone.length > 0) healed += await this.close(tx, room, gone, null);
    }
    await this.see(tx, seen, askedAt);
    await this.showOut(tx, rooms, inside);
    return healed;
  }

  /** The stays that go on, by room. */
  private async openStays(tx: Tx, rooms: readonly LockedRoom[]): Promise<Map<string, OpenStay[]>> {
    const rows = (await tx.em.query(
      `SELECT room_id AS "roomId", participant_sid AS sid, seen_at AS "seenAt" FROM presence_interval
       WHERE room_id = ANY ($1) AND ended_at IS NULL`,
      [rooms.map(({ id }) => id)],
    )) as (OpenStay & { roomId: string })[];
    return Map.groupBy(rows, ({ roomId }) => roomId);
  }

  private async see(tx: Tx, stays: readonly { roomId: string; sid: string }[], at: Date): Promise<void> {
    if (stays.length === 0) return;
    await tx.em.query(
      `UPDATE presence_interval stay SET seen_at = greatest(stay.seen_at, $3)
       FROM unnest($1::uuid[], $2::text[]) AS still (room_id, sid)
       WHERE stay.room_id = still.room_id AND stay.participant_sid = still.sid`,
      [stays.map(({ roomId }) => roomId), stays.map(({ sid }) => sid), at],
    );
  }

  /** Whoever is in a room that closed, or in any with a ticket that counts no more. */
  private async showOut(
    tx: Tx,
    rooms: readonly LockedRoom[],
    inside: ReadonlyMap<string, readonly ParticipantInfo[]>,
  ): Promise<void> {
    const closed = rooms.filter(({ closed, name }) => closed && inside.has(name));
    await this.evictions.shut(
      tx,
      closed.map(({ name }) => name),
    );
    const there = rooms
      .filter((room) => !room.closed)
      .flatMap(({ id, name }) => (inside.get(name) ?? []).map(({ identity }) => ({ id, identity })));
    if (there.length === 0) return;
    const removed = (await tx.em.query(
      `SELECT room.name AS room, admission.identity FROM unnest($1::uuid[], $2::text[]) AS there (room_id, identity)
       JOIN room_admission admission USING (room_id, identity) JOIN live_room room ON room.id = admission.room_id
       WHERE admission.removed_at IS NOT NULL`,
      [there.map(({ id }) => id), there.map(({ identity }) => identity)],
    )) as { room: string; identity: string }[];
    await this.evictions.putOut(tx, removed);
  }

  /** Our rooms of these names, held until the end of the transaction: one after the other changes who is inside. */
  private async lock(
    tx: Tx,
    names: readonly string[],
    also?: 'with those that have open stays',
  ): Promise<LockedRoom[]> {
    const rows = (await tx.em.query(
      `SELECT id, name, kind, source_id, event_id, closed_at FROM live_room room
       WHERE name = ANY ($1)
          OR ($2 AND EXISTS (SELECT FROM presence_interval WHERE room_id = room.id AND ended_at IS NULL))
       ORDER BY id FOR NO KEY UPDATE`,
      [[...names], also !== undefined],
    )) as {
      id: string;
      name: string;
      kind: RoomRef['kind'];
      source_id: string;
      event_id: string;
      closed_at: Date | null;
    }[];
    return rows.map(({ id, name, kind, source_id, event_id, closed_at }) => ({
      id,
      name,
      ref: { kind, id: source_id, eventId: event_id },
      closed: closed_at !== null,
    }));
  }

  /** @returns false when the stay is known already, or is of nobody whom we let in */
  private async open(tx: Tx, room: LockedRoom, { sid, identity, at }: Arrival): Promise<boolean> {
    const [opened] = (await tx.em.query(
      `INSERT INTO presence_interval (room_id, user_id, participant_sid, started_at, seen_at)
       SELECT room_id, user_id, $3, $4::timestamptz, $5::timestamptz ${letIn}
       ON CONFLICT ON CONSTRAINT presence_interval_of_stay DO NOTHING RETURNING user_id`,
      [room.id, identity, sid, at, tx.now],
    )) as { user_id: string }[];
    if (!opened) return false;
    const devices = await this.devices(tx, room, [opened.user_id]);
    if (devices.get(opened.user_id) === 1) {
      await tx.fact({ name: 'room.joined', room: room.ref, userId: opened.user_id, at });
    }
    return true;
  }

  /**
   * Ends stays that go on.
   * @param at null: when each was last seen
   * @returns how many there were
   */
  private async close(tx: Tx, room: LockedRoom, sids: readonly string[], at: Date | null): Promise<number> {
    const [closed] = (await tx.em.query(
      `UPDATE presence_interval SET ended_at = greatest(started_at, coalesce($3, seen_at))
       WHERE room_id = $1 AND participant_sid = ANY ($2) AND ended_at IS NULL
       RETURNING user_id, ended_at`,
      [room.id, [...sids], at],
    )) as [{ user_id: string; ended_at: Date }[], number];
    const devices = await this.devices(
      tx,
      room,
      closed.map((row) => row.user_id),
    );
    for (const [userId, stays] of Map.groupBy(closed, (row) => row.user_id)) {
      if (devices.get(userId)) continue;
      const last = new Date(Math.max(...stays.map((stay) => stay.ended_at.getTime())));
      await tx.fact({ name: 'room.left', room: room.ref, userId, at: last });
    }
    return closed.length;
  }

  private async closeAll(tx: Tx, room: LockedRoom, at: Date): Promise<void> {
    const open = (await tx.em.query(
      'SELECT participant_sid AS sid FROM presence_interval WHERE room_id = $1 AND ended_at IS NULL',
      [room.id],
    )) as { sid: string }[];
    if (open.length === 0) return;
    await this.close(
      tx,
      room,
      open.map(({ sid }) => sid),
      at,
    );
  }

  /** The end came first, or the beginning was lost: the end tells when it began. A beginning that comes later finds it kept. */
  private async keepPast(
    tx: Tx,
    room: LockedRoom,
    { sid, identity, joinedAt }: ParticipantInfo,
    at: Date,
  ): Promise<void> {
    const joined = joinedAt > 0n ? Number(joinedAt) * 1_000 + (await offsetOf(tx)) : at.getTime();
    await tx.em.query(
      `INSERT INTO presence_interval (room_id, user_id, participant_sid, started_at, ended_at, seen_at)
       SELECT room_id, user_id, $3, $4::timestamptz, $5::timestamptz, $5 ${letIn}
       ON CONFLICT ON CONSTRAINT presence_interval_of_stay DO NOTHING`,
      [room.id, identity, sid, new Date(Math.min(joined, at.getTime())), at],
    );
  }

  /** How many devices each of the people has in the room. */
  private async devices(tx: Tx, room: LockedRoom, userIds: readonly string[]): Promise<Map<string, number>> {
    const rows = (await tx.em.query(
      `SELECT user_id, count(*)::int AS devices FROM presence_interval
       WHERE room_id = $1 AND user_id = ANY ($2) AND ended_at IS NULL GROUP BY user_id`,
      [room.id, [...userIds]],
    )) as { user_id: string; devices: number }[];
    return new Map(rows.map((row) => [row.user_id, row.devices]));
  }
}

/** The admission of $2 into room $1, if it still counted at $4. */
const letIn = `FROM room_admission admission JOIN live_room room ON room.id = admission.room_id
  WHERE admission.room_id = $1 AND admission.identity = $2
    AND $4 < coalesce(least(room.closed_at, admission.removed_at), 'infinity')`;

/** How far domain time is ahead of the video server's, in milliseconds. */
async function offsetOf(tx: Tx): Promise<number> {
  const [row] = (await tx.em.query('SELECT offset_ms FROM domain_clock')) as { offset_ms: string }[];
  return Number(row!.offset_ms);
}
