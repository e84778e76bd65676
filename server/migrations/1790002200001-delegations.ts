import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Delegations: whom an organisation sends to an event and how they share what comes in; who answered for whom; who took a
 * meeting over from whom; sides without a person; and people who act for others.
 */
export class Delegations1790002200001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE delegation (
        event_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        mode text NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by uuid NOT NULL,
        CONSTRAINT delegation_pk PRIMARY KEY (event_id, organisation_id),
        CONSTRAINT delegation_mode_known CHECK (mode IN ('own', 'pool', 'everyone')),
        CONSTRAINT delegation_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
        CONSTRAINT delegation_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
        CONSTRAINT delegation_changed_by FOREIGN KEY (changed_by) REFERENCES app_user (id)
      )`);
    await db.query(`
      CREATE TABLE delegation_part (
        participant_id uuid NOT NULL,
        part text NOT NULL,
        CONSTRAINT delegation_part_pk PRIMARY KEY (participant_id),
        CONSTRAINT delegation_part_known CHECK (part IN ('required', 'optional', 'backup')),
        CONSTRAINT delegation_part_of FOREIGN KEY (participant_id) REFERENCES registration (id) ON DELETE CASCADE
      )`);
    // Whoever says at the registration to belong to an organisation is a member once its administrators have agreed.
    await db.query(`
      CREATE VIEW delegation_member AS
      SELECT registration.id AS participant_id, registration.event_id, registration.organisation_id, registration.user_id,
             coalesce(own.part, 'required') AS part, coalesce(delegation.mode, 'own') AS mode
      FROM registration
      JOIN affiliation ON affiliation.user_id = registration.user_id
       AND affiliation.organisation_id = registration.organisation_id AND affiliation.state = 'active'
      LEFT JOIN delegation_part own ON own.participant_id = registration.id
      LEFT JOIN delegation ON delegation.event_id = registration.event_id AND delegation.organisation_id = registration.organisation_id
      WHERE registration.state = 'complete'`);
    await db.query(`
      CREATE FUNCTION meeting_person_open(participant uuid, person uuid, wanted tstzrange, besides uuid) RETURNS boolean
      LANGUAGE sql STABLE AS $$
        SELECT NOT EXISTS (
                 SELECT FROM meeting_seat seat WHERE seat.live AND seat.occupant_id = person AND seat.during && wanted)
           AND meeting_limit_against(participant, wanted, besides) IS NULL
      $$`);
    await db.query(`
      CREATE FUNCTION meeting_side_open(contact_id uuid, contact_user uuid, wanted tstzrange, besides uuid) RETURNS boolean
      LANGUAGE sql STABLE AS $$
        SELECT CASE coalesce((SELECT member.mode FROM delegation_member member WHERE member.participant_id = contact_id), 'own')
          WHEN 'pool' THEN EXISTS (
            SELECT FROM delegation_member contact
            JOIN delegation_member member ON member.event_id = contact.event_id AND member.organisation_id = contact.organisation_id
            WHERE contact.participant_id = contact_id AND (member.part <> 'backup' OR member.participant_id = contact_id)
              AND meeting_person_open(member.participant_id, member.user_id, wanted, besides))
          WHEN 'everyone' THEN NOT EXISTS (
            SELECT FROM delegation_member contact
            JOIN delegation_member member ON member.event_id = contact.event_id AND member.organisation_id = contact.organisation_id
            WHERE contact.participant_id = contact_id AND (member.part = 'required' OR member.participant_id = contact_id)
              AND NOT meeting_person_open(member.participant_id, member.user_id, wanted, besides))
          ELSE meeting_person_open(contact_id, contact_user, wanted, besides)
        END
      $$`);
    await db.query(`
      CREATE TABLE meeting_request_voice (
        request_id uuid NOT NULL,
        version integer NOT NULL,
        user_id uuid NOT NULL,
        for_user_id uuid NOT NULL,
        CONSTRAINT meeting_request_voice_pk PRIMARY KEY (request_id, version),
        CONSTRAINT meeting_request_voice_of_another CHECK (user_id <> for_user_id),
        CONSTRAINT meeting_request_voice_request FOREIGN KEY (request_id) REFERENCES meeting_request (id) ON DELETE CASCADE,
        CONSTRAINT meeting_request_voice_user FOREIGN KEY (user_id) REFERENCES app_user (id),
        CONSTRAINT meeting_request_voice_for FOREIGN KEY (for_user_id) REFERENCES app_user (id)
      )`);
    await db.query(`
      CREATE TABLE meeting_handover (
        id uuid NOT NULL DEFAULT uuidv7(),
        meeting_id uuid NOT NULL,
        side smallint NOT NULL,
        why text NOT NULL,
        from_participant_id uuid,
        to_participant_id uuid,
        by_user_id uuid,
        for_user_id uuid,
        at timestamptz NOT NULL,
        CONSTRAINT meeting_handover_pk PRIMARY KEY (id),
        CONSTRAINT meeting_handover_why_known CHECK (why IN ('assigned', 'handed_over', 'handed_back', 'left', 'backup')),
        CONSTRAINT meeting_handover_side_known CHECK (side IN (0, 1)),
        CONSTRAINT meeting_handover_changes CHECK (from_participant_id IS DISTINCT FROM to_participant_id),
        CONSTRAINT meeting_handover_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
        CONSTRAINT meeting_handover_from FOREIGN KEY (from_participant_id) REFERENCES registration (id) ON DELETE CASCADE,
        CONSTRAINT meeting_handover_to FOREIGN KEY (to_participant_id) REFERENCES registration (id) ON DELETE CASCADE,
        CONSTRAINT meeting_handover_by FOREIGN KEY (by_user_id) REFERENCES app_user (id),
        CONSTRAINT meeting_handover_for FOREIGN KEY (for_user_id) REFERENCES app_user (id)
      )`);
    await db.query('CREATE INDEX meeting_handover_of_meeting ON meeting_handover (meeting_id, id)');
    await db.query(`
      CREATE TABLE meeting_vacancy (
        meeting_id uuid NOT NULL,
        side smallint NOT NULL,
        event_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        left_participant_id uuid NOT NULL,
        since timestamptz NOT NULL,
        helpdesk_told_at timestamptz,
        CONSTRAINT meeting_vacancy_pk PRIMARY KEY (meeting_id, side),
        CONSTRAINT meeting_vacancy_side_known CHECK (side IN (0, 1)),
        CONSTRAINT meeting_vacancy_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
        CONSTRAINT meeting_vacancy_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
        CONSTRAINT meeting_vacancy_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
        CONSTRAINT meeting_vacancy_left FOREIGN KEY (left_participant_id) REFERENCES registration (id) ON DELETE CASCADE
      )`);
    await db.query('CREATE INDEX meeting_vacancy_of_event ON meeting_vacancy (event_id, organisation_id)');
    await db.query(`
      CREATE TABLE assistant (
        id uuid NOT NULL DEFAULT uuidv7(),
        event_id uuid NOT NULL,
        principal_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        state text NOT NULL,
        asked_at timestamptz NOT NULL,
        answered_at timestamptz,
        ended_at timestamptz,
        CONSTRAINT assistant_pk PRIMARY KEY (id),
        CONSTRAINT assistant_state_known CHECK (state IN ('asked', 'active', 'ended')),
        CONSTRAINT assistant_of_another CHECK (principal_id <> assistant_id),
        CONSTRAINT assistant_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
        CONSTRAINT assistant_principal FOREIGN KEY (principal_id) REFERENCES registration (id) ON DELETE CASCADE,
        CONSTRAINT assistant_assistant FOREIGN KEY (assistant_id) REFERENCES registration (id) ON DELETE CASCADE
      )`);
    await db.query(
      `CREATE UNIQUE INDEX assistant_once ON assistant (principal_id, assistant_id) WHERE state IN ('asked', 'active')`,
    );
    await db.query('CREATE INDEX assistant_of_assistant ON assistant (assistant_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['assistant', 'meeting_vacancy', 'meeting_handover', 'meeting_request_voice'])
      await db.query(`DROP TABLE ${table}`);
    await db.query('DROP FUNCTION meeting_side_open');
    await db.query('DROP FUNCTION meeting_person_open');
    await db.query('DROP VIEW delegation_member');
    await db.query('DROP TABLE delegation_part');
    await db.query('DROP TABLE delegation');
  }
}
