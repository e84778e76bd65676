import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { BlockView, EventView } from '@musubi/contracts';
import { prefectures, regions, topics } from '@musubi/reference';
import { inventOrganisation, inventPerson, rng, type Rng } from '@musubi/testing';
import type { BenchInstance } from '../instance/bench-instance.ts';

/** Signed-in participants of an organisation of their own each, half on either side, with two or three published opportunities. */
export async function newProfiles(
  instance: BenchInstance,
  event: EventView,
  slots: BlockView['slots'],
  size: number,
): Promise<{ cookie: string }[]> {
  const random = rng('profiles');
  const places = [
    regions.codes().filter((code) => /^[A-Z]{2}[A-Z0-9]$/.test(code)),
    prefectures().map(({ code }) => code),
  ];
  const profiles = Array.from({ length: size }, (_, n) =>
    profile(instance, random.fork(String(n)), random.pick(places[n % 2]!), n, slots),
  );
  for (let from = 0; from < size; from += 500) {
    await write(instance, event, profiles.slice(from, from + 500));
  }
  await instance.db.query('ANALYZE');
  return profiles.map(({ cookie }) => ({ cookie }));
}

/** Makes members of their organisations and publishes their profiles, so that anybody may read them. */
export async function openToAll({ db }: BenchInstance): Promise<void> {
  await db.query(
    'UPDATE organisation SET member_since = domain_now() WHERE id IN (SELECT organisation_id FROM cooperation_profile)',
  );
  await db.query(
    `UPDATE cooperation_profile SET state = 'published', expires_at = domain_now() + interval '1 year', content = content || jsonb_build_object(
       'summary', (SELECT summary FROM opportunity WHERE opportunity.organisation_id = cooperation_profile.organisation_id LIMIT 1),
       'sectors', '["renewables"]'::jsonb)`,
  );
  await db.query('ANALYZE');
}

function profile(instance: BenchInstance, random: Rng, region: string, n: number, slots: BlockView['slots']) {
  const organisation = inventOrganisation(random.fork('organisation'), region);
  const person = inventPerson(random.fork('person'), region);
  const reference = randomBytes(32).toString('base64url');
  return {
    cookie: `sid-${instance.port}=${reference}`,
    hash: createHash('sha256').update(reference).digest('hex'),
    userId: randomUUID(),
    participantId: randomUUID(),
    organisationId: randomUUID(),
    // Invented names are fewer than organisations here.
    organisation: {
      ...organisation,
      nameLatin: `${organisation.nameLatin} ${n}`,
      side: region.startsWith('JP') ? 'jp' : 'eu',
    },
    person,
    opportunities: Array.from({ length: random.int(2, 3) }, () => opportunity(random, region)),
    busy: random.sample(slots, random.int(0, 6)).map(({ startsAt, endsAt }) => ({
      ...{ sourceId: randomUUID(), startsAt, endsAt },
    })),
  };
}

function opportunity(random: Rng, region: string) {
  const topic = random.pick(topics);
  const kind = random.pick(['offer', 'request']);
  const subject = random.pick(['hydrogen', 'sensors', 'timber', 'rail', 'sake', 'robots', 'harbours', 'fibres']);
  const japanese = {
    hydrogen: '水素',
    sensors: 'センサー',
    timber: '木材',
    rail: '鉄道',
    sake: '日本酒',
    robots: 'ロボット',
    harbours: '港湾',
    fibres: '繊維',
  }[subject]!;
  const wished = region.startsWith('JP') ? ['DE', 'FR', 'IT', 'ES'] : ['JP-27', 'JP-13', 'JP-14', 'JP'];
  return {
    kind,
    title: { en: `${topic.en} in ${subject}`, ja: `${japanese}における${topic.ja}`, original: 'en' },
    summary: {
      en: `Our member firms ${kind === 'offer' ? 'can lend' : 'look for'} capacity in ${subject} from next spring on, with a technician and measured reports, and would like to open a shared calendar with a partner region.`,
      ja: `来春より、${japanese}の分野で会員企業による試験設備の相互利用を希望しております。`,
      original: 'en',
    },
    dimension: topic.dimension,
    topic: topic.code,
    targetRegions: random.chance(0.5) ? [] : random.sample(wished, 2),
    novelty: random.chance(0.75) ? 'new' : 'expands',
  };
}

async function write({ db }: BenchInstance, event: EventView, profiles: ReturnType<typeof profile>[]): Promise<void> {
  const rows = JSON.stringify(profiles);
  await db.query(
    `INSERT INTO organisation (id, name_latin, name_local, name_kana, kind, side, country, region_code, zone)
     SELECT "organisationId", o ->> 'nameLatin', o ->> 'nameLocal', o ->> 'nameKana', o ->> 'kind', o ->> 'side', o ->> 'country',
            o ->> 'regionCode', o ->> 'zone'
     FROM jsonb_to_recordset($1) AS given ("organisationId" uuid, organisation jsonb), LATERAL (SELECT organisation AS o) AS one`,
    [rows],
  );
  await db.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1) AS given ("userId" uuid, "participantId" uuid, "organisationId" uuid, hash text, person jsonb)
     ), users AS (
       INSERT INTO app_user (id, address, name, lang, zone)
       SELECT "userId", "userId" || '@bench.example', person -> 'name', person ->> 'lang', person ->> 'zone' FROM given
     ), logins AS (
       INSERT INTO login (user_id, reference_hash, device) SELECT "userId", decode(hash, 'hex'), 'bench' FROM given
     )
     INSERT INTO registration (id, event_id, user_id, organisation_id, state, department, job_title, working_languages, lang, zone, directory, answers)
     SELECT "participantId", $2, "userId", "organisationId", 'complete', person ->> 'department', person ->> 'jobTitle',
            ARRAY(SELECT jsonb_array_elements_text(person -> 'workingLanguages')), person ->> 'lang', person ->> 'zone', 'participants', '{}'
     FROM given`,
    [rows, event.eventId],
  );
  await db.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1) AS given ("organisationId" uuid, opportunities jsonb)
     ), opened AS (
       INSERT INTO cooperation_profile (organisation_id, published_at) SELECT "organisationId", domain_now() FROM given
     )
     INSERT INTO opportunity (organisation_id, kind, title, summary, dimension, topic, form, target_regions, stage, novelty, state,
                              published_at, expires_at)
     SELECT "organisationId", o ->> 'kind', o -> 'title', o -> 'summary', o ->> 'dimension', o ->> 'topic', 'one-to-one',
            ARRAY(SELECT jsonb_array_elements_text(o -> 'targetRegions')), 'ready', o ->> 'novelty', 'published',
            domain_now(), domain_now() + interval '1 year'
     FROM given, jsonb_array_elements(opportunities) AS o`,
    [rows],
  );
  await db.query(
    `INSERT INTO commitment (user_id, event_id, kind, source_id, during, title_en, title_ja, uid, sequence)
     SELECT "userId", $2, 'session', (b ->> 'sourceId')::uuid, tstzrange((b ->> 'startsAt')::timestamptz, (b ->> 'endsAt')::timestamptz),
            'Session', 'セッション', b ->> 'sourceId', 0
     FROM jsonb_to_recordset($1) AS given ("userId" uuid, busy jsonb), jsonb_array_elements(busy) AS b`,
    [rows, event.eventId],
  );
}
