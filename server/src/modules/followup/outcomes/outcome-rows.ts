import type {
  CaseKind,
  MeetingResult,
  OutcomeId,
  OutcomeInput,
  OutcomeView,
  MeetingId,
  ParticipantId,
} from '@musubi/contracts';
import type { EntityManager } from 'typeorm';

/** The answer that holds now, of one person about one meeting. */
export interface OutcomeRow {
  id: string;
  meetingId: string;
  participantId: string;
  organisationId: string;
  revision: number;
  result: MeetingResult;
  followUp: OutcomeInput['followUp'];
  nextStep: string | null;
  nextStepOwner: OutcomeInput['nextStepOwner'];
  /** ISO date. */
  nextStepDue: string | null;
  kind: CaseKind | null;
  note: string | null;
  at: Date;
}

const select = `
  SELECT DISTINCT ON (meeting_id, participant_id) id, meeting_id AS "meetingId", participant_id AS "participantId",
         organisation_id AS "organisationId", revision, result, follow_up AS "followUp", next_step AS "nextStep",
         next_step_owner AS "nextStepOwner", next_step_due::text AS "nextStepDue", kind, note, at
  FROM outcome`;
const latest = 'ORDER BY meeting_id, participant_id, revision DESC';

/** What holds now about each of the meetings. */
export async function outcomesOf(em: EntityManager, meetingIds: readonly string[]): Promise<Map<string, OutcomeRow[]>> {
  const rows = (await em.query(`${select} WHERE meeting_id = ANY ($1) ${latest}`, [[...meetingIds]])) as OutcomeRow[];
  return Map.groupBy(rows, (row) => row.meetingId);
}

/** Appends an answer; earlier ones of the same person stay. */
export async function appendOutcome(
  em: EntityManager,
  of: { meetingId: string; participantId: string; organisationId: string; at: Date },
  input: OutcomeInput,
): Promise<OutcomeRow> {
  const [row] = (await em.query(
    `INSERT INTO outcome (meeting_id, participant_id, organisation_id, revision, result, follow_up, next_step, next_step_owner,
                          next_step_due, kind, note, at)
     SELECT $1, $2, $3, 1 + count(*), $4, $5, $6, $7, $8::date, $9, $10, $11::timestamptz
     FROM outcome WHERE meeting_id = $1 AND participant_id = $2
     RETURNING id, revision`,
    [
      of.meetingId,
      of.participantId,
      of.organisationId,
      input.result,
      input.followUp,
      input.nextStep,
      input.nextStepOwner,
      input.nextStepDue,
      input.kind,
      input.note,
      of.at,
    ],
  )) as { id: string; revision: number }[];
  return { ...row!, ...of, ...input };
}

export function outcomeView(row: OutcomeRow): OutcomeView {
  return {
    outcomeId: row.id as OutcomeId,
    meetingId: row.meetingId as MeetingId,
    by: row.participantId as ParticipantId,
    at: row.at.toISOString(),
    corrections: row.revision - 1,
    result: row.result,
    followUp: row.followUp,
    nextStep: row.nextStep,
    nextStepOwner: row.nextStepOwner,
    nextStepDue: row.nextStepDue,
    kind: row.kind,
    note: row.note,
  };
}
