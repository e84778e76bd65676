import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ParticipantCard } from '@musubi/contracts';
import { overlaps } from '@musubi/time';
import { Facts, Jobs, type Tx } from '../../../platform/index.js';
import { Blocks, intervalOf, mayMeet, Meetings, Slots } from '../../meetings/index.js';
import { Participants, PersonBlocks } from '../../registration/index.js';
import { notInterested } from '../event/wishes/not-interested.js';
import { isPlanned } from '../settings/settings.rules.js';
import { mutualWishes, offer, type Wanting } from './gap-rows.js';

const queue = 'freed-times';
/** As many others as one person is offered a time with. */
const offersAtMost = 3;

interface Freed {
  meetingId: string;
  eventId: string;
}

/** When a meeting of a planned block is cancelled: offers its time to people who wish to meet each other and are free then. */
@Injectable()
export class GapFinder implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly jobs: Jobs,
    private readonly meetings: Meetings,
    private readonly blocks: Blocks,
    private readonly slots: Slots,
    private readonly participants: Participants,
    private readonly personBlocks: PersonBlocks,
  ) {}

  onModuleInit(): void {
    // Not `meetings.called_off`: who takes a whole plan back plans anew.
    this.facts.on('meeting.cancelled', ({ meetingId, eventId }, tx) =>
      tx.job(queue, { meetingId, eventId } satisfies Freed),
    );
    this.jobs.queue<Freed>(queue, { retries: 3, concurrency: 1 }, (freed, { tx }) =>
      tx((one) => this.fill(one, freed)),
    );
    this.jobs.sweep('times that came free and passed', 60, (tx) => this.endPassed(tx));
  }

  async fill(tx: Tx, { meetingId, eventId }: Freed): Promise<void> {
    const meeting = (await this.meetings.byIds([meetingId], tx.em)).get(meetingId);
    if (!meeting || meeting.startsAt <= tx.now) return;
    const slot = (await this.slots.ofEvent(eventId, tx)).find(({ id }) => id === meeting.slotId);
    const block =
      slot && (await this.blocks.ofEvent(eventId, 'organiser', tx)).find((one) => one.blockId === slot.blockId);
    // While the organisers plan nobody books by themselves.
    if (!slot || !block || slot.full || !block.now.open || !isPlanned(block)) return;
    const freed = meeting.sides.map(({ participantId }) => participantId);
    // Whoever called it off is not free then, whatever their agenda says.
    const wanting = (await mutualWishes(tx.em, freed)).filter(
      ({ one, other }) => ![one, other].includes(meeting.cancelledBy ?? ''),
    );
    const cards = await this.participants.cards(
      wanting.flatMap(({ one, other }) => [one, other]),
      tx.em,
    );
    const people = [...cards.values()];
    const busy = await this.slots.busy([slot], people, tx);
    const blocked = await this.personBlocks.between(
      people.map(({ userId }) => userId),
      tx.em,
    );
    const uninterested = await notInterested(tx.em, eventId);
    const isFree = ({ userId }: ParticipantCard) => !overlaps(busy.get(userId) ?? [], intervalOf(slot));
    const fits = ({ one, other }: Wanting): boolean => {
      const [a, b] = [cards.get(one)!, cards.get(other)!];
      return (
        isFree(a) &&
        isFree(b) &&
        !blocked.has(a.userId, b.userId) &&
        !uninterested(one, other) &&
        mayMeet(block, a.organisation, b.organisation)
      );
    };
    const offered = await offer(tx.em, fewEach(wanting.filter(fits), freed), { eventId, slotId: slot.id, at: tx.now });
    const told = offered.flatMap(({ one, other }) => [cards.get(one)!.userId, cards.get(other)!.userId]);
    tx.tell(told, 'gap.changed', { eventId });
  }

  async endPassed(tx: Tx): Promise<number> {
    const [, ended] = (await tx.em.query(
      `UPDATE schedule_gap gap SET state = 'gone', answered_at = $1 FROM meeting_slot slot
       WHERE slot.id = gap.slot_id AND gap.state = 'open' AND slot.starts_at <= $1`,
      [tx.now],
    )) as [unknown, number];
    return ended;
  }
}

/** The strongest wishes first, so that nobody who became free is asked about more than a few people at once. */
function fewEach(wanting: readonly Wanting[], freed: readonly string[]): Wanting[] {
  const counts = new Map<string, number>();
  return wanting.filter(({ one, other }) => {
    const own = [one, other].filter((id) => freed.includes(id));
    if (own.some((id) => (counts.get(id) ?? 0) >= offersAtMost)) return false;
    for (const id of own) counts.set(id, (counts.get(id) ?? 0) + 1);
    return true;
  });
}
