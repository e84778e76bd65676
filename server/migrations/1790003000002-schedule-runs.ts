import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs of the scheduler, what each was given, and the plan that it made. */
export class ScheduleRuns1790003000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE schedule_run (
        id uuid CONSTRAINT schedule_run_pk PRIMARY KEY DEFAULT uuidv7(),
        event_id uuid NOT NULL CONSTRAINT schedule_run_event REFERENCES event (id) ON DELETE CASCADE,
        number integer NOT NULL,
        state text NOT NULL,
        stop_asked_at timestamptz,
        failed_because text,
        mode text NOT NULL,
        block_ids uuid[] NOT NULL,
        based_on uuid CONSTRAINT schedule_run_based_on REFERENCES schedule_run (id) ON DELETE SET NULL,
        seed integer NOT NULL,
        seconds integer NOT NULL,
        iterations integer,
        started_by uuid NOT NULL CONSTRAINT schedule_run_by REFERENCES app_user (id),
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        beat_at timestamptz NOT NULL DEFAULT now(),
        progress jsonb NOT NULL,
        counts jsonb NOT NULL,
        has_plan boolean NOT NULL DEFAULT false,
        plan_version integer NOT NULL DEFAULT 0,
        published_at timestamptz,
        published jsonb,
        rolled_back_at timestamptz,
        rolled_back jsonb,
        CONSTRAINT schedule_run_numbered UNIQUE (event_id, number),
        CONSTRAINT schedule_run_state_known CHECK (state IN ('queued', 'running', 'stopped', 'done', 'failed')),
        CONSTRAINT schedule_run_failed_because CHECK ((state = 'failed') = (failed_because IS NOT NULL)),
        CONSTRAINT schedule_run_ended CHECK ((ended_at IS NULL) = (state IN ('queued', 'running'))),
        CONSTRAINT schedule_run_published_plan CHECK (published_at IS NULL OR has_plan),
        CONSTRAINT schedule_run_rolled_back_published CHECK (rolled_back_at IS NULL OR published_at IS NOT NULL)
      )`);
    // Whoever starts first: while one is at work there is no second one for the event.
    await db.query(
      `CREATE UNIQUE INDEX schedule_run_one_at_work ON schedule_run (event_id) WHERE state IN ('queued', 'running')`,
    );
    await db.query(`
      CREATE TABLE schedule_input (
        run_id uuid CONSTRAINT schedule_input_pk PRIMARY KEY
          CONSTRAINT schedule_input_run REFERENCES schedule_run (id) ON DELETE CASCADE,
        problem jsonb NOT NULL,
        slot_ids uuid[] NOT NULL,
        origins jsonb NOT NULL
      )`);
    await db.query(`
      CREATE TABLE planned_meeting (
        id uuid CONSTRAINT planned_meeting_pk PRIMARY KEY DEFAULT uuidv7(),
        run_id uuid NOT NULL CONSTRAINT planned_meeting_run REFERENCES schedule_run (id) ON DELETE CASCADE,
        wish_id uuid NOT NULL,
        slot_id uuid NOT NULL CONSTRAINT planned_meeting_slot REFERENCES meeting_slot (id),
        locked boolean NOT NULL,
        by_hand boolean NOT NULL,
        meeting_id uuid CONSTRAINT planned_meeting_became REFERENCES meeting (id) ON DELETE SET NULL,
        conflict text,
        CONSTRAINT planned_meeting_once UNIQUE (run_id, wish_id),
        CONSTRAINT planned_meeting_conflict_known CHECK (conflict IN ('past', 'time_taken', 'not_offered', 'person_left', 'not_wanted')),
        CONSTRAINT planned_meeting_conflict_or_meeting CHECK (conflict IS NULL OR meeting_id IS NULL)
      )`);
    await db.query('CREATE INDEX planned_meeting_of_meeting ON planned_meeting (meeting_id)');
    await db.query(`
      CREATE TABLE planned_seat (
        planned_id uuid NOT NULL CONSTRAINT planned_seat_meeting REFERENCES planned_meeting (id) ON DELETE CASCADE,
        occupant_id uuid NOT NULL,
        run_id uuid NOT NULL,
        slot_id uuid NOT NULL,
        place smallint,
        CONSTRAINT planned_seat_pk PRIMARY KEY (planned_id, occupant_id),
        CONSTRAINT planned_seat_free UNIQUE (run_id, occupant_id, slot_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['planned_seat', 'planned_meeting', 'schedule_input', 'schedule_run'])
      await db.query(`DROP TABLE ${table}`);
  }
}
