import { Injectable } from '@nestjs/common';
import type {
  DirectoryFilter,
  DirectoryOrganisations,
  DirectoryPeople,
  DirectorySearch,
  OpportunityCard,
  ParticipantCard,
} from '@musubi/contracts';
import { topics } from '@musubi/reference';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/index.js';
import { MeetingRequests } from '../../meetings/index.js';
import { Organisations } from '../../organisations/index.js';
import { Opportunities } from '../../profiles/index.js';
import { Directories, type DirectoryAnswer, type DirectoryQuestion, Participants } from '../../registration/index.js';
import { DismissalEntity } from '../recommendations/dismissal.entity.js';
import { partsOf, type Searched } from '../search/searched-parts.js';
import { asWritten } from '../search/search-words.js';

/** As many of an organisation's opportunities as a row has room for. */
const opportunitiesShown = 3;

/** As many of the words that were meant as a line has room for. */
const meantShown = 6;

const topicNames = new Map<string, string>(topics.map(({ code, en, ja }) => [code, `${en} ${ja}`]));

/** As many of an organisation's people; a delegation is smaller. */
const peopleShown = 30;

/** Who can be found at an event, as one of its participants sees it. The same number of queries for any number of people. */
@Injectable()
export class Directory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directories: Directories,
    private readonly participants: Participants,
    private readonly organisations: Organisations,
    private readonly opportunities: Opportunities,
    private readonly requests: MeetingRequests,
  ) {}

  async people(actor: Actor, eventId: string, search: DirectorySearch): Promise<DirectoryPeople> {
    const { participantId } = await this.participants.require(actor, eventId);
    const question = await this.question(actor, eventId, participantId, search);
    const { ids, spelt, ...found } = await this.directories.ask({ ...question, unit: 'people' });
    const cards = await this.participants.cards(ids);
    const people = ids.map((id) => cards.get(id)!);
    const published = await this.published(people.map(({ organisation }) => organisation.organisationId));
    const dismissed = await this.dataSource.manager.findBy(DismissalEntity, { participantId });
    const dismissedIds = new Set(dismissed.map((one) => one.dismissedId));
    const said = [...published.values()].flat();
    const inTouch = await this.requests.inTouch(participantId);
    return {
      ...found,
      meant: meantBy(spelt, { sessions: [], meetings: [], people }, said),
      people: people.map((card) => ({
        ...card,
        opportunities: published.get(card.organisation.organisationId) ?? [],
        inTouch: inTouch.has(card.participantId),
        dismissed: dismissedIds.has(card.participantId),
      })),
    };
  }

  async organisationsOf(actor: Actor, eventId: string, search: DirectorySearch): Promise<DirectoryOrganisations> {
    const { participantId } = await this.participants.require(actor, eventId);
    const question = await this.question(actor, eventId, participantId, search);
    const { ids, spelt, ...found }: DirectoryAnswer = await this.directories.ask({
      ...question,
      unit: 'organisations',
    });
    const cards = await this.organisations.cards(ids);
    const published = await this.published(ids);
    const { cards: people, counts } = await this.participants.findableOf(eventId, actor, ids, peopleShown);
    const peopleOf = Map.groupBy(people, (card) => card.organisation.organisationId as string);
    const organisations = ids.map((id) => cards.get(id)!);
    const said = [...published.values()].flat();
    return {
      ...found,
      meant: meantBy(spelt, { sessions: [], meetings: [], people, organisations }, said),
      organisations: ids.map((id) => ({
        organisation: cards.get(id)!,
        people: (peopleOf.get(id) ?? []).map(briefOf),
        peopleTotal: counts.get(id) ?? 0,
        opportunities: published.get(id) ?? [],
      })),
    };
  }

  private async question(
    actor: Actor,
    eventId: string,
    participantId: string,
    search: DirectorySearch,
  ): Promise<Omit<DirectoryQuestion, 'unit'>> {
    return {
      eventId,
      viewer: { userId: actor.userId, lang: search.lang ?? actor.lang },
      filter: filterOf(search),
      met: await this.requests.met(participantId),
      after: search.after,
    };
  }

  private async published(organisationIds: readonly string[]): Promise<Map<string, OpportunityCard[]>> {
    const published = await this.opportunities.publishedOf(organisationIds);
    return new Map(
      [...published].map(([organisationId, views]) => [
        organisationId,
        views.slice(0, opportunitiesShown).map(({ opportunityId, kind, title, dimension, topic }) => ({
          opportunityId,
          kind,
          title,
          dimension,
          topic,
        })),
      ]),
    );
  }
}

/** What was meant, of the words that stand on this page: names, titles, organisations, offers and requests and their topics. */
function meantBy(spelt: readonly string[], found: Searched, said: readonly OpportunityCard[]): string[] {
  const texts = said.flatMap(({ title, topic }) => [title.en, title.ja, topicNames.get(topic)]);
  return asWritten(spelt, [...partsOf(found), ...texts]).slice(0, meantShown);
}

function filterOf({
  q,
  notMet,
  side,
  place,
  kind,
  language,
  dimension,
  opportunity,
  ...more
}: DirectorySearch): DirectoryFilter {
  return {
    q,
    side: several(side),
    place: several(place),
    kind: several(kind),
    language: several(language),
    dimension: several(dimension),
    opportunity: several(opportunity),
    region: several(more.region),
    topic: several(more.topic),
    form: several(more.form),
    stage: several(more.stage),
    novelty: several(more.novelty),
    target: several(more.target),
    framework: several(more.framework),
    notMet: notMet === 'true',
  };
}

function several<T>(given: T | T[] | undefined): T[] {
  return given === undefined ? [] : ([given].flat() as T[]);
}

function briefOf({ participantId, name, jobTitle, jobTitleOther }: ParticipantCard) {
  return { participantId, name, jobTitle, jobTitleOther };
}
