import type { AgendaItem, SessionView } from '@musubi/contracts';
import { dateAt } from '@musubi/time';

/** Where a session stands beside now; `next` is the one (or are those) that start soonest. */
export type SessionMoment = 'past' | 'now' | 'next' | 'later';

export interface ProgrammeRow {
  readonly kind: 'session';
  readonly session: SessionView;
  readonly moment: SessionMoment;
  /** In my agenda. */
  readonly saved: boolean;
  /** I speak in it. */
  readonly speaking: boolean;
  /** Something else in my agenda at the same time. */
  readonly clash: AgendaItem | null;
}

/** The line of now, between what has begun and what comes. */
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
  readonly now: Temporal.Instant;
  /** The reader's zone: it decides which day a session is on. */
  readonly zone: string;
}

/** Whether a session is shown. */
export type ProgrammeFilter = (row: ProgrammeRow) => boolean;

/** The programme by day in the reader's zone, in order of time, with the line of now on the day that is on. */
export function programmeDays(source: ProgrammeSource, shows: ProgrammeFilter = () => true): ProgrammeDay[] {
  const { zone, now } = source;
  const at = now.epochMilliseconds;
  const days = new Map<string, ProgrammeRow[]>();
  for (const row of rowsOf(source)) {
    if (!shows(row)) continue;
    const date = dateAt(Temporal.Instant.from(row.session.startsAt), zone);
    days.set(date, [...(days.get(date) ?? []), row]);
  }
  const today = dateAt(now, zone);
  return [...days].map(([date, rows]) => {
    const begun = rows.filter(({ session }) => Date.parse(session.startsAt) <= at).length;
    const last = Math.max(...rows.map(({ session }) => Date.parse(session.endsAt)));
    const lines: (ProgrammeRow | NowLine)[] = [...rows];
    if (date === today && at < last) lines.splice(begun, 0, { kind: 'now' });
    return { date, startsAt: rows[0]!.session.startsAt, lines };
  });
}

function rowsOf({ sessions, agenda, now }: ProgrammeSource): ProgrammeRow[] {
  const at = now.epochMilliseconds;
  const sorted = [...sessions].sort(
    (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || (a.room ?? '').localeCompare(b.room ?? ''),
  );
  const next = sorted.find(
    ({ startsAt, kind, state }) => Date.parse(startsAt) > at && kind !== 'break' && state !== 'cancelled',
  )?.startsAt;
  const mine = new Map(agenda.filter(({ kind }) => kind !== 'meeting').map((item) => [item.sourceId, item]));
  return sorted.map((session) => {
    const own = mine.get(session.sessionId);
    return {
      kind: 'session',
      session,
      moment: momentOf(session, at, next),
      saved: own !== undefined,
      speaking: own?.kind === 'speaking',
      clash: session.state === 'cancelled' ? null : clashOf(session, agenda),
    };
  });
}

function momentOf({ startsAt, endsAt, state }: SessionView, at: number, next: string | undefined): SessionMoment {
  if (at >= Date.parse(endsAt)) return 'past';
  if (state === 'cancelled') return 'later';
  if (at >= Date.parse(startsAt)) return 'now';
  return startsAt === next ? 'next' : 'later';
}

/** Blocks of meetings clash with no meeting: they are the time for them. */
function clashOf(session: SessionView, agenda: readonly AgendaItem[]): AgendaItem | null {
  if (session.kind === 'matchmaking' || session.kind === 'break') return null;
  const overlaps = ({ startsAt, endsAt }: AgendaItem): boolean =>
    Date.parse(startsAt) < Date.parse(session.endsAt) && Date.parse(endsAt) > Date.parse(session.startsAt);
  return agenda.find((item) => item.sourceId !== session.sessionId && overlaps(item)) ?? null;
}
