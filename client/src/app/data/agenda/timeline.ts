import { dateAt } from '@musubi/time';
import type { AgendaItem, MeetingRequestView, MeetingView, SlotView } from '@musubi/contracts';

/** How an entry of the day is drawn: its dot, and whether it can still change. */
export type TimelineKind = 'session' | 'speaking' | 'meeting' | 'asked' | 'free' | 'now' | 'end';

export interface TimelineRow {
  key: string;
  kind: TimelineKind;
  startsAt: string;
  endsAt: string;
  past: boolean;
  /** Runs right now. */
  current: boolean;
  title: AgendaItem['title'] | null;
  /** A session's or meeting's id. */
  sourceId: string | null;
  meeting: MeetingView | null;
  request: MeetingRequestView | null;
  /** Of free time, when its slots begin: at each of them somebody may be met. */
  starts: readonly string[];
}

export interface TimelineSource {
  items: readonly AgendaItem[];
  meetings: readonly MeetingView[];
  requests: readonly MeetingRequestView[];
  /** The event's slots for meetings: what is left of them is free time. */
  slots: readonly SlotView[];
  now: Temporal.Instant;
  /** The reader's IANA zone: a day is a day there. */
  zone: string;
}

/** ISO dates (of the reader's zone) on which the agenda holds anything, or time is still left for meetings. */
export function daysOf({ items, meetings, slots, zone, now }: TimelineSource): string[] {
  const ahead = slots.filter(({ endsAt }) => !isPast(endsAt, now));
  const starts = [...items, ...meetings.filter(({ state }) => state !== 'cancelled'), ...ahead];
  return [...new Set(starts.map(({ startsAt }) => dateAt(Temporal.Instant.from(startsAt), zone)))].sort();
}

/** The day to open: today when it holds something, else the next day that does, else the last one; null when none does. */
export function dayToShow(source: TimelineSource): string | null {
  const today = dateAt(source.now, source.zone);
  const days = daysOf(source);
  return days.find((day) => day >= today) ?? days.at(-1) ?? null;
}

/**
 * One day of the agenda in order of time: what is fixed (full dots), what is asked for and not yet confirmed (hollow),
 * what is free between, the line of the present minute, and the end of the day.
 */
export function timelineOf(source: TimelineSource, day: string): TimelineRow[] {
  const { items, meetings, requests, slots, now, zone } = source;
  const onDay = (startsAt: string): boolean => dateAt(Temporal.Instant.from(startsAt), zone) === day;
  const live = new Map(meetings.map((meeting) => [meeting.meetingId as string, meeting]));
  const rows: TimelineRow[] = [];

  for (const item of items) {
    if (!onDay(item.startsAt)) continue;
    const meeting = item.kind === 'meeting' ? (live.get(item.sourceId) ?? null) : null;
    if (meeting?.state === 'cancelled') continue;
    if (meeting) live.delete(item.sourceId);
    rows.push(row(item.kind, item.sourceId, item, now, { title: item.title, sourceId: item.sourceId, meeting }));
  }
  // A meeting that the agenda has not caught up with yet is shown all the same.
  for (const meeting of live.values()) {
    if (meeting.state === 'cancelled' || !onDay(meeting.startsAt)) continue;
    if (rows.some(({ sourceId }) => sourceId === meeting.meetingId)) continue;
    rows.push(row('meeting', meeting.meetingId, meeting, now, { sourceId: meeting.meetingId, meeting }));
  }
  const fixed = [...rows];
  for (const request of requests) {
    if (request.state !== 'requested' && request.state !== 'countered') continue;
    for (const slot of request.slots) {
      if (!slot.open || !onDay(slot.startsAt) || isPast(slot.endsAt, now)) continue;
      rows.push(row('asked', `${request.requestId}/${slot.slotId}`, slot, now, { request }));
    }
  }
  const taken = [...rows];
  for (const gap of freeRuns(slots, taken, now)) {
    if (onDay(gap.startsAt)) rows.push(row('free', `free/${gap.startsAt}`, gap, now, { starts: gap.starts }));
  }
  rows.sort(byStart);

  const last = latestEnd([...fixed, ...taken, ...slots.filter(({ startsAt }) => onDay(startsAt))]);
  if (last) rows.push(row('end', 'end', { startsAt: last, endsAt: last }, now, {}));
  if (dateAt(now, zone) === day && rows.length > 0) insertNow(rows, now);
  return rows;
}

function row(
  kind: TimelineKind,
  key: string,
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  now: Temporal.Instant,
  more: Partial<TimelineRow>,
): TimelineRow {
  const past = isPast(endsAt, now);
  const current = !past && Date.parse(startsAt) <= now.epochMilliseconds && startsAt !== endsAt;
  return {
    key: `${kind}/${key}`,
    kind,
    startsAt,
    endsAt,
    past,
    current,
    title: null,
    sourceId: null,
    meeting: null,
    request: null,
    starts: [],
    ...more,
  };
}

/** Neighbouring slots that nothing fills, as one stretch each, from now on. */
function freeRuns(
  slots: readonly SlotView[],
  taken: readonly { startsAt: string; endsAt: string }[],
  now: Temporal.Instant,
): { startsAt: string; endsAt: string; starts: string[] }[] {
  const runs: { startsAt: string; endsAt: string; starts: string[] }[] = [];
  let joining = false;
  for (const slot of [...slots].sort(byStart)) {
    const free = !isPast(slot.startsAt, now) && !taken.some((one) => overlap(one, slot));
    const last = runs.at(-1);
    const near = last && Date.parse(slot.startsAt) - Date.parse(last.endsAt) <= 30 * 60_000;
    if (free && joining && near) {
      last.endsAt = slot.endsAt;
      if (last.starts.at(-1) !== slot.startsAt) last.starts.push(slot.startsAt);
    } else if (free) runs.push({ startsAt: slot.startsAt, endsAt: slot.endsAt, starts: [slot.startsAt] });
    joining = free;
  }
  return runs;
}

function insertNow(rows: TimelineRow[], now: Temporal.Instant): void {
  const at = now.toString();
  const line: TimelineRow = {
    ...row('now', 'now', { startsAt: at, endsAt: at }, now, {}),
    past: false,
  };
  const next = rows.findIndex(({ startsAt }) => Date.parse(startsAt) > now.epochMilliseconds);
  rows.splice(next < 0 ? rows.length : next, 0, line);
}

function latestEnd(spans: readonly { endsAt: string }[]): string | null {
  return spans.reduce<string | null>(
    (latest, { endsAt }) => (latest === null || endsAt > latest ? endsAt : latest),
    null,
  );
}

function isPast(endsAt: string, now: Temporal.Instant): boolean {
  return Date.parse(endsAt) <= now.epochMilliseconds;
}

function overlap(a: { startsAt: string; endsAt: string }, b: { startsAt: string; endsAt: string }): boolean {
  return Date.parse(a.startsAt) < Date.parse(b.endsAt) && Date.parse(b.startsAt) < Date.parse(a.endsAt);
}

function byStart(a: { startsAt: string }, b: { startsAt: string }): number {
  return Date.parse(a.startsAt) - Date.parse(b.startsAt);
}
