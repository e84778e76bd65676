import type { AgendaItem, SessionView, StageState } from '@musubi/contracts';
import { dateAt } from '@musubi/time';
import { sessionMoment, type SessionMoment } from './session-moment';

export interface ProgrammeRow {
  readonly kind: 'session';
  readonly session: SessionView;
  readonly moment: SessionMoment;
  /** One of those that start soonest. */
  readonly next: boolean;
  /** In my agenda. */
  readonly saved: boolean;
  /** I speak in it. */
  readonly speaking: boolean;
  /** Something else in my agenda at the same time. */
  readonly clash: AgendaItem | null;
}

/** The line of now, above what is on and what comes. */
export interface NowLine {
  readonly kind: 'now';
}

export interface ProgrammeDay {
  /** ISO date in the reader's zone. */
  readonly date: string;
  /** When its first session starts. */
  readonly startsAt: string;
  readonly lines: readonly (ProgrammeRow | NowLine)[];
}

export interface ProgrammeSource {
  readonly sessions: readonly SessionView[];
  readonly agenda: readonly AgendaItem[];
  /** What the stage of a session says, null where that is not known. */
  readonly stageOf: (sessionId: string) => StageState | null;
  readonly now: Temporal.Instant;
  /** The reader's zone: it decides which day a session is on. */
  readonly zone: string;
}

/** Whether a session is shown. */
export type ProgrammeFilter = (row: ProgrammeRow) => boolean;

/** The programme by day in the reader's zone, in order of time, with the line of now on the day that is on. */
export function programmeDays(source: ProgrammeSource, shows: ProgrammeFilter = () => true): ProgrammeDay[] {
  const { zone, now } = source;
  const days = new Map<string, ProgrammeRow[]>();
  for (const row of rowsOf(source)) {
    if (!shows(row)) continue;
    const date = dateAt(Temporal.Instant.from(row.session.startsAt), zone);
    days.set(date, [...(days.get(date) ?? []), row]);
  }
  const today = dateAt(now, zone);
  return [...days].map(([date, rows]) => {
    const at = rows.findIndex(({ moment }) => moment !== 'over' && moment !== 'cancelled');
    const lines: (ProgrammeRow | NowLine)[] = [...rows];
    if (date === today && at >= 0) lines.splice(at, 0, { kind: 'now' });
    return { date, startsAt: rows[0]!.session.startsAt, lines };
  });
}

function rowsOf({ sessions, agenda, stageOf, now }: ProgrammeSource): ProgrammeRow[] {
  const mine = new Map(agenda.filter(({ kind }) => kind !== 'meeting').map((item) => [item.sourceId, item]));
  const rows = inOrder(sessions).map((session) => {
    const own = mine.get(session.sessionId);
    const moment = sessionMoment(session, stageOf(session.sessionId), now);
    return {
      kind: 'session' as const,
      session,
      moment,
      saved: own !== undefined,
      speaking: own?.kind === 'speaking',
      clash: moment === 'cancelled' || moment === 'over' ? null : clashOf(session, agenda),
    };
  });
  const comes = rows.find(
    ({ session, moment }) => session.kind !== 'break' && (moment === 'later' || moment === 'soon'),
  );
  return rows.map((row) => ({
    ...row,
    next: row.session.startsAt === comes?.session.startsAt && (row.moment === 'later' || row.moment === 'soon'),
  }));
}

/** By start; of those that start together the shorter first, so that what is over stands above what still runs. */
export function inOrder(sessions: readonly SessionView[]): SessionView[] {
  const apart = (a: string, b: string): number => Date.parse(a) - Date.parse(b);
  return [...sessions].sort(
    (a, b) => apart(a.startsAt, b.startsAt) || apart(a.endsAt, b.endsAt) || (a.room ?? '').localeCompare(b.room ?? ''),
  );
}

/** What matters most of all that is at the same time: a meeting, then where one speaks. */
const weight: Readonly<Record<AgendaItem['kind'], number>> = { meeting: 0, speaking: 1, session: 2 };

/** Blocks of meetings clash with no meeting: they are the time for them. */
function clashOf(session: SessionView, agenda: readonly AgendaItem[]): AgendaItem | null {
  if (session.kind === 'matchmaking' || session.kind === 'break') return null;
  const overlaps = ({ startsAt, endsAt }: AgendaItem): boolean =>
    Date.parse(startsAt) < Date.parse(session.endsAt) && Date.parse(endsAt) > Date.parse(session.startsAt);
  return (
    agenda
      .filter((item) => item.sourceId !== session.sessionId && overlaps(item))
      .sort((a, b) => weight[a.kind] - weight[b.kind])[0] ?? null
  );
}
