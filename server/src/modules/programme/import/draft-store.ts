import type { Tx } from '../../../platform/index.js';
import { SessionEntity } from '../draft/session.entity.js';
import type { DraftSession, ImportPlan } from './import-plan.js';
import type { ReadName } from './file/fields/file-names.js';
import type { ReadProgramme, ReadSession } from './file/read-programme.js';

/** The draft's sessions of one source, with the names that files use. One query. */
export async function loadDraft(tx: Tx, eventId: string, source: string): Promise<DraftSession[]> {
  return (await tx.em.query(
    `SELECT session.id, session.external_id AS "externalId", session.kind, session.state, session.title, session.subtitle,
            session.abstract, session.starts_at AS "startsAt", session.ends_at AS "endsAt", room.name AS room, track.name AS track,
            session.languages, session.interpreted, session.online,
            ARRAY (SELECT speaker.external_id FROM session_speaker link JOIN speaker ON speaker.id = link.speaker_id
                   WHERE link.session_id = session.id ORDER BY link.place) AS speakers
     FROM session
     LEFT JOIN programme_room room ON room.id = session.room_id
     LEFT JOIN programme_track track ON track.id = session.track_id
     WHERE session.event_id = $1 AND session.source = $2`,
    [eventId, source],
  )) as DraftSession[];
}

/** Writes what the plan says. The number of statements does not grow with the file. */
export async function saveImport(tx: Tx, eventId: string, read: ReadProgramme, plan: ImportPlan): Promise<void> {
  const { source } = read;
  const touched = [...plan.create, ...plan.update];
  const rooms = await namesToIds(tx, 'programme_room', eventId, read.rooms);
  const tracks = await namesToIds(tx, 'programme_track', eventId, read.tracks);
  const speakers = await saveSpeakers(tx, eventId, read);
  const sessions = await saveSessions(tx, { eventId, source, touched, rooms, tracks });
  await saveLinks(tx, touched, sessions, speakers);
  if (plan.cancel.length > 0) {
    await tx.em.update(
      SessionEntity,
      plan.cancel.map(({ id }) => id),
      { state: 'cancelled' },
    );
  }
}

type Ids = ReadonlyMap<string, string>;

async function namesToIds(
  tx: Tx,
  table: 'programme_room' | 'programme_track',
  eventId: string,
  names: readonly ReadName[],
): Promise<Ids> {
  await tx.em.query(
    `INSERT INTO ${table} AS known (event_id, name, name_local)
     SELECT $1, given.name, given."nameLocal" FROM jsonb_to_recordset($2) AS given (name text, "nameLocal" text)
     ON CONFLICT ON CONSTRAINT ${table}_name DO UPDATE SET name_local = coalesce(excluded.name_local, known.name_local)`,
    [eventId, JSON.stringify(names)],
  );
  const rows = (await tx.em.query(`SELECT id, name FROM ${table} WHERE event_id = $1`, [eventId])) as {
    id: string;
    name: string;
  }[];
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** A speaker's account stays linked whatever the file says. */
async function saveSpeakers(tx: Tx, eventId: string, { source, speakers }: ReadProgramme): Promise<Ids> {
  const rows = (await tx.em.query(
    `INSERT INTO speaker (event_id, source, external_id, name, name_local, biography, organisation, organisation_local)
     SELECT $1, $2, given."externalId", given.name, given."nameLocal", given.biography, given.organisation,
            given."organisationLocal"
     FROM jsonb_to_recordset($3) AS given ("externalId" text, name text, "nameLocal" text, biography text,
          organisation text, "organisationLocal" text)
     ON CONFLICT ON CONSTRAINT speaker_of_source DO UPDATE
       SET name = excluded.name, name_local = excluded.name_local, biography = excluded.biography,
           organisation = excluded.organisation, organisation_local = excluded.organisation_local
     RETURNING id, external_id`,
    [eventId, source, JSON.stringify(speakers)],
  )) as { id: string; external_id: string }[];
  return new Map(rows.map((row) => [row.external_id, row.id]));
}

async function saveSessions(
  tx: Tx,
  {
    eventId,
    source,
    touched,
    rooms,
    tracks,
  }: { eventId: string; source: string; touched: readonly ReadSession[]; rooms: Ids; tracks: Ids },
): Promise<Ids> {
  const given = touched.map(({ startsAt, endsAt, room, track, ...session }) => ({
    ...session,
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
    roomId: room === null ? null : rooms.get(room),
    trackId: track === null ? null : tracks.get(track),
  }));
  const rows = (await tx.em.query(
    `INSERT INTO session (event_id, source, external_id, kind, state, title, subtitle, abstract, starts_at, ends_at,
                          room_id, track_id, languages, interpreted, online)
     SELECT $1, $2, given."externalId", given.kind, 'scheduled', given.title, nullif(given.subtitle, 'null'),
            nullif(given.abstract, 'null'), given."startsAt", given."endsAt", given."roomId", given."trackId",
            given.languages, given.interpreted, given.online
     FROM jsonb_to_recordset($3) AS given ("externalId" text, kind text, title jsonb, subtitle jsonb, abstract jsonb,
          "startsAt" timestamptz, "endsAt" timestamptz, "roomId" uuid, "trackId" uuid, languages text[],
          interpreted boolean, online boolean)
     ON CONFLICT ON CONSTRAINT session_of_source DO UPDATE
       SET kind = excluded.kind, state = excluded.state, title = excluded.title, subtitle = excluded.subtitle,
           abstract = excluded.abstract, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
           room_id = excluded.room_id, track_id = excluded.track_id, languages = excluded.languages,
           interpreted = excluded.interpreted, online = excluded.online
     RETURNING id, external_id`,
    [eventId, source, JSON.stringify(given)],
  )) as { id: string; external_id: string }[];
  return new Map(rows.map((row) => [row.external_id, row.id]));
}

async function saveLinks(tx: Tx, touched: readonly ReadSession[], sessions: Ids, speakers: Ids): Promise<void> {
  await tx.em.query('DELETE FROM session_speaker WHERE session_id = ANY ($1)', [[...sessions.values()]]);
  const links = touched.flatMap(({ externalId, speakers: names }) =>
    names.map((name, place) => ({ sessionId: sessions.get(externalId), speakerId: speakers.get(name), place })),
  );
  await tx.em.query(
    `INSERT INTO session_speaker (session_id, speaker_id, place)
     SELECT given."sessionId", given."speakerId", given.place
     FROM jsonb_to_recordset($1) AS given ("sessionId" uuid, "speakerId" uuid, place integer)`,
    [JSON.stringify(links)],
  );
}
