import { Injectable } from '@nestjs/common';
import {
  type MeetingView,
  type ParticipantCard,
  SEARCH_MOST,
  type SearchAnswer,
  type SessionView,
} from '@musubi/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/index.js';
import { Meetings } from '../../meetings/index.js';
import { Organisations } from '../../organisations/index.js';
import { Sessions } from '../../programme/index.js';
import { Participants } from '../../registration/index.js';
import { bestFound } from './best-found.js';
import { SearchWords } from './search-words.js';

const nothing: SearchAnswer = { sessions: [], people: [], organisations: [], meetings: [] };

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

  /** @throws DomainError `registration.required` */
  async ask(actor: Actor, eventId: string, asked: string): Promise<SearchAnswer> {
    await this.participants.require(actor, eventId);
    const words = new SearchWords(asked);
    if (words.empty) return nothing;
    const [{ people, organisations }, sessions, meetings] = await Promise.all([
      this.directory(actor, eventId, words),
      this.sessions.ofEvent(eventId),
      this.meetings.mine(actor, eventId),
    ]);
    return {
      sessions: words
        .best(sessions, partsOfSession, SEARCH_MOST)
        .map(({ sessionId, title, startsAt }) => ({ sessionId, title, startsAt })),
      people,
      organisations,
      meetings: words.best(meetings.flatMap(mine), ({ partner }) => partsOfPerson(partner), SEARCH_MOST),
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

function mine({ meetingId, me, sides, startsAt, state }: MeetingView): SearchAnswer['meetings'] {
  const partner = sides.find(({ participant }) => participant.participantId !== me)?.participant;
  return partner ? [{ meetingId, partner, startsAt, state }] : [];
}

function partsOfPerson({ name, organisation, ...titles }: ParticipantCard) {
  const { jobTitle, department, jobTitleOther, departmentOther } = titles;
  const { familyLatin, givenLatin, familyLocal, givenLocal, familyKana, givenKana } = name;
  const together = (family: string | null, given: string | null) => [family, given].filter(Boolean).join(' ');
  const names = [`${givenLatin} ${familyLatin}`, together(familyLocal, givenLocal), together(familyKana, givenKana)];
  const work = [jobTitle, department, jobTitleOther ?? null, departmentOther ?? null];
  return [...names, ...work, organisation.nameLatin, organisation.nameLocal];
}

function partsOfSession({ title, subtitle, track, room, speakers }: SessionView) {
  return [
    title.en,
    title.ja,
    subtitle?.en,
    subtitle?.ja,
    track,
    room,
    ...speakers.flatMap(({ name, nameLocal, organisation }) => [name, nameLocal, organisation]),
  ];
}
