import {
  type ConsentPurpose,
  type ConsentText,
  type DirectoryChoice,
  type FieldIssue,
  type FormQuestion,
  type RegistrationInput,
  type RegistrationState,
} from '@musubi/contracts';
import { DomainError } from '../../../platform/index.js';

/** From each state, the states a registration may go to. */
export const registrationMoves = {
  draft: ['pending', 'complete', 'waitlisted', 'withdrawn'],
  pending: ['complete', 'waitlisted', 'rejected', 'withdrawn'],
  complete: ['rejected', 'withdrawn'],
  waitlisted: ['complete', 'offered', 'rejected', 'withdrawn'],
  offered: ['complete', 'offer_expired', 'rejected', 'withdrawn'],
  offer_expired: [],
  rejected: [],
  withdrawn: [],
} as const satisfies Record<RegistrationState, readonly RegistrationState[]>;

/** Of these a person has at most one per event. */
export const activeStates = ['draft', 'pending', 'complete', 'waitlisted', 'offered'] as const;

export function isActive(state: RegistrationState): boolean {
  return (activeStates as readonly RegistrationState[]).includes(state);
}

/** Whether it takes one of the event's places. */
export function holdsPlace(state: RegistrationState): boolean {
  return state === 'complete' || state === 'offered';
}

/** @throws DomainError `registration.wrong_state` */
export function moveRegistration(from: RegistrationState, to: RegistrationState): RegistrationState {
  if (!(registrationMoves[from] as readonly RegistrationState[]).includes(to)) {
    throw new DomainError('registration.wrong_state', { state: from });
  }
  return to;
}

interface Opening {
  state: 'draft' | 'published' | 'cancelled';
  registrationOpensAt: Date;
  registrationClosesAt: Date;
  endsAt: Date;
}

/** @throws DomainError `event.cancelled`, `event.not_open`, `registration.closed` */
export function assertOpen(event: Opening, now: Date): void {
  if (event.state === 'cancelled') throw new DomainError('event.cancelled');
  if (event.state === 'draft' || now < event.registrationOpensAt) throw new DomainError('event.not_open');
  if (now >= event.registrationClosesAt) throw new DomainError('registration.closed');
}

/** What is there may be changed until the event is over. */
export function assertChangeable(event: Opening, now: Date): void {
  if (event.state === 'cancelled') throw new DomainError('event.cancelled');
  if (now >= event.endsAt) throw new DomainError('registration.closed');
}

/** What is written down of one consent. */
export interface ConsentRecord {
  purpose: ConsentPurpose;
  version: number;
  given: boolean;
  directory: DirectoryChoice | null;
}

/**
 * One record per text that is asked today. Who may find the person is a choice of its own and decides the directory's record,
 * whatever stands in the list for it.
 * @throws DomainError `registration.consent_outdated` with the purposes whose text on the screen was missing or an older one
 */
export function consentRecords(
  texts: readonly ConsentText[],
  { consents, directory }: Pick<RegistrationInput, 'consents' | 'directory'>,
): ConsentRecord[] {
  const given = new Map(consents.map((consent) => [consent.purpose, consent]));
  const repeated = consents.length - given.size > 0;
  const unasked = consents.some(({ purpose }) => !texts.some((text) => text.purpose === purpose));
  if (repeated || unasked) {
    throw new DomainError('request.invalid', undefined, [
      { path: 'consents', message: 'one entry per text of the form' },
    ]);
  }
  const outdated = texts
    .filter(
      ({ purpose, version }) => (given.get(purpose)?.version ?? (purpose === 'directory' ? version : 0)) !== version,
    )
    .map(({ purpose }) => purpose);
  if (outdated.length > 0) throw new DomainError('registration.consent_outdated', { purposes: outdated });
  return texts.map(({ purpose, version }) =>
    purpose === 'directory'
      ? { purpose, version, given: directory !== 'nobody', directory }
      : { purpose, version, given: given.get(purpose)!.given, directory: null },
  );
}

/** Those that say something else than what was said last. */
export function changedConsents(records: readonly ConsentRecord[], last: readonly ConsentRecord[]): ConsentRecord[] {
  const before = new Map(last.map((record) => [record.purpose, record]));
  return records.filter(({ purpose, version, given, directory }) => {
    const known = before.get(purpose);
    return known?.version !== version || known.given !== given || known.directory !== directory;
  });
}

type Answers = RegistrationInput['answers'];

/**
 * The answers to the event's own questions, without empty ones.
 * @throws DomainError `request.invalid` for an answer that fits no question, `registration.answer_missing` with the keys
 */
export function checkAnswers(questions: readonly FormQuestion[], answers: Answers): Answers {
  const issues = Object.entries(answers).flatMap(([key, answer]): FieldIssue[] => {
    const question = questions.find((one) => one.key === key);
    const message = question ? misfit(question, answer) : 'nobody asked this';
    return message === null ? [] : [{ path: `answers.${key}`, message }];
  });
  if (issues.length > 0) throw new DomainError('request.invalid', undefined, issues);
  const said = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));
  const missing = questions
    .filter(({ key, required }) => required && (said[key] ?? false) === false)
    .map(({ key }) => key);
  if (missing.length > 0) throw new DomainError('registration.answer_missing', { keys: missing });
  return said;
}

function misfit({ kind, choices }: FormQuestion, answer: string | boolean): string | null {
  if (kind === 'consent') return typeof answer === 'boolean' ? null : 'is a yes or a no';
  if (typeof answer !== 'string') return 'is a text';
  const known = kind === 'text' || answer === '' || choices.some(({ value }) => value === answer);
  return known ? null : 'is not one of the choices';
}

/** In public, fewer people than this are not told apart. */
const toldFrom = 5;

export function withheld(people: number): number | null {
  return people < toldFrom ? null : people;
}
