import { Injectable } from '@nestjs/common';
import type { EventId, SessionId, UserId } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import type { Tx } from '../../../platform/index.js';
import type { KnownSession, KnownSpeaker } from '../known-session.js';
import { RoomEntity } from './room.entity.js';
import { SessionEntity } from './session.entity.js';
import { SpeakerEntity } from './speaker.entity.js';
import { TrackEntity } from './track.entity.js';

/** The draft that organisers work on. Nobody else sees it before it is released. */
@Injectable()
export class Draft {
  constructor(private readonly dataSource: DataSource) {}

  /** All sessions of an event as they would be shown, in the order of the programme. Four queries. */
  async sessions(eventId: string, em: EntityManager = this.dataSource.manager): Promise<KnownSession[]> {
    const sessions = await em.find(SessionEntity, { where: { eventId } });
    const rooms = await em.findBy(RoomEntity, { eventId });
    const tracks = await em.findBy(TrackEntity, { eventId });
    const speakers = await this.speakers(eventId, em);
    const [roomsById, tracksById] = [byId(rooms), byId(tracks)];
    return sessions
      .map((session): KnownSession => ({
        sessionId: session.id as SessionId,
        eventId: session.eventId as EventId,
        kind: session.kind,
        state: session.state,
        title: session.title,
        subtitle: session.subtitle,
        abstract: session.abstract,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        room: roomsById.get(session.roomId ?? '')?.name ?? null,
        roomLocal: roomsById.get(session.roomId ?? '')?.nameLocal ?? null,
        track: tracksById.get(session.trackId ?? '')?.name ?? null,
        trackLocal: tracksById.get(session.trackId ?? '')?.nameLocal ?? null,
        languages: session.languages,
        interpreted: session.interpreted,
        speakers: speakers.get(session.id) ?? [],
        online: session.online,
      }))
      .sort(inOrder);
  }

  /**
   * Says which account a speaker of a source is; agendas follow with the next release. For seeds.
   * @returns whether there is such a speaker
   */
  async linkSpeaker(tx: Tx, eventId: string, externalId: string, userId: string): Promise<boolean> {
    const { affected } = await tx.em.update(SpeakerEntity, { eventId, externalId }, { userId });
    return (affected ?? 0) > 0;
  }

  private async speakers(eventId: string, em: EntityManager): Promise<Map<string, KnownSpeaker[]>> {
    const rows = (await em.query(
      `SELECT link.session_id, speaker.id, speaker.name, speaker.name_local, speaker.biography,
              speaker.organisation, speaker.organisation_local, speaker.user_id
       FROM session_speaker link JOIN speaker ON speaker.id = link.speaker_id
       WHERE speaker.event_id = $1 ORDER BY link.session_id, link.place`,
      [eventId],
    )) as {
      session_id: string;
      id: string;
      name: string;
      name_local: string | null;
      biography: string | null;
      organisation: string | null;
      organisation_local: string | null;
      user_id: UserId | null;
    }[];
    const grouped = Map.groupBy(rows, (row) => row.session_id);
    return new Map(
      [...grouped].map(([sessionId, own]) => [
        sessionId,
        own.map((row) => ({
          speakerId: row.id,
          name: row.name,
          nameLocal: row.name_local,
          biography: row.biography,
          organisation: row.organisation,
          organisationLocal: row.organisation_local,
          userId: row.user_id,
        })),
      ]),
    );
  }
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function inOrder(a: KnownSession, b: KnownSession): number {
  const key = ({ startsAt, room, sessionId }: KnownSession) => `${startsAt} ${room ?? ''} ${sessionId}`;
  return key(a) < key(b) ? -1 : 1;
}
