import { Injectable } from '@nestjs/common';
import { type MeetingView, SEARCH_MOST, type SearchAnswer } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/index.js';
import { Meetings } from '../../meetings/index.js';
import { Organisations } from '../../organisations/index.js';
import { Sessions } from '../../programme/index.js';
import { Participants } from '../../registration/index.js';
import { bestFound } from './best-found.js';
import { asWritten, SearchWords, wordsOf } from './search-words.js';
import { partsOf, partsOfPerson, partsOfSession, type Searched } from './searched-parts.js';
import { wordsMeant } from './words-meant.js';

const nothing: SearchAnswer = { sessions: [], people: [], organisations: [], meetings: [], meant: [] };

/** Looks through what one participant may see of an event. The same number of queries however much there is. */
@Injectable()
export class EventSearch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: Organisations,
    private readonly participants: Participants,
    private readonly sessions: Sessions,
    private readonly meetings: Meetings,
  ) {}

  /**
   * Only where nothing has the words as they were typed, those in Latin letters are taken for misspelt ones.
   * @throws DomainError `registration.required`
   */
  async ask(actor: Actor, eventId: string, asked: string): Promise<SearchAnswer> {
    await this.participants.require(actor, eventId);
    const typed = new SearchWords(asked);
    if (typed.empty) return nothing;
    const [sessions, meetings] = await Promise.all([
      this.sessions.ofEvent(eventId),
      this.meetings.mine(actor, eventId),
    ]);
    const beside = { sessions, meetings: meetings.flatMap(mine) };
    const found = await this.look(actor, eventId, typed, beside);
    if (partsOf(found).length > 0) return answer(found, []);
    const meant = await wordsMeant(this.dataSource.manager, {
      eventId,
      userId: actor.userId,
      words: typed.words.map(({ word }) => word),
      others: [...new Set(partsOf(beside).flatMap((part) => (part ? wordsOf(part) : [])))],
    });
    if (meant.size === 0) return nothing;
    const alike = await this.look(actor, eventId, new SearchWords(asked, meant), beside);
    return answer(alike, asWritten([...meant.values()].flat(), partsOf(alike)));
  }

  private async look(
    actor: Actor,
    eventId: string,
    words: SearchWords,
    { sessions, meetings }: Pick<Searched, 'sessions' | 'meetings'>,
  ): Promise<Required<Searched>> {
    return {
      ...(await this.directory(actor, eventId, words)),
      sessions: words.best(sessions, partsOfSession, SEARCH_MOST),
      meetings: words.best(meetings, ({ partner }) => partsOfPerson(partner), SEARCH_MOST),
    };
  }

  /** The few that fit best are chosen by the database: an event may have thousands. */
  private async directory({ userId }: Actor, eventId: string, { words }: SearchWords) {
    const found = await bestFound(this.dataSource.manager, { eventId, userId, words, most: SEARCH_MOST });
    const [people, organisations] = await Promise.all([
      this.participants.cards(found.participantIds),
      this.organisations.cards(found.organisationIds),
    ]);
    return {
      people: found.participantIds.map((id) => people.get(id)!),
      organisations: found.organisationIds.map((id) => organisations.get(id)!),
    };
  }
}

function answer({ sessions, ...found }: Required<Searched>, meant: readonly string[]): SearchAnswer {
  return {
    people: [...found.people],
    organisations: [...found.organisations],
    meetings: [...found.meetings],
    sessions: sessions.map(({ sessionId, title, startsAt }) => ({ sessionId, title, startsAt })),
    meant: meant.slice(0, SEARCH_MOST),
  };
}

function mine({ meetingId, me, sides, startsAt, state }: MeetingView): SearchAnswer['meetings'] {
  const partner = sides.find(({ participant }) => participant.participantId !== me)?.participant;
  return partner ? [{ meetingId, partner, startsAt, state }] : [];
}
