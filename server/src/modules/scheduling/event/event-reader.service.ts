import { Injectable } from '@nestjs/common';
import type { BlockView, ParticipantCard, ScheduleSettings } from '@musubi/contracts';
import { emptyProblem, type Interpreter, type Person, type Problem, type Wish } from '@musubi/scheduling';
import { contains, overlaps } from '@musubi/time';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainClock, DomainError, type Tx } from '../../../platform/index.js';
import { Agenda } from '../../agenda/index.js';
import type { EventEntity } from '../../events/index.js';
import { Fits } from '../../matchmaking/index.js';
import {
  Blocks,
  type InterpreterRow,
  interpretersOf,
  intervalOf,
  isLate,
  limitsOf,
  type MeetingRow,
  Meetings,
  Members,
  type OfferedSlot,
  planWishesOf,
  promisedSlotsOf,
  reachable,
  Slots,
} from '../../meetings/index.js';
import { type Participant, Participants, PersonBlocks } from '../../registration/index.js';
import { saidIn } from '../preferences/preference-rows.js';
import { settingsOf } from '../settings/settings-rows.js';
import { isPlanned } from '../settings/settings.rules.js';
import { haveMet } from './wishes/met.js';
import { notInterested } from './wishes/not-interested.js';
import type { Origin } from './wishes/origin.js';
import { pairsOnce } from './wishes/pairs-once.js';
import { type Party, partyOf, type Planned, type Sharing } from './wishes/parties.js';
import { pairing, planSlots, type PlanSlots } from './plan-slots.js';
import { pairsOfInterpreters, standingOf, yielding } from './standing.js';
import { wishesOf, type WishSources } from './wishes/wishes.js';

/** An event as a problem of the scheduler, and what it takes to tell of it. */
export interface PlannedEvent {
  event: Pick<EventEntity, 'id' | 'zone'>;
  blocks: readonly BlockView[];
  blockIds: readonly string[];
  settings: ScheduleSettings;
  slots: PlanSlots;
  problem: Problem;
  origins: readonly Origin[];
  cards: ReadonlyMap<string, ParticipantCard>;
}

/**
 * Reads an event into a problem: availability, agendas, limits and gaps, blocks that are planned and who may meet whom there,
 * interpreters and languages, delegations, preferences, requests given to the plan, and meetings that stand or took place. The same number
 * of queries for any number of people.
 */
@Injectable()
export class EventReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: DomainClock,
    private readonly agenda: Agenda,
    private readonly participants: Participants,
    private readonly personBlocks: PersonBlocks,
    private readonly blocks: Blocks,
    private readonly slots: Slots,
    private readonly meetings: Meetings,
    private readonly members: Members,
    private readonly fits: Fits,
  ) {}

  /**
   * @param wanted which blocks; none for all that are planned
   * @throws DomainError `schedule.unknown_block`
   */
  async read(event: Pick<EventEntity, 'id' | 'zone'>, wanted: readonly string[], tx?: Tx): Promise<PlannedEvent> {
    const em = tx?.em ?? this.dataSource.manager;
    const now = tx?.now ?? (await this.clock.now());
    const blocks = await this.blocks.ofEvent(event.id, 'organiser', tx);
    const blockIds = chosen(blocks, wanted);
    const { settings } = await settingsOf(em, event.id);
    const ahead = (await this.slots.ofEvent(event.id, tx)).filter(({ startsAt }) => startsAt > now);
    const [planned, open] = [new Set(blockIds), new Set(ahead.map(({ id }) => id))];
    const met = (await this.meetings.forFollowup([event.id], em)).filter(haveMet);
    const slots = planSlots([...ahead, ...(await slotsBeside(ahead, met, em))], blocks, {
      isPlanned: ({ blockId, id }) => planned.has(blockId) && open.has(id),
      zone: event.zone,
    });
    const people = await this.participants.ofEvent(event.id, em);
    const cards = await this.participants.cards(
      people.map(({ participantId }) => participantId),
      em,
    );
    const organisations = new Map(
      [...cards.values()].map(({ organisation }) => [organisation.organisationId as string, organisation]),
    );
    const interpreting = await interpretersOf(em, event.id);
    const interpreters = await this.interpreters(interpreting, slots, tx);
    const standing = standingOf(met, {
      organisationOf: organisationOf(people),
      interpreters: interpreting,
      position: slots.position,
    });
    const heard = await this.wanted(event.id, people, em);
    const { wishes, origins } = wishesOf({
      ...heard,
      fit: await this.fits.of(pairsOf(heard), cards, em),
      slotsFor: pairing(slots, blocks, organisations),
      offered: pairsOfInterpreters(interpreters),
      meets: meeting(standing.wishes),
    });
    const problem = yielding({
      ...emptyProblem,
      slots: slots.slots,
      people: await this.people(event.id, people, slots, settings, tx),
      interpreters,
      wishes: [...standing.wishes, ...wishes],
      fixed: standing.fixed,
      pairsOnce: settings.pairsOnce ? pairsOnce(wishes, standing.wishes) : [],
      unsocialMinutes: unsocial(people, slots),
    });
    return {
      ...{ event, blocks, blockIds, settings, slots, problem, cards },
      origins: [...standing.origins, ...origins],
    };
  }

  private async wanted(eventId: string, participants: readonly Participant[], em: EntityManager) {
    const people = new Map<string, Planned>(participants.map((one) => [one.participantId, one]));
    const shared = await this.members.shared([...people.keys()], null, em);
    const sharing = new Map(
      [...shared].map(([id, reach]): [string, Sharing] => {
        const own = reach.members.find(({ participantId }) => participantId === id)!;
        const common = reach.mode === 'pool' ? own.part !== 'backup' : own.part === 'required';
        const ids = reachable(reach).map(({ participantId }) => participantId);
        return [id, { mode: reach.mode, organisationId: reach.organisationId, reachable: ids, common }];
      }),
    );
    const blocked = await this.personBlocks.between(
      participants.map(({ userId }) => userId),
      em,
    );
    const uninterested = await notInterested(em, eventId);
    const requests = await planWishesOf(em, eventId);
    return {
      people,
      partyOf: (one: Planned) => partyOf(one, sharing.get(one.participantId)),
      said: await saidIn(em, eventId),
      requests: requests.map(({ interpretation, ...one }) => ({
        ...one,
        interpreting: interpretation && [...interpretation].sort().join('-'),
      })),
      blocked: (one: Planned, other: Planned) =>
        blocked.has(one.userId, other.userId) || uninterested(one.participantId, other.participantId),
    };
  }

  private async people(
    eventId: string,
    participants: readonly Participant[],
    { rows, chosen: positions, position }: PlanSlots,
    { meetingsAtMost }: ScheduleSettings,
    tx?: Tx,
  ): Promise<Person[]> {
    const busy = await this.slots.busy(rows, participants, tx);
    const em = tx?.em ?? this.dataSource.manager;
    const promised = await promisedSlotsOf(em, eventId);
    const limits = await limitsOf(
      em,
      participants.map(({ participantId }) => participantId),
    );
    return participants.map(({ participantId, organisationId, userId, zone }) => {
      const own = limits.get(participantId)?.limits;
      const taken = busy.get(userId)!;
      return {
        id: participantId,
        organisationId,
        free: positions.filter((at) => !overlaps(taken, intervalOf(rows[at]!))),
        maximum: meetingsAtMost,
        perDay: own?.perDay ?? null,
        gapMinutes: own?.gapMinutes ?? 0,
        zone,
        promised: (promised.get(participantId) ?? []).flatMap((id) => position.get(id) ?? []),
      };
    });
  }

  private async interpreters(
    found: readonly InterpreterRow[],
    { rows, chosen: positions }: PlanSlots,
    tx?: Tx,
  ): Promise<Interpreter[]> {
    const [first, last] = [rows[0], rows.at(-1)];
    if (found.length === 0 || !first || !last) return [];
    const busy = await this.agenda.busy(
      found.map(({ userId }) => userId),
      first.startsAt,
      last.endsAt,
      tx,
    );
    return found.map(({ id, userId, pairs, available, inARow, breakMinutes }) => {
      const offers = available.map(({ startsAt, endsAt }) => ({
        start: new Date(startsAt).toTemporalInstant(),
        end: new Date(endsAt).toTemporalInstant(),
      }));
      const free = positions.filter((at) => {
        const during = intervalOf(rows[at]!);
        return !overlaps(busy.get(userId)!, during) && (offers.length === 0 || contains(offers, during));
      });
      return { id, pairs, free, maximum: null, perDay: null, rest: { afterMeetings: inARow, minutes: breakMinutes } };
    });
  }
}

/** Slots in which somebody meets or met and nothing is planned any more: they have begun, or are not offered now. */
async function slotsBeside(
  ahead: readonly OfferedSlot[],
  met: readonly MeetingRow[],
  em: EntityManager,
): Promise<OfferedSlot[]> {
  const known = new Set(ahead.map(({ id }) => id));
  const ids = new Set(met.map(({ slotId }) => slotId).filter((id) => !known.has(id)));
  if (ids.size === 0) return [];
  return em.query(
    `SELECT id, block_id AS "blockId", starts_at AS "startsAt", ends_at AS "endsAt", true AS full FROM meeting_slot WHERE id = ANY ($1)`,
    [[...ids]],
  );
}

function organisationOf(people: readonly Participant[]): (participantId: string) => string | undefined {
  const known = new Map(people.map((one) => [one.participantId, one.organisationId]));
  return (participantId) => known.get(participantId);
}

/** Everybody and whom they said or asked something about, no thanks aside. */
function* pairsOf({ said, requests }: Pick<WishSources, 'said' | 'requests'>): Generator<readonly [string, string]> {
  for (const { from, to, preference } of said) if (preference !== 'no_thanks') yield [from, to];
  for (const { from, to } of requests) yield [from, to];
}

/** Whether somebody of the one party meets somebody of the other already. */
function meeting(standing: readonly Wish[]): (one: Party, other: Party) => boolean {
  const pairs = new Set(
    standing.flatMap(({ sides }) =>
      sides.flatMap(({ people }, at) =>
        sides
          .filter((_, other) => other !== at)
          .flatMap((side) => people.flatMap((a) => side.people.map((b) => `${a} ${b}`))),
      ),
    ),
  );
  return (one, other) => one.people.some((a) => other.people.some((b) => pairs.has(`${a} ${b}`)));
}

function chosen(blocks: readonly BlockView[], wanted: readonly string[]): string[] {
  const planned = blocks.filter(isPlanned).map(({ blockId }) => blockId as string);
  const unknown = wanted.find((id) => !planned.includes(id));
  if (unknown) throw new DomainError('schedule.unknown_block', { blockId: unknown });
  return wanted.length > 0 ? [...new Set(wanted)].sort() : planned;
}

/** By zone, the minutes of each slot that lie outside of office hours there: a slot lies outside or it does not. */
function unsocial(people: readonly Participant[], { rows }: PlanSlots): Record<string, number[]> {
  const zones = [...new Set(people.map(({ zone }) => zone))].sort();
  const minutes = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
    Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  return Object.fromEntries(
    zones.map((zone) => [zone, rows.map((slot) => (isLate(intervalOf(slot), zone) ? minutes(slot) : 0))]),
  );
}
