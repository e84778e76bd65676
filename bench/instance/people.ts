import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { BlockInput, BlockView, EventInput, EventView, PersonName } from '@musubi/contracts';
import { inventPerson, rng } from '@musubi/testing';
import type { BenchInstance } from './bench-instance.ts';
import { HttpLine } from '../load/http-line.ts';

export interface BenchPerson {
  userId: string;
  participantId: string;
  /** SHA-256 of the login's reference, as the database keeps it. */
  loginHash: Buffer;
  cookie: string;
}

/** An event with many slots, and somebody who organises it. */
export interface BenchEvent {
  event: EventView;
  slots: BlockView['slots'];
  organiser: { cookie: string };
}

const day = 86_400_000;

/** A conference in three weeks with as many slots as asked for, all on one day. */
export async function newBenchEvent(
  instance: BenchInstance,
  slotsWanted: number,
  more: Partial<BlockInput> = {},
): Promise<BenchEvent> {
  const organiser = await newOrganiser(instance);
  const line = new HttpLine(instance.port);
  const post = async <T>(path: string, body: object): Promise<T> => {
    const answer = await line.post(path, body, organiser.cookie);
    if (answer.status >= 300) throw new Error(`${path} was refused: ${answer.text}`);
    return JSON.parse(answer.text) as T;
  };
  const from = (days: number) => new Date(Date.now() + days * day).toISOString();
  const input: EventInput = {
    slug: `bench-${randomUUID()}`,
    kind: 'conference',
    title: { en: 'Annual conference', ja: '年次会議', original: 'en' },
    lead: { en: 'Two mornings in Europe, two evenings in Japan.', ja: null, original: 'en' },
    zone: 'Asia/Tokyo',
    startsAt: from(21),
    endsAt: from(24),
    registrationOpensAt: from(-7),
    registrationClosesAt: from(14),
    capacity: 100_000,
    matchmaking: true,
    organisedBy: ['Two Shores Foundation'],
    supportedBy: [],
  };
  const { eventId } = await post<EventView>('/api/events', input);
  const event = await post<EventView>(`/api/events/${eventId}/publish`, {});
  const minutes = Math.min(120, Math.floor((22 * 60) / slotsWanted) - 1);
  const block = await post<BlockView>(`/api/events/${eventId}/blocks`, {
    dates: [from(22).slice(0, 10)],
    from: '01:00',
    until: '23:00',
    slotMinutes: minutes,
    gapMinutes: 1,
    ...more,
  });
  line.close();
  return { event, slots: block.slots.slice(0, slotsWanted), organiser };
}

/** Signed-in participants of two organisations, one in the EU and one in Japan, in turn. */
export async function newPeople(instance: BenchInstance, eventId: string, size: number): Promise<BenchPerson[]> {
  const organisationIds = [
    await newOrganisation(instance, 'DE1', 'eu'),
    await newOrganisation(instance, 'JP-27', 'jp'),
  ];
  const random = rng('bench');
  const people = Array.from({ length: size }, (_, index) => {
    const invented = inventPerson(random, index % 2 === 0 ? 'DE1' : 'JP-27');
    return { ...newLogin(instance), userId: randomUUID(), participantId: randomUUID(), ...invented, at: index };
  });
  await instance.db.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1) AS given ("userId" uuid, "participantId" uuid, name jsonb, lang text, zone text,
         hash text, "organisationId" uuid, languages text[])
     ), users AS (
       INSERT INTO app_user (id, address, name, lang, zone)
       SELECT "userId", "userId" || '@bench.example', name, lang, zone FROM given
     ), logins AS (
       INSERT INTO login (user_id, reference_hash, device) SELECT "userId", decode(hash, 'hex'), 'bench' FROM given
     )
     INSERT INTO registration (id, event_id, user_id, organisation_id, state, working_languages, lang, zone, directory, answers)
     SELECT "participantId", $2, "userId", "organisationId", 'complete', languages, lang, zone, 'participants', '{}' FROM given`,
    [
      JSON.stringify(
        people.map((one) => ({
          userId: one.userId,
          participantId: one.participantId,
          name: one.name satisfies PersonName,
          lang: one.lang,
          zone: one.zone,
          hash: one.loginHash.toString('hex'),
          organisationId: organisationIds[one.at % 2],
          languages: one.workingLanguages,
        })),
      ),
      eventId,
    ],
  );
  return people.map(({ userId, participantId, loginHash, cookie }) => ({ userId, participantId, loginHash, cookie }));
}

export interface BenchRequest {
  requestId: string;
  from: BenchPerson;
  to: BenchPerson;
  slot: BlockView['slots'][number];
}

/** Open requests, each for one slot, written in one statement. */
export async function newRequests(
  instance: BenchInstance,
  event: EventView,
  asked: readonly Omit<BenchRequest, 'requestId'>[],
): Promise<BenchRequest[]> {
  const requests = asked.map((one) => ({ requestId: randomUUID(), ...one }));
  await instance.db.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1) AS given (id uuid, "fromId" uuid, "toId" uuid, "fromUser" uuid, "toUser" uuid, "slotId" uuid)
     ), sent AS (
       INSERT INTO meeting_request (id, event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, state, turn, reason,
                                    opportunity_ids, language, sent_at, answer_by)
       SELECT id, $2, "fromId", "toId", "fromUser", "toUser", 'requested', 'to', 'Sensors for small factories', '{}', 'en', domain_now(), $3
       FROM given RETURNING id
     ), told AS (
       INSERT INTO meeting_request_move (request_id, version, by, did, at) SELECT id, 1, 'from', 'requested', domain_now() FROM sent
     )
     INSERT INTO meeting_request_slot (request_id, slot_id, place) SELECT id, "slotId", 1 FROM given`,
    [
      JSON.stringify(
        requests.map(({ requestId, from, to, slot }) => ({
          id: requestId,
          fromId: from.participantId,
          toId: to.participantId,
          fromUser: from.userId,
          toUser: to.userId,
          slotId: slot.slotId,
        })),
      ),
      event.eventId,
      event.startsAt,
    ],
  );
  await instance.db.query('ANALYZE');
  return requests;
}

async function newOrganiser(instance: BenchInstance): Promise<{ cookie: string }> {
  const { loginHash, cookie } = newLogin(instance);
  await instance.db.query(
    `WITH organiser AS (
       INSERT INTO app_user (address, name, lang, zone) VALUES ($2, $3, 'en', 'Europe/Brussels') RETURNING id
     ), granted AS (
       INSERT INTO role_grant (user_id, role) SELECT id, 'organiser' FROM organiser
     )
     INSERT INTO login (user_id, reference_hash, device, second_factor_at) SELECT id, $1, 'bench', now() FROM organiser`,
    [loginHash, `${randomUUID()}@bench.example`, JSON.stringify(inventPerson(rng('organiser'), 'BE1').name)],
  );
  return { cookie };
}

async function newOrganisation(instance: BenchInstance, regionCode: string, side: 'eu' | 'jp'): Promise<string> {
  const { rows } = await instance.db.query<{ id: string }>(
    `INSERT INTO organisation (name_latin, kind, side, country, region_code, zone)
     VALUES ($1, 'cluster', $2, $3, $4, $5) RETURNING id`,
    [
      `Bench ${randomUUID()}`,
      side,
      side === 'eu' ? 'DE' : 'JP',
      regionCode,
      side === 'eu' ? 'Europe/Berlin' : 'Asia/Tokyo',
    ],
  );
  return rows[0]!.id;
}

function newLogin(instance: BenchInstance): { loginHash: Buffer; cookie: string } {
  const reference = randomBytes(32).toString('base64url');
  return {
    loginHash: createHash('sha256').update(reference).digest(),
    cookie: `sid-${instance.port}=${reference}`,
  };
}
