import type { SpeakerRow } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';

/**
 * Speakers of an event's draft by name, or one of them, as organisers see them. One query.
 * @param namesAll also the names of accounts that take no part in the event
 */
export async function speakerRows(
  em: EntityManager,
  eventId: string,
  namesAll: boolean,
  speakerId: string | null = null,
): Promise<SpeakerRow[]> {
  const rows = (await em.query(
    `SELECT speaker.id AS "speakerId", speaker.name, speaker.name_local AS "nameLocal", speaker.organisation,
       speaker.organisation_local AS "organisationLocal",
       coalesce(spoken.sessions, '[]') AS sessions,
       account.id AS "userId", account.address, account.name AS "accountName", part.id IS NOT NULL AS participates,
       entry.did, entry.at, author.name AS "byName"
     FROM speaker
     LEFT JOIN app_user account ON account.id = speaker.user_id
     LEFT JOIN registration part
       ON part.user_id = speaker.user_id AND part.event_id = speaker.event_id AND part.state = 'complete'
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('sessionId', session.id, 'title', session.title, 'startsAt', session.starts_at)
                        ORDER BY session.starts_at) AS sessions
       FROM session_speaker link JOIN session ON session.id = link.session_id
       WHERE link.speaker_id = speaker.id AND session.state = 'scheduled') spoken ON true
     LEFT JOIN LATERAL (
       SELECT did, at, by_user_id FROM speaker_link
       WHERE speaker_link.speaker_id = speaker.id ORDER BY at DESC, id DESC LIMIT 1) entry ON true
     LEFT JOIN app_user author ON author.id = entry.by_user_id
     WHERE speaker.event_id = $1 AND ($2::uuid IS NULL OR speaker.id = $2)
     ORDER BY speaker.name, speaker.id`,
    [eventId, speakerId],
  )) as RawRow[];
  return rows.map(
    ({ speakerId, name, nameLocal, organisation, organisationLocal, sessions, userId, did, ...rest }) => ({
      speakerId,
      name,
      nameLocal,
      organisation,
      organisationLocal,
      sessions: sessions.map((session) => ({ ...session, startsAt: new Date(session.startsAt).toISOString() })),
      account: userId && {
        userId,
        address: rest.address!,
        name: namesAll || rest.participates ? rest.accountName : null,
        participates: rest.participates,
      },
      lastChange: did && { did, by: rest.byName, at: rest.at!.toISOString() },
    }),
  );
}

type Account = NonNullable<SpeakerRow['account']>;
interface RawRow extends Omit<SpeakerRow, 'account' | 'lastChange'> {
  userId: Account['userId'] | null;
  address: string | null;
  accountName: Account['name'];
  participates: boolean;
  did: 'linked' | 'unlinked' | null;
  at: Date | null;
  byName: Account['name'];
}
