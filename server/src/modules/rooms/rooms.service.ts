import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RoomTicket, VideoState } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, Facts, LiveKit, Transactions, type Tx } from '../../platform/index.js';
import { mergePresence, type PresenceInterval, type Stay } from './attendance/presence.rules.js';
import { PresenceIntervalEntity } from './attendance/presence-interval.entity.js';
import { Evictions, type Occupant } from './evictions.service.js';
import { LiveRoomEntity } from './live-room.entity.js';
import { lostInSilence } from './outages/outages.service.js';
import { departing, type OutOf } from './departures.js';
import { lockPeople, lockRooms } from './room-locks.js';
import { RoomAdmissionEntity } from './room-admission.entity.js';
import type { RoomRef } from './rooms.facts.js';

/** Who comes into a room, and as what: as its owner decides. */
export interface Admission {
  /** The event that the room belongs to. */
  eventId: string;
  /** What the video server calls the person: the participant's id, for staff their own. One device at a time. */
  identity: string;
  displayName: string;
  may: { publish: boolean; subscribe: boolean };
  /** Unseen by the others in the room. */
  hidden?: boolean;
}

/** When somebody was in a room. */
export interface PastStay {
  userId: string;
  identity: string;
  from: Date;
  until: Date;
}

/** A room's owner and which of its things it is. */
export type RoomKey = Pick<RoomRef, 'kind' | 'id'>;

/** The longest that a ticket opens the door; who is inside stays. */
const ttlSeconds = 600;

/** Video rooms, tickets into them, and who was there. Knows neither sessions nor meetings: its callers decide who may what. */
@Injectable()
export class Rooms implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly facts: Facts,
    private readonly livekit: LiveKit,
    private readonly evictions: Evictions,
  ) {}

  onModuleInit(): void {
    for (const name of ['registration.withdrawn', 'registration.rejected'] as const) {
      this.facts.on(name, async ({ eventId, userId }, tx) => this.remove(tx, userId, { eventId }));
    }
  }

  video(): VideoState {
    return { available: this.livekit.available() };
  }

  /**
   * Mints a ticket for one person and one room; the room is made by the first.
   * @param admit decides, inside the transaction that lets the person in; removals of this person and the closing of this
   * room come before, and are seen by it, or after, and see the admission
   * @throws DomainError `video.off`, and what `admit` refuses
   */
  async join(key: RoomKey, userId: string, admit: (tx: Tx) => Promise<Admission>): Promise<RoomTicket> {
    const { room, identity, displayName, may, hidden } = await this.transactions.run(async (tx) => {
      await lockPeople(tx, [userId]);
      await lockRooms(tx, 'shared', [key]);
      const admission = await admit(tx);
      const url = this.livekit.url();
      if (url === null || !this.livekit.available()) throw new DomainError('video.off');
      return { ...admission, room: await this.admit(tx, key, userId, admission) };
    });
    const token = await this.livekit.token({
      room,
      identity,
      name: displayName,
      canPublish: may.publish,
      canSubscribe: may.subscribe,
      hidden: hidden ?? false,
      ttlSeconds,
    });
    return { url: this.livekit.url()!, token, room, identity, canPublish: may.publish };
  }

  /**
   * Puts somebody out of some rooms or of all of an event, when all else of the transaction is written; their tickets let them
   * in no more. Nothing keeps them from a new one.
   */
  remove(tx: Tx, userId: string, from: OutOf): void {
    departing(tx, ({ people }) => void people.push({ userId, from }), this.carryOut(tx));
  }

  /**
   * Ends the rooms for everybody, when all else of the transaction is written: who is inside is put out, no ticket opens them
   * again.
   */
  close(tx: Tx, kind: RoomRef['kind'], ids: readonly string[]): void {
    departing(tx, ({ rooms }) => void rooms.push(...ids.map((id) => ({ kind, id }))), this.carryOut(tx));
  }

  private carryOut(tx: Tx): Parameters<typeof departing>[2] {
    return async ({ people, rooms }) => {
      for (const { userId, from } of people) await this.putOut(tx, userId, from);
      for (const [kind, those] of Map.groupBy(rooms, (room) => room.kind)) await this.shut(tx, kind, those);
    };
  }

  private async putOut(tx: Tx, userId: string, from: OutOf): Promise<void> {
    const [which, parameters] =
      'eventId' in from
        ? ['room.event_id = $3', [from.eventId]]
        : ['room.kind = $3 AND room.source_id = ANY ($4)', [from.kind, [...from.ids]]];
    const [out] = (await tx.em.query(
      `UPDATE room_admission admission SET removed_at = $2 FROM live_room room
       WHERE room.id = admission.room_id AND room.closed_at IS NULL AND admission.user_id = $1 AND ${which}
       RETURNING room.name AS room, admission.identity`,
      [userId, tx.now, ...parameters],
    )) as [Occupant[], number];
    await this.evictions.putOut(tx, out);
  }

  private async shut(tx: Tx, kind: RoomRef['kind'], rooms: readonly { id: string }[]): Promise<void> {
    const [closed] = (await tx.em.query(
      `UPDATE live_room SET closed_at = $3 WHERE kind = $1 AND source_id = ANY ($2) AND closed_at IS NULL RETURNING name`,
      [kind, rooms.map(({ id }) => id), tx.now],
    )) as [{ name: string }[], number];
    await this.evictions.shut(
      tx,
      closed.map(({ name }) => name),
    );
  }

  /** What has a room that is not closed, whether or not somebody is in it. */
  async open(kind: RoomRef['kind'], em: EntityManager): Promise<string[]> {
    const rows = (await em.query('SELECT source_id AS id FROM live_room WHERE kind = $1 AND closed_at IS NULL', [
      kind,
    ])) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Who is in each of the rooms right now, with the demo's people until they go; a room that nobody ever entered is empty. One query. */
  async here(
    kind: RoomRef['kind'],
    ids: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, Set<string>>> {
    const rows = (await em.query(
      `SELECT DISTINCT room.source_id, stay.user_id FROM live_room room
       JOIN presence_interval stay ON stay.room_id = room.id AND (stay.ended_at IS NULL OR stay.ended_at > domain_now())
       WHERE room.kind = $1 AND room.source_id = ANY ($2)`,
      [kind, [...ids]],
    )) as { source_id: string; user_id: string }[];
    const here = new Map(ids.map((id) => [id, new Set<string>()]));
    for (const row of rows) here.get(row.source_id)!.add(row.user_id);
    return here;
  }

  /**
   * When each person was in each of the rooms, merged across devices. Open stays last until now; those that an outage left
   * open last until they were seen, for as long as nobody has seen them again.
   */
  async presence(
    kind: RoomRef['kind'],
    ids: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, PresenceInterval[]>> {
    const [clock] = (await em.query('SELECT domain_now() AS now')) as { now: Date }[];
    const rows = (await em.query(
      `SELECT room.source_id AS "sourceId", stay.user_id AS "userId", stay.started_at AS "startedAt",
         coalesce(stay.ended_at, CASE WHEN ${lostInSilence} THEN greatest(stay.started_at, stay.seen_at) END) AS "endedAt"
       FROM live_room room JOIN presence_interval stay ON stay.room_id = room.id
       WHERE room.kind = $1 AND room.source_id = ANY ($2)`,
      [kind, [...ids]],
    )) as (Stay & { sourceId: string })[];
    const stays = Map.groupBy(rows, (row) => row.sourceId);
    return new Map(ids.map((id) => [id, mergePresence(stays.get(id) ?? [], clock!.now)]));
  }

  /** Stays that no video server tells of, and when they end: the demo's people meet without one. */
  async remember(tx: Tx, { eventId, ...key }: RoomRef, stays: readonly PastStay[]): Promise<void> {
    for (const { userId, identity, from, until } of stays) {
      const may = { publish: true, subscribe: true };
      const name = await this.admit(tx, key, userId, { eventId, identity, displayName: '', may });
      const { id: roomId } = await tx.em.findOneByOrFail(LiveRoomEntity, { name });
      const times = { startedAt: from, endedAt: until, seenAt: until };
      await tx.em.insert(PresenceIntervalEntity, { roomId, userId, participantSid: `past-${identity}`, ...times });
    }
  }

  /** @returns the room's name */
  private async admit(
    tx: Tx,
    { kind, id }: RoomKey,
    userId: string,
    { eventId, identity, may }: Admission,
  ): Promise<string> {
    const [room] = (await tx.em.query(
      `INSERT INTO live_room (kind, source_id, event_id, name) VALUES ($1, $2, $3, $4)
       ON CONFLICT (kind, source_id) WHERE closed_at IS NULL DO UPDATE SET kind = excluded.kind RETURNING id, name`,
      [kind, id, eventId, `${kind}-${randomUUID()}`],
    )) as { id: string; name: string }[];
    await tx.em.upsert(
      RoomAdmissionEntity,
      { roomId: room!.id, identity, userId, canPublish: may.publish, admittedAt: tx.now, removedAt: null },
      { conflictPaths: ['roomId', 'identity'] },
    );
    return room!.name;
  }
}
