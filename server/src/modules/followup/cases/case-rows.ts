import type { CaseKind, CaseStatus, EvidenceLevel } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';

/** A case with its parties, meetings and what was said of it outside of outcomes. */
export interface CaseRow {
  id: string;
  eventId: string;
  status: CaseStatus;
  kind: CaseKind | null;
  title: string;
  nextStep: string | null;
  /** ISO date. */
  nextStepDue: string | null;
  level: EvidenceLevel;
  disputed: boolean;
  /** ISO date. */
  initiatedOn: string | null;
  claimedBy: string | null;
  openedAt: Date;
  organisationIds: string[];
  meetingIds: string[];
  confirmedBy: string[];
  verified: boolean;
}

const select = `
  SELECT id, event_id AS "eventId", status, kind, title, next_step AS "nextStep", next_step_due::text AS "nextStepDue", level, disputed,
         initiated_on::text AS "initiatedOn", claimed_by AS "claimedBy", opened_at AS "openedAt",
         ARRAY(SELECT organisation_id FROM case_party WHERE case_id = one.id ORDER BY organisation_id) AS "organisationIds",
         ARRAY(SELECT meeting_id FROM case_meeting WHERE case_id = one.id ORDER BY meeting_id) AS "meetingIds",
         ARRAY(SELECT organisation_id FROM case_statement WHERE case_id = one.id AND says = 'confirms' ORDER BY id) AS "confirmedBy",
         EXISTS (SELECT FROM case_statement WHERE case_id = one.id AND says = 'verifies') AS verified
  FROM cooperation_case one`;

export async function caseById(em: EntityManager, caseId: string): Promise<CaseRow | null> {
  const [row] = (await em.query(`${select} WHERE id = $1`, [caseId])) as CaseRow[];
  return row ?? null;
}

/** By the day they were opened. */
export async function casesOfEvents(em: EntityManager, eventIds: readonly string[]): Promise<CaseRow[]> {
  return em.query(`${select} WHERE event_id = ANY ($1) ORDER BY opened_at, id`, [[...eventIds]]) as Promise<CaseRow[]>;
}

/** The case that each of the meetings belongs to. */
export async function casesOfMeetings(em: EntityManager, meetingIds: readonly string[]): Promise<Map<string, CaseRow>> {
  const rows = (await em.query(
    `${select} WHERE EXISTS (SELECT FROM case_meeting WHERE case_id = one.id AND meeting_id = ANY ($1))`,
    [[...meetingIds]],
  )) as CaseRow[];
  return new Map(rows.flatMap((row) => row.meetingIds.map((meetingId): [string, CaseRow] => [meetingId, row])));
}

/** The case of an event between exactly these organisations. */
export async function caseBetween(
  em: EntityManager,
  eventId: string,
  organisationIds: readonly string[],
): Promise<CaseRow | null> {
  const [row] = (await em.query(
    `${select} WHERE event_id = $1 AND parties_key = ARRAY(SELECT unnest($2::uuid[]) ORDER BY 1)`,
    [eventId, [...organisationIds]],
  )) as CaseRow[];
  return row ?? null;
}
