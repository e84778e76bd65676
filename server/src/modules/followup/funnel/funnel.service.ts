import { Injectable } from '@nestjs/common';
import type { EventId, FunnelRecord, FunnelStep, FunnelView, ParticipantCard, RegionHeat } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { DomainClock } from '../../../platform/index.js';
import { MeetingRequests, Meetings, type MeetingRow, type RequestBrief } from '../../meetings/index.js';
import { Organisations } from '../../organisations/index.js';
import { Participants } from '../../registration/index.js';
import { casesOfEvents, type CaseRow } from '../cases/case-rows.js';
import { outcomesOf, type OutcomeRow } from '../outcomes/outcome-rows.js';
import { baseline, funnelBands, funnelSummary } from './funnel.rules.js';
import { regionHeat } from './region-heat.rules.js';

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
    private readonly organisations: Organisations,
    private readonly participants: Participants,
  ) {}

  async view(eventIds: readonly string[], asked: string | null): Promise<FunnelView> {
    const bands = funnelBands(countable(await this.matter(eventIds)));
    return {
      eventId: asked as EventId | null,
      asOf: (await this.clock.now()).toISOString(),
      steps: funnelSummary(bands),
      baseline,
    };
  }

  /** What stands behind one number. */
  async records(eventIds: readonly string[], step: FunnelStep): Promise<FunnelRecord[]> {
    const matter = await this.matter(eventIds);
    const { kind, ids } = funnelBands(countable(matter))[step];
    const wanted = new Set(ids);
    if (kind === 'case')
      return this.ofCases(
        matter.cases.filter(({ id }) => wanted.has(id)),
        matter,
      );
    if (kind === 'meeting')
      return this.ofMeetings(
        matter.meetings.filter(({ id }) => wanted.has(id)),
        matter,
      );
    return this.ofRequests(matter.requests.filter(({ id }) => wanted.has(id)));
  }

  async heat(eventIds: readonly string[]): Promise<RegionHeat> {
    const { meetings, cases } = await this.matter(eventIds);
    const held = meetings.filter(({ state }) => state === 'held');
    const people = await this.participants.cards(held.flatMap(participantsOf));
    const counted = cases.filter(({ level, initiatedOn }) => initiatedOn !== null && level !== 'claimed');
    const parties = await this.organisations.cards(counted.flatMap((one) => one.organisationIds));
    return regionHeat({
      held: held.map((meeting) => participantsOf(meeting).map((id) => people.get(id)!.organisation)),
      cases: counted.map((one) => one.organisationIds.map((id) => parties.get(id)!)),
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
      detail: one.reason,
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
      people: peopleOf(one).map((id) => nameOf(cards.get(id)!)),
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

const nameOf = ({ name }: ParticipantCard): string => `${name.givenLatin} ${name.familyLatin}`;

function whoOf(cards: readonly ParticipantCard[]): Pick<FunnelRecord, 'parties' | 'people'> {
  const parties = new Map(cards.map(({ organisation }) => [organisation.organisationId, organisation]));
  return { parties: [...parties.values()], people: cards.map(nameOf) };
}
