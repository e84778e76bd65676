import { Injectable } from '@nestjs/common';
import {
  type MeetingView,
  type OrganisationCard,
  type ParticipantCard,
  SEARCH_MOST,
  type SearchAnswer,
  type SessionView,
} from '@musubi/contracts';
import type { Actor } from '../../../platform/index.js';
import { Meetings } from '../../meetings/index.js';
import { Sessions } from '../../programme/index.js';
import { Participants } from '../../registration/index.js';
import { SearchWords } from './search-words.js';

const nothing: SearchAnswer = { sessions: [], people: [], organisations: [], meetings: [] };

/** Looks through what one participant may see of an event. The same number of queries however much there is. */
@Injectable()
export class EventSearch {
  constructor(
    private readonly participants: Participants,
    private readonly sessions: Sessions,
    private readonly meetings: Meetings,
  ) {}

  /** @throws DomainError `registration.required` */
  async ask(actor: Actor, eventId: string, asked: string): Promise<SearchAnswer> {
    await this.participants.require(actor, eventId);
    const words = new SearchWords(asked);
    if (words.empty) return nothing;
    const [people, sessions, meetings] = await Promise.all([
      this.participants.visible(eventId, actor),
      this.sessions.ofEvent(eventId),
      this.meetings.mine(actor, eventId),
    ]);
    return {
      sessions: words
        .best(sessions, partsOfSession, SEARCH_MOST)
        .map(({ sessionId, title, startsAt }) => ({ sessionId, title, startsAt })),
      people: words.best(people, partsOfPerson, SEARCH_MOST),
      organisations: words.best(organisationsOf(people), partsOfOrganisation, SEARCH_MOST),
      meetings: words.best(meetings.flatMap(mine), ({ partner }) => partsOfPerson(partner), SEARCH_MOST),
    };
  }
}

function mine({ meetingId, me, sides, startsAt, state }: MeetingView): SearchAnswer['meetings'] {
  const partner = sides.find(({ participant }) => participant.participantId !== me)?.participant;
  return partner ? [{ meetingId, partner, startsAt, state }] : [];
}

function organisationsOf(people: readonly ParticipantCard[]): OrganisationCard[] {
  return [...new Map(people.map(({ organisation }) => [organisation.organisationId, organisation])).values()];
}

function partsOfPerson({ name, jobTitle, department, organisation }: ParticipantCard) {
  const { familyLatin, givenLatin, familyLocal, givenLocal, familyKana, givenKana } = name;
  const together = (family: string | null, given: string | null) => [family, given].filter(Boolean).join(' ');
  const names = [`${givenLatin} ${familyLatin}`, together(familyLocal, givenLocal), together(familyKana, givenKana)];
  return [...names, jobTitle, department, ...partsOfOrganisation(organisation)];
}

function partsOfOrganisation({ nameLatin, nameLocal }: OrganisationCard) {
  return [nameLatin, nameLocal];
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
