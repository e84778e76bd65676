import { Injectable } from '@nestjs/common';
import type { OrganisationCard, SlotChoice } from '@musubi/contracts';
import { contains, overlaps, type Interval } from '@musubi/time';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainClock, DomainError, type Tx } from '../../../platform/index.js';
import { Agenda } from '../../agenda/index.js';
import { busyTogether, peopleBehind } from '../delegations/members/behind.js';
import type { Member, Reach } from '../delegations/members/delegation.rules.js';
import { Members } from '../delegations/members/members.js';
import { type BlockOffer, limitsOf, offersOf } from './availability/availability-rows.js';
import { blockAt, type BlockRow, blocksAround, blocksOf, momentView } from './blocks/block-rows.js';
import { limitedTimes } from './limits/limits.rules.js';
import { mayMeet } from './limits/pairing.rules.js';
import { keepPhases } from './phases/phase-locks.js';
import { momentOf } from './phases/phases.rules.js';
import {
  alternatives,
  intervalOf,
  isLate,
  isOpenChoice,
  slotChoice,
  type OfferedSlot,
  type SlotTime,
} from './slot-choice.rules.js';

/** Who looks at slots, as far as slots need to know. */
export interface SlotSeeker {
  participantId: string;
  userId: string;
  zone: string;
  organisation?: Pick<OrganisationCard, 'organisationId' | 'kind' | 'side'>;
}

/** The slots in which two people could meet. */
export interface CommonSlots {
  readonly slotIds: readonly string[];
  readonly startsAt: readonly Date[];
  /** How many of them lie in the office hours of both. */
  readonly inOfficeHours: number;
}

interface Proposer {
  eventId: string;
  userId: string;
}

/** Slots that a person has proposed to others and that nobody takes from under them without asking. */
const promisedAtMost = 3;

/** When people can meet. Constant number of queries for any number of slots. */
@Injectable()
export class Slots {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: DomainClock,
    private readonly agenda: Agenda,
    private readonly members: Members,
  ) {}

  /** All slots of an event that are offered, by start; inside a transaction pass it. */
  async ofEvent(eventId: string, tx?: Tx): Promise<OfferedSlot[]> {
    return (tx?.em ?? this.dataSource.manager).query(
      `SELECT id, block_id AS "blockId", starts_at AS "startsAt", ends_at AS "endsAt", meeting_slot_full(id) AS full
       FROM meeting_slot WHERE event_id = $1 AND retired_at IS NULL ORDER BY starts_at, id`,
      [eventId],
    ) as Promise<OfferedSlot[]>;
  }

  /**
   * What every slot of the event is to these two; to me alone without `them`. Blocks in which they do not meet are left out.
   * @param besides a meeting of the two that is to be moved: where it stands is said, it does not count towards anybody's limits,
   * and its people come
   */
  async choices(
    eventId: string,
    me: SlotSeeker,
    them: SlotSeeker | null,
    tx?: Tx,
    besides: string | null = null,
  ): Promise<SlotChoice[]> {
    const em = tx?.em ?? this.dataSource.manager;
    const now = tx?.now ?? (await this.clock.now());
    const blocks = (await blocksOf(em, eventId)).filter((block) => meetIn(block, me, them));
    const known = new Set(blocks.map(({ id }) => id));
    const slots = (await this.ofEvent(eventId, tx)).filter(({ blockId }) => known.has(blockId));
    const anyOf = them && !besides ? await this.members.shared([them.participantId], me.userId, em) : null;
    const reach = them && anyOf?.get(them.participantId);
    const behind = peopleBehind(reach || undefined, me);
    const people = them ? [me, them, ...behind] : [me];
    const busy = await this.busy(slots, people, tx, { blocks, besides });
    const theirs =
      them && (reach && behind.length > 0 ? busyTogether(reach.mode, behind, busy) : busy.get(them.userId)!);
    const openings = openingsOf(blocks, now);
    const instant = [...openings.values()].some((opening) => opening.instant);
    const viewers = {
      me: { zone: me.zone, busy: busy.get(me.userId)! },
      them: them && { zone: them.zone, busy: theirs! },
      held: new Set(await this.heldBy({ eventId, userId: me.userId }, them?.userId ?? null, now, tx)),
      promised: new Set(
        instant && them
          ? (await this.heldBy({ eventId, userId: them.userId }, me.userId, now, tx)).slice(0, promisedAtMost)
          : [],
      ),
      openings,
      present: besides && (await slotOf(em, besides)),
      now,
    };
    return slots.map((slot) => slotChoice(slot, viewers));
  }

  /** At most three other slots for these two, after the given one was lost; to move a meeting pass it. */
  async alternatives(
    eventId: string,
    { me, them }: { me: SlotSeeker; them: SlotSeeker },
    lostSlotId: string,
    besides: string | null = null,
  ): Promise<SlotChoice[]> {
    const choices = await this.choices(eventId, me, them, undefined, besides);
    const lost = choices.find((choice) => choice.slotId === lostSlotId);
    return lost ? alternatives(choices, lost) : [];
  }

  /**
   * The slots of these ids, in the given order, each still open to both.
   * @param besides a meeting of the two that is to be moved
   * @param atOnce to be taken without asking
   * @throws DomainError `meeting.slot_unknown`; with alternatives `meeting.slot_past`, `block.closed` and when it opens,
   * `block.pair_apart`, `meeting.slot_taken`, `block.not_instant`
   */
  async proposable(
    tx: Tx,
    eventId: string,
    slotIds: readonly string[],
    { me, them, besides, atOnce }: { me: SlotSeeker; them: SlotSeeker; besides?: string; atOnce?: boolean },
  ): Promise<(SlotTime & { slotId: string })[]> {
    await keepPhases(tx.em, slotIds);
    const choices = new Map(
      (await this.choices(eventId, me, them, tx, besides ?? null)).map((choice) => [choice.slotId as string, choice]),
    );
    const unknown = slotIds.find((slotId) => !choices.has(slotId));
    if (unknown) throw await this.unknownOrApart(tx, eventId, unknown, [...choices.values()]);
    for (const slotId of slotIds) {
      const choice = choices.get(slotId)!;
      const others = () => alternatives([...choices.values()], choice);
      if (choice.state === 'closed') throw await this.closed(tx, eventId, choice, others());
    }
    return slotIds.map((slotId) => {
      const choice = choices.get(slotId)!;
      if (!isOpenChoice(choice)) {
        const code = choice.state === 'past' ? 'meeting.slot_past' : 'meeting.slot_taken';
        throw new DomainError(code, { slotId, alternatives: alternatives([...choices.values()], choice) });
      }
      if (atOnce && !choice.instant) {
        const others = [...choices.values()].filter(({ instant }) => instant);
        throw new DomainError('block.not_instant', { slotId, alternatives: alternatives(others, choice) });
      }
      return {
        id: slotId,
        slotId,
        startsAt: new Date(choice.startsAt),
        endsAt: new Date(choice.endsAt),
      };
    });
  }

  /**
   * That one may book here by oneself at present, or accept what was asked.
   * @throws DomainError `block.closed` and when it opens
   */
  async assertOpen(tx: Tx, eventId: string, slotId: string): Promise<void> {
    const [slot] = (await tx.em.query(
      `SELECT block_id AS "blockId" FROM meeting_slot JOIN meeting_block block ON block.id = block_id
       WHERE meeting_slot.id = $1 AND (block.mode = 'plan' OR EXISTS (SELECT FROM meeting_phase phase WHERE phase.block_id = block.id))`,
      [slotId],
    )) as { blockId: string }[];
    if (!slot) return;
    const block = (await blocksOf(tx.em, eventId)).find(({ id }) => id === slot.blockId);
    if (block && !momentOf(block, tx.now).open) throw await this.closed(tx, eventId, { slotId, blockId: slot.blockId });
  }

  private async unknownOrApart(
    tx: Tx,
    eventId: string,
    slotId: string,
    choices: readonly SlotChoice[],
  ): Promise<DomainError> {
    const apart = (await this.ofEvent(eventId, tx)).find(({ id }) => id === slotId);
    if (!apart) return new DomainError('meeting.slot_unknown', { slotId });
    const lost = { startsAt: apart.startsAt.toISOString() };
    return new DomainError('block.pair_apart', { slotId, alternatives: alternatives(choices, lost) });
  }

  private async closed(
    tx: Tx,
    eventId: string,
    { slotId, blockId }: { slotId: string; blockId: string },
    others: readonly SlotChoice[] = [],
  ): Promise<DomainError> {
    const block = (await blocksOf(tx.em, eventId)).find(({ id }) => id === blockId)!;
    const opens = momentView(momentOf(block, tx.now));
    return new DomainError('block.closed', { slotId, ...opens, alternatives: others });
  }

  /**
   * The slots ahead in which one person could meet each of the others, by user: free for both, of a block in which they may
   * meet and that is open or will be, and not proposed to somebody else. Of a delegation that shares what comes in, whoever may
   * come counts. The same number of queries for any number of people.
   */
  async common(eventId: string, me: SlotSeeker, others: readonly SlotSeeker[]): Promise<Map<string, CommonSlots>> {
    const now = await this.clock.now();
    const blocks = (await blocksOf(this.dataSource.manager, eventId)).filter((block) => {
      const { open, opensAt } = momentOf(block, now);
      return open || opensAt !== null;
    });
    const slots = (await this.ofEvent(eventId)).filter((slot) => slot.startsAt > now && !slot.full);
    const pools = await this.pools(me, others);
    const busy = await this.busy(slots, [me, ...others, ...[...pools.values()].flatMap(({ people }) => people)]);
    const proposed = await this.proposedBy({ eventId, userId: me.userId }, now);
    const free = slots
      .map((slot) => ({ ...slot, during: intervalOf(slot) }))
      .filter(({ during }) => !overlaps(busy.get(me.userId)!, during));
    const within = officeHoursOf(free);
    return new Map(
      others.map((them) => {
        const shared = new Set(blocks.filter((block) => meetIn(block, me, them)).map(({ id }) => id));
        const pool = pools.get(them.userId);
        const taken = pool ? busyTogether(pool.mode, pool.people, busy) : busy.get(them.userId)!;
        const held = new Set(proposed.filter((one) => one.userId !== them.userId).map(({ slotId }) => slotId));
        const common = free.filter(
          ({ id, blockId, during }) => shared.has(blockId) && !held.has(id) && !overlaps(taken, during),
        );
        const [mine, theirs] = [within(me.zone), within(them.zone)];
        return [
          them.userId,
          {
            slotIds: common.map(({ id }) => id),
            startsAt: common.map(({ startsAt }) => startsAt),
            inOfficeHours: common.filter(({ id }) => mine.has(id) && theirs.has(id)).length,
          },
        ];
      }),
    );
  }

  /** Who may come in whose place, by the user who would be asked; those who come themselves are not in the answer. */
  private async pools(
    me: SlotSeeker,
    others: readonly SlotSeeker[],
  ): Promise<Map<string, { mode: Reach['mode']; people: Member[] }>> {
    const reaches = await this.members.shared(
      others.map(({ participantId }) => participantId),
      me.userId,
    );
    return new Map(
      others.flatMap(({ participantId, userId }) => {
        const reach = reaches.get(participantId);
        const people = peopleBehind(reach, me);
        return reach && people.length > 0 ? [[userId, { mode: reach.mode, people }] as const] : [];
      }),
    );
  }

  /** Promised elsewhere, not offered, or more than a person takes on, by user; nobody is missing from the answer. */
  async busy(
    slots: readonly SlotTime[],
    people: readonly Pick<SlotSeeker, 'participantId' | 'userId'>[],
    tx?: Tx,
    { blocks, besides = null }: { blocks?: readonly BlockRow[]; besides?: string | null } = {},
  ): Promise<Map<string, Interval[]>> {
    const [first, last] = [slots[0], slots.at(-1)];
    if (!first || !last) return new Map(people.map((person) => [person.userId, []]));
    const em = tx?.em ?? this.dataSource.manager;
    const span = { start: first.startsAt.toTemporalInstant(), end: last.endsAt.toTemporalInstant() };
    const userIds = people.map((person) => person.userId);
    const participantIds = people.map((person) => person.participantId);
    const promised = await this.agenda.busy(userIds, first.startsAt, last.endsAt, tx);
    const offers = await offersOf(em, participantIds);
    const limits = await limitsOf(em, participantIds, besides);
    const standing = blocks ?? (await blocksAround(em, participantIds));
    return new Map(
      people.map(({ userId, participantId }) => {
        const known = limits.get(participantId);
        const closed = known ? limitedTimes(known.limits, { ...known, span }) : [];
        const withheld = withheldBy(offers.get(participantId), slots, standing);
        return [userId, [...(promised.get(userId) ?? []), ...withheld, ...closed]];
      }),
    );
  }

  /** Slots that this person has proposed to others and that are not answered yet, the oldest proposal first: advisory, never a claim. */
  private async heldBy(who: Proposer, exceptWith: string | null, now: Date, tx?: Tx): Promise<string[]> {
    const others = (await this.proposedBy(who, now, tx)).filter((proposal) => proposal.userId !== exceptWith);
    return [...new Set(others.map(({ slotId }) => slotId))];
  }

  /** Slots of the event ahead that this person has proposed, and to whom, the oldest proposal first. */
  private async proposedBy(
    { eventId, userId }: Proposer,
    now: Date,
    tx?: Tx,
  ): Promise<{ slotId: string; userId: string }[]> {
    return (tx?.em ?? this.dataSource.manager).query(
      `SELECT proposed.slot_id AS "slotId",
              CASE WHEN request.turn = 'to' THEN request.to_user_id ELSE request.from_user_id END AS "userId"
       FROM meeting_request request JOIN meeting_request_slot proposed ON proposed.request_id = request.id
       JOIN meeting_slot slot ON slot.id = proposed.slot_id
       WHERE ((request.turn = 'to' AND request.from_user_id = $1) OR (request.turn = 'from' AND request.to_user_id = $1))
         AND request.event_id = $2 AND request.answer_by > $3 AND slot.starts_at > $3 AND slot.retired_at IS NULL
       ORDER BY request.sent_at, request.id, proposed.place`,
      [userId, eventId, now],
    ) as Promise<{ slotId: string; userId: string }[]>;
  }
}

/** Which of the slots lie in office hours, by zone; each zone is looked at once. */
function officeHoursOf(slots: readonly { id: string; during: Interval }[]): (zone: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (zone) => {
    const seen = known.get(zone) ?? new Set(slots.filter(({ during }) => !isLate(during, zone)).map(({ id }) => id));
    known.set(zone, seen);
    return seen;
  };
}

async function slotOf(em: EntityManager, meetingId: string): Promise<string | null> {
  const [row] = (await em.query('SELECT slot_id AS "slotId" FROM meeting WHERE id = $1', [meetingId])) as {
    slotId: string;
  }[];
  return row?.slotId ?? null;
}

const meetIn = (block: BlockRow, { organisation: mine }: SlotSeeker, them: SlotSeeker | null): boolean =>
  !mine || !them?.organisation || mayMeet(block, mine, them.organisation);

const openingsOf = (blocks: readonly BlockRow[], now: Date) =>
  new Map(
    blocks.map((block) => {
      const { open, mode } = momentOf(block, now);
      return [block.id, { open, instant: open && mode === 'instant' }] as const;
    }),
  );

/** The slots that a person does not offer. */
function withheldBy(
  offers: ReadonlyMap<string, BlockOffer> | undefined,
  slots: readonly SlotTime[],
  blocks: readonly BlockRow[],
): Interval[] {
  if (!offers && blocks.every(({ offered }) => offered)) return [];
  return slots.flatMap((slot) => {
    const block = blockAt(blocks, slot);
    if (!block) return [];
    const offer = offers?.get(block.id) ?? { everything: block.offered, intervals: [] };
    const during = intervalOf(slot);
    return offer.everything || contains(offer.intervals, during) ? [] : [during];
  });
}
