import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IntervalSet } from '@musubi/time';
import { Jobs, type Tx } from '../../../platform/index.js';
import { type Outage, Outages } from '../../rooms/index.js';
import { meetingsIn, type MeetingRow } from '../booked/views/meeting-rows.js';
import { countedSides } from '../booked/views/meeting-sides.js';
import { MeetingPresence } from '../room/meeting-presence.js';
import { PlansB } from '../room/plan-b/plans-b.js';
import { Declarations } from './declarations.service.js';
import { VerdictBook } from './verdict-book.js';
import { attendedSeconds, countedTime, findingOf, unseen } from './verdict.rules.js';

/** Minutes after the end before presence is read: what a video server tells last has arrived by then. */
const settleAfterMinutes = 1;
/** Settled by one sweep; what is left goes with the next. */
const sweepAtMost = 500;

/** Says of meetings that are over what the room saw. */
@Injectable()
export class Settling implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly presence: MeetingPresence,
    private readonly outages: Outages,
    private readonly book: VerdictBook,
    private readonly declarations: Declarations,
    private readonly plans: PlansB,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep('meetings settle', 10, (tx) => this.settleDue(tx));
  }

  private async settleDue(tx: Tx): Promise<number> {
    const overAt = new Date(tx.now.getTime() - settleAfterMinutes * 60_000);
    const due = await meetingsIn(tx.em, { overAt, atMost: sweepAtMost });
    if (due.length === 0) return 0;
    const presence = await this.presence.wasHere(due, tx.em);
    const elsewhere = await this.plans.elsewhere(
      tx.em,
      due.map(({ id }) => id),
    );
    const outages = intervals(await this.outages.during(spanOf(due), tx.em));
    for (const meeting of due) {
      const stays = (userId: string) => presence.get(meeting.id)?.get(userId) ?? [];
      const sides = countedSides(meeting.sides).map((side) => side.map(({ userId }) => stays(userId)));
      const measured = {
        ...meeting,
        sides: meeting.sides.map((side) => ({
          ...side,
          attendedSeconds: attendedSeconds(meeting, stays(side.userId)),
        })),
      };
      const found = findingOf(meeting, sides, outages);
      const finding = elsewhere.has(meeting.id) ? unseen(found) : found;
      const settled = await this.book.enter(tx, measured, 0, finding);
      // They may have said so before the room was asked.
      await this.declarations.believeBoth(tx, settled, null);
    }
    return due.length;
  }
}

function spanOf(meetings: readonly MeetingRow[]): { from: Date; until: Date } {
  const counted = meetings.map(countedTime);
  const from = Math.min(...counted.map(({ start }) => start.epochMilliseconds));
  const until = Math.max(...counted.map(({ end }) => end.epochMilliseconds));
  return { from: new Date(from), until: new Date(until) };
}

const intervals = (outages: readonly Outage[]): IntervalSet =>
  outages.map(({ from, until }) => ({ start: from.toTemporalInstant(), end: until.toTemporalInstant() }));
