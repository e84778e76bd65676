import type {
  EventId,
  MyRegistration,
  OrganisationCard,
  ParticipantCard,
  ParticipantId,
  PersonName,
  PersonRow,
  RegistrationView,
} from '@musubi/contracts';
import type { EventEntity } from '../../events/index.js';
import type { RegistrationEntity } from './registration.entity.js';
import type { ConsentRecord } from './registration.rules.js';

interface Shown {
  name: PersonName;
  organisation: OrganisationCard;
  consents: readonly ConsentRecord[];
  position: number | null;
}

export function viewOf(
  registration: RegistrationEntity,
  { name, organisation, consents, position }: Shown,
): RegistrationView {
  const { department, jobTitle, departmentOther, jobTitleOther } = registration;
  const { state, workingLanguages, lang, zone, directory, answers, accessNeeds } = registration;
  return {
    participantId: registration.id as ParticipantId,
    eventId: registration.eventId as EventId,
    state,
    position,
    name,
    organisation,
    department,
    jobTitle,
    departmentOther,
    jobTitleOther,
    workingLanguages,
    lang,
    zone,
    directory,
    consents: consents.map(({ purpose, version, given }) => ({ purpose, version, given })),
    answers,
    accessNeeds,
    rejectedBecause: registration.rejectedBecause,
  };
}

export function mineOf({ id, state }: RegistrationEntity, event: EventEntity): MyRegistration {
  const { slug, title, startsAt, endsAt, zone } = event;
  return {
    participantId: id as ParticipantId,
    eventId: event.id as EventId,
    slug,
    title,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    zone,
    state,
  };
}

export function rowOf(registration: RegistrationEntity, card: ParticipantCard, address: string): PersonRow {
  const { state, lang, directory, registeredAt, accessNeeds } = registration;
  return { ...card, address, state, lang, directory, registeredAt: registeredAt.toISOString(), accessNeeds };
}
