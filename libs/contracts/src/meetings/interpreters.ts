/**
 * interpreters: whom an event has, and which meetings they have
 *   GET    /api/organise/events/:eventId/interpreters                     organiser                   → 200 InterpretersView
 *   POST   /api/organise/events/:eventId/interpreters                     organiser InterpreterInput  → 201 InterpreterView
 *   PUT    /api/organise/events/:eventId/interpreters/:interpreterId      organiser InterpreterPut    → 200 InterpreterView
 *   DELETE /api/organise/events/:eventId/interpreters/:interpreterId      organiser                   → 204 (their meetings ahead go to others)
 *   PUT    /api/organise/events/:eventId/interpretations/:meetingId       organiser AssignInterpreter → 200 InterpretersView | 409 interpreter.unfit
 *   PUT    /api/meeting-requests/:requestId/interpretation                who agrees on it WantInterpretation → 200 WantedInterpretation (also once it is a meeting)
 *   GET    /api/meeting-requests/:requestId/interpretation                its people                  → 200 WantedInterpretation
 *   GET    /api/me/interpreting                                           signed in                   → 200 Assignment[] (by start)
 */
import { z } from 'zod';
import { BilingualText, InstantText, PersonName } from '../common.ts';
import { MailAddress } from '../people/identity.ts';
import { EventId, InterpreterId, MeetingId, UserId } from '../ids.ts';
import { LanguagePair } from './languages.ts';
import { ParticipantCard } from '../people/registration.ts';
import { arrangements, meetingStates } from '../vocabulary.ts';

const Span = z.strictObject({ startsAt: InstantText, endsAt: InstantText });

/** When, and how much, somebody interprets. */
export const InterpreterPut = z.strictObject({
  pairs: z.array(LanguagePair).min(1).max(6),
  /** When they can; empty means always. */
  available: z.array(Span).max(50),
  /** So many meetings without a break at most. */
  inARow: z.int().min(1).max(12),
  /** What counts as a break. */
  breakMinutes: z.int().min(5).max(120),
});
export type InterpreterPut = z.infer<typeof InterpreterPut>;

export const InterpreterInput = InterpreterPut.extend({
  address: MailAddress,
  name: PersonName,
});
export type InterpreterInput = z.infer<typeof InterpreterInput>;

/** A meeting that an interpreter has, or that lacks one. */
export const InterpretedMeeting = z.object({
  meetingId: MeetingId,
  state: z.enum(meetingStates),
  startsAt: InstantText,
  endsAt: InstantText,
  languages: LanguagePair,
  people: z.array(ParticipantCard),
});
export type InterpretedMeeting = z.infer<typeof InterpretedMeeting>;

export const InterpreterView = InterpreterPut.extend({
  interpreterId: InterpreterId,
  userId: UserId,
  name: PersonName,
  /** Their own clock. */
  zone: z.string(),
  minutes: z.int(),
  meetings: z.array(InterpretedMeeting),
});
export type InterpreterView = z.infer<typeof InterpreterView>;

export const InterpretersView = z.object({
  interpreters: z.array(InterpreterView),
  /** Meetings that want one and have none, soonest first; who of the interpreters could. */
  wanted: z.array(InterpretedMeeting.extend({ free: z.array(InterpreterId) })),
});
export type InterpretersView = z.infer<typeof InterpretersView>;

export const AssignInterpreter = z.strictObject({ interpreterId: InterpreterId });
export type AssignInterpreter = z.infer<typeof AssignInterpreter>;

export const WantInterpretation = z.strictObject({ languages: LanguagePair.nullable() });
export type WantInterpretation = z.infer<typeof WantInterpretation>;
export const WantedInterpretation = WantInterpretation;
export type WantedInterpretation = WantInterpretation;

/** One's own meeting as an interpreter. */
export const Assignment = InterpretedMeeting.extend({
  eventId: EventId,
  eventSlug: z.string(),
  eventTitle: BilingualText,
  zone: z.string(),
  /** Empty where nobody wrote one: then `arranged` says how it came. */
  reason: z.string(),
  arranged: z.enum(arrangements).nullable(),
  roomOpensAt: InstantText,
});
export type Assignment = z.infer<typeof Assignment>;
