import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RoomTicket, VideoState } from '@musubi/contracts';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { DomainError, LiveKit, Transactions, type Tx } from '../../platform/index.js';
import { mergePresence, type PresenceInterval, type Stay } from './presence.rules.js';
import { RoomAdmissionEntity } from './room-admission.entity.js';
import type { RoomRef } from './rooms.facts.js';

export interface Admission {
  room: RoomRef;
  userId: string;
  /** What the video server calls the person: the participant's id, for staff their own. One device at a time. */
  identity: string;
  displayName: string;
  may: { publish: boolean; subscribe: boolean };
  /** Unseen by the others in the room. */
  hidden?: boolean;
}

/** The longest that a ticket opens the door; who is inside stays. */
const ttlSeconds = 600;

/** Video rooms, tickets into them, and who was there. Knows neither sessions nor meetings: its callers decide who may what. */
@Injectable()
export class Rooms {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly livekit: LiveKit,
  ) {}

  video(): VideoState {
    return { available: this.livekit.available() };
  }

  /**
   * Mints a ticket for one person and one room; the room is made by the first.
   * @throws DomainError `video.off`; `forbidden` for somebody who was put out
   */
  async join({ room, userId, identity, displayName, may, hidden = false }: Admission): Promise<RoomTicket> {
    const url = this.livekit.url();
    if (url === null || !this.livekit.available()) throw new DomainError('video.off');
    const name = await this.transactions.run((tx) =>
      this.admit(tx, room, { userId, identity, canPublish: may.publish }),
    );
    const token = await this.livekit.token({
      room: name,
      identity,
      name: displayName,
      canPublish: may.publish,
      canSubscribe: may.subscribe,
      hidden,
      ttlSeconds,
    });
    return { url, token, room: name, identity, canPublish: may.publish };
  }

  /** Puts somebody out at once, and lets them in no more. */
  async remove(room: RoomRef, userId: string): Promise<void> {
    const out = await this.transactions.run(async (tx) => {
      const [rows] = (await tx.em.query(
        `UPDATE room_admission admission SET removed_at = coalesce(removed_at, $4)
         FROM live_room room
         WHERE room.id = admission.room_id AND room.kind = $1 AND room.source_id = $2 AND admission.user_id = $3
         RETURNING room.name, admission.identity`,
        [room.kind, room.id, userId, tx.now],
      )) as [{ name: string; identity: string }[], number];
      return rows;
    });
    await this.putOut(out);
  }

  /** Puts everybody out; the door stays open to those who get a ticket. Does nothing while video is off. */
  async empty(room: RoomRef): Promise<void> {
    const inside = (await this.dataSource.query(
      `SELECT DISTINCT room.name, admission.identity FROM live_room room
       JOIN presence_interval stay ON stay.room_id = room.id AND stay.ended_at IS NULL
       JOIN room_admission admission ON admission.room_id = room.id AND admission.user_id = stay.user_id
       WHERE room.kind = $1 AND room.source_id = $2`,
      [room.kind, room.id],
    )) as { name: string; identity: string }[];
    await this.putOut(inside);
  }

  /** Who is in each of the rooms right now; a room that nobody ever entered is empty. One query. */
  async here(
    kind: RoomRef['kind'],
    ids: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, Set<string>>> {
    const rows = (await em.query(
      `SELECT DISTINCT room.source_id, stay.user_id FROM live_room room
       JOIN presence_interval stay ON stay.room_id = room.id AND stay.ended_at IS NULL
       WHERE room.kind = $1 AND room.source_id = ANY ($2)`,
      [kind, [...ids]],
    )) as { source_id: string; user_id: string }[];
    const here = new Map(ids.map((id) => [id, new Set<string>()]));
    for (const row of rows) here.get(row.source_id)!.add(row.user_id);
    return here;
  }

  /** When each person was in each of the rooms, merged across devices; open stays last until now. */
  async presence(
    kind: RoomRef['kind'],
    ids: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, PresenceInterval[]>> {
    const [clock] = (await em.query('SELECT domain_now() AS now')) as { now: Date }[];
    const rows = (await em.query(
      `SELECT room.source_id AS "sourceId", stay.user_id AS "userId", stay.started_at AS "startedAt", stay.ended_at AS "endedAt"
       FROM live_room room JOIN presence_interval stay ON stay.room_id = room.id
       WHERE room.kind = $1 AND room.source_id = ANY ($2)`,
      [kind, [...ids]],
    )) as (Stay & { sourceId: string })[];
    const stays = Map.groupBy(rows, (row) => row.sourceId);
    return new Map(ids.map((id) => [id, mergePresence(stays.get(id) ?? [], clock!.now)]));
  }

  private async admit(
    tx: Tx,
    { kind, id, eventId }: RoomRef,
    { userId, identity, canPublish }: { userId: string; identity: string; canPublish: boolean },
  ): Promise<string> {
    const [room] = (await tx.em.query(
      `INSERT INTO live_room (kind, source_id, event_id, name) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT live_room_of_source DO UPDATE SET kind = excluded.kind RETURNING id, name`,
      [kind, id, eventId, `${kind}-${randomUUID()}`],
    )) as { id: string; name: string }[];
    const roomId = room!.id;
    if (await tx.em.existsBy(RoomAdmissionEntity, { roomId, userId, removedAt: Not(IsNull()) }))
      throw new DomainError('forbidden');
    await tx.em.upsert(
      RoomAdmissionEntity,
      { roomId, identity, userId, canPublish, admittedAt: tx.now },
      { conflictPaths: ['roomId', 'identity'] },
    );
    return room!.name;
  }

  private async putOut(people: readonly { name: string; identity: string }[]): Promise<void> {
    if (!this.livekit.available()) return;
    await Promise.all(people.map(({ name, identity }) => this.livekit.removeParticipant(name, identity)));
  }
}
