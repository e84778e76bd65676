import { Injectable } from '@nestjs/common';
import type {
  EventId,
  EvidenceLevel,
  FunnelRecord,
  FunnelStep,
  FunnelView,
  ParticipantCard,
  RegionHeat,
} from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { DomainClock } from '../../../platform/index.js';
import {
  MeetingRequests,
  Meetings,
  type MeetingRow,
  type RequestBrief,
  VerdictStandings,
} from '../../meetings/index.js';
import { Organisations } from '../../organisations/index.js';
import { Participants } from '../../registration/index.js';
import { casesOfEvents, type CaseRow } from '../cases/case-rows.js';
import { outcomesOf, type OutcomeRow } from '../outcomes/outcome-rows.js';
import { baseline, funnelBands, funnelSummary, verdictCounts } from './funnel.rules.js';
import { isOfPair, regionHeat } from './region-heat.rules.js';

interface Matter {
  requests: RequestBrief[];
  meetings: MeetingRow[];
  cases: CaseRow[];
  outcomes: ReadonlyMap<string, OutcomeRow[]>;
}

/** From requests to signatures, every number with its records. The same number of queries whatever the numbers. */
@Injectable()
export class Funnel {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: DomainClock,
    private readonly requests: MeetingRequests,
    private readonly meetings: Meetings,
    private readonly standings: VerdictStandings,
    private readonly organisations: Organisations,
    private readonly participants: Participants,
  ) {}

  async view(eventIds: readonly string[], asked: string | null): Promise<FunnelView> {
    const matter = await this.matter(eventIds);
    const bands = funnelBands(countable(matter));
    const standings = await this.standings.of(matter.meetings.map(({ id }) => id));
    return {
      eventId: asked as EventId | null,
      asOf: (await this.clock.now()).toISOString(),
      steps: funnelSummary(bands),
      ...verdictCounts([...standings.values()]),
      baseline,
    };
  }

  /** What stands behind one number; with a level only cases that are known so well, with a pair only those of the two regions. */
  async records(
    eventIds: readonly string[],
    step: FunnelStep,
    { level, pair }: { level?: EvidenceLevel | undefined; pair?: { eu: string; jp: string } | undefined } = {},
  ): Promise<FunnelRecord[]> {
    const matter = await this.matter(eventIds);
    const { kind, ids, levels } = funnelBands(countable(matter))[step];
    const wanted = new Set(level ? (levels?.[level] ?? []) : ids);
    const those = <T extends { id: string }>(all: readonly T[]) => all.filter(({ id }) => wanted.has(id));
    const records =
      kind === 'case'
        ? await this.ofCases(those(matter.cases), matter)
        : kind === 'meeting'
          ? await this.ofMeetings(those(matter.meetings), matter)
          : await this.ofRequests(those(matter.requests));
    return pair ? records.filter(({ parties }) => isOfPair(parties, pair)) : records;
  }

  /** A number of a pair and its records are the same list as those of the ladder. */
  async heat(eventIds: readonly string[]): Promise<RegionHeat> {
    const matter = await this.matter(eventIds);
    const bands = funnelBands(countable(matter));
    const [heldIds, begunIds] = [new Set(bands.held.ids), new Set(bands.initiated.ids)];
    const held = matter.meetings.filter(({ id }) => heldIds.has(id));
    const people = await this.participants.cards(held.flatMap(participantsOf));
    const begun = matter.cases.filter(({ id }) => begunIds.has(id));
    const parties = await this.organisations.cards(begun.flatMap((one) => one.organisationIds));
    return regionHeat({
      held: held.map((meeting) => participantsOf(meeting).map((id) => people.get(id)!.organisation)),
      cases: begun.map((one) => one.organisationIds.map((id) => parties.get(id)!)),
    });
  }

  private async matter(eventIds: readonly string[]): Promise<Matter> {
    const requests = await this.requests.ofEvents(eventIds);
    const meetings = await this.meetings.forFollowup(eventIds);
    const cases = await casesOfEvents(this.dataSource.manager, eventIds);
    const outcomes = await outcomesOf(
      this.dataSource.manager,
      meetings.map(({ id }) => id),
    );
    return { requests, meetings, cases, outcomes };
  }

  private async ofRequests(requests: readonly RequestBrief[]): Promise<FunnelRecord[]> {
    const cards = await this.participants.cards(
      requests.flatMap((one) => [one.fromParticipantId, one.toParticipantId]),
    );
    return requests.map((one) => ({
      id: one.id,
      kind: 'request',
      at: one.sentAt.toISOString(),
      ...whoOf([cards.get(one.fromParticipantId)!, cards.get(one.toParticipantId)!]),
      state: one.state,
      detail: one.arranged ? null : one.reason,
    }));
  }

  private async ofMeetings(meetings: readonly MeetingRow[], { outcomes }: Matter): Promise<FunnelRecord[]> {
    const cards = await this.participants.cards(meetings.flatMap(participantsOf));
    return meetings.map((meeting) => ({
      id: meeting.id,
      kind: 'meeting',
      at: meeting.startsAt.toISOString(),
      ...whoOf(participantsOf(meeting).map((id) => cards.get(id)!)),
      state: meeting.state,
      detail: outcomes.get(meeting.id)?.find(({ nextStep }) => nextStep)?.nextStep ?? null,
    }));
  }

  private async ofCases(cases: readonly CaseRow[], { meetings }: Matter): Promise<FunnelRecord[]> {
    const parties = await this.organisations.cards(cases.flatMap((one) => one.organisationIds));
    const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
    const peopleOf = (one: CaseRow) => [...new Set(one.meetingIds.flatMap((id) => participantsOf(byId.get(id)!)))];
    const cards = await this.participants.cards(cases.flatMap(peopleOf));
    return cases.map((one) => ({
      id: one.id,
      kind: 'case',
      at: one.openedAt.toISOString(),
      parties: one.organisationIds.map((id) => parties.get(id)!),
      people: peopleOf(one).map((id) => cards.get(id)!.name),
      state: `${one.status} ${one.level}`,
      detail: one.nextStep,
    }));
  }
}

function countable({ requests, meetings, cases, outcomes }: Matter) {
  return {
    requests,
    meetings: meetings.map(({ id, state }) => ({
      id,
      state,
      followUps: (outcomes.get(id) ?? []).map(({ followUp }) => followUp),
    })),
    cases,
  };
}

const participantsOf = ({ sides }: MeetingRow): string[] => sides.map((side) => side.participantId);

function whoOf(cards: readonly ParticipantCard[]): Pick<FunnelRecord, 'parties' | 'people'> {
  const parties = new Map(cards.map(({ organisation }) => [organisation.organisationId, organisation]));
  return { parties: [...parties.values()], people: cards.map(({ name }) => name) };
}
