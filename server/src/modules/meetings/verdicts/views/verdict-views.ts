import type { MeetingId, RoomStay, VerdictView } from '@musubi/contracts';
import { intersect, totalMinutes, union, type IntervalSet } from '@musubi/time';
import type { MeetingRow, SideRow } from '../../booked/views/meeting-rows.js';
import { counts } from '../../booked/views/meeting-sides.js';
import type { VerdictFile } from '../verdict-rows.js';
import { countedTime, finalAt, isProvisional, thereMinutes } from '../verdict.rules.js';

export interface Evidence {
  /** With a verdict. */
  file: VerdictFile;
  /** When each person was in the room. */
  stays: ReadonlyMap<string, IntervalSet>;
  now: Date;
}

/** What became of a meeting, as somebody of one of its sides sees it: what the other side says of it is not told. */
export function verdictView(meeting: MeetingRow, me: SideRow, { file, stays, now }: Evidence): VerdictView {
  const standing = file.standing!;
  const counted = countedTime(meeting);
  const people = meeting.sides.filter(counts);
  const of = (person: SideRow) => intersect(stays.get(person.userId) ?? [], [counted]);
  const mySide = people.filter(({ side }) => side === me.side);
  const others = people.filter(({ side }) => side !== me.side && side < 2);
  const together = intersect(union(...mySide.map(of)), union(...others.map(of)));
  const isThere = (side: readonly SideRow[]) => side.some((person) => totalMinutes(of(person)) >= thereMinutes);
  const saidSo = (side: readonly SideRow[]) => side.some(({ userId }) => file.declarations.has(userId));
  const open = now < finalAt(standing);
  const acts = me.side < 2 && counts(me);
  const dispute = file.disputes.find(({ side }) => side === me.side) ?? null;
  return {
    meetingId: meeting.id as MeetingId,
    state: standing.state,
    source: standing.source,
    excluded: standing.excluded,
    decided: standing.decided,
    provisional: isProvisional(standing, now),
    finalAt: finalAt(standing).toISOString(),
    ...countedText(meeting),
    mine: roomStays(of(me)),
    colleagues: roomStays(union(...mySide.filter((one) => one !== me).map(of))),
    mySideThere: isThere(mySide),
    otherSideThere: isThere(others),
    togetherMinutes: Math.floor(totalMinutes(together)),
    declared: { bySide: saidSo(mySide), byOther: saidSo(others) },
    dispute: dispute && {
      mine: dispute.userId === me.userId,
      reason: dispute.reason,
      statement: dispute.userId === me.userId ? dispute.statement : null,
      at: dispute.at.toISOString(),
      decidedAt: dispute.decidedAt?.toISOString() ?? null,
    },
    may: {
      dispute: acts && open && dispute === null,
      declare: acts && open && standing.state !== 'held' && !standing.decided,
    },
  };
}

export function countedText(meeting: MeetingRow): Pick<VerdictView, 'countedFrom' | 'countedUntil'> {
  const { start, end } = countedTime(meeting);
  return { countedFrom: instantText(start), countedUntil: instantText(end) };
}

export const roomStays = (stays: IntervalSet): RoomStay[] =>
  stays.map(({ start, end }) => ({ startsAt: instantText(start), endsAt: instantText(end) }));

const instantText = (instant: Temporal.Instant): string => new Date(instant.epochMilliseconds).toISOString();
