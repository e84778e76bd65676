/**
 * The socket, typed on both ends. Types only: commands are HTTP, sockets tell. One exception: shared notes are typed.
 * What was missed is read by HTTP: feed.ts.
 */
import type { ErrorCode } from './codes.ts';
import type { ClockState } from './people/identity.ts';

/** Raised when either map changes in a way that an old client would misread; an older client is told to reload. */
export const PROTOCOL = 1;

/** What the numbered feed of a person carries: kind → ids. Names are noun.past. */
export interface FeedKinds {
  'meeting_request.changed': { requestId: string; eventId: string };
  'meeting.changed': { meetingId: string; eventId: string };
  /** Somebody waits for one in a meeting's room. */
  'meeting.called': { meetingId: string; eventId: string };
  'thread.changed': { requestId: string; eventId: string };
  /** Who else comes to a meeting, or is asked to: told to them and to everybody who is of it. */
  'guest.changed': { guestId: string; requestId: string; eventId: string };
  /** What an interpreter has been given to do. */
  'interpreting.changed': { meetingId: string; eventId: string };
  'agenda.changed': { eventId: string };
  'registration.changed': { registrationId: string; eventId: string };
  'opportunity.changed': { organisationId: string };
  'affiliation.changed': { affiliationId: string; organisationId: string };
  'outcome.changed': { meetingId: string; eventId: string };
  'case.changed': { caseId: string };
  'card.changed': { meetingId: string; eventId: string };
  /** Who belongs to one's delegation, what is theirs to do, who acts for whom. */
  'delegation.changed': { eventId: string };
  /** A time that came free is offered to two who wish it, or no longer. */
  'gap.changed': { eventId: string };
}
export type FeedKind = keyof FeedKinds;

export type FeedEntry = { [K in FeedKind]: { n: number; kind: K; ids: FeedKinds[K]; at: string } }[FeedKind];

/** Stands in a topic's place of an event: what concerns the whole instance. */
export const everywhere = '00000000-0000-4000-8000-000000000000';

/** Boards that many people watch; a hint says "read again", nothing more. */
export type Topic = `event:${string}` | `session:${string}` | `meeting:${string}` | `organise:${string}`;

export interface HintKinds {
  'programme.changed': { eventId: string };
  'participants.changed': { eventId: string };
  'slots.changed': { eventId: string };
  'stage.changed': { sessionId: string };
  /** Some stage of the event went live or ended. */
  'stages.changed': { eventId: string };
  'questions.changed': { sessionId: string };
  'room.changed': { meetingId: string };
  /** Interpreters, and the meetings that want one: under `organise:<eventId>`. */
  'interpreters.changed': { eventId: string };
  /** Somebody calls for help, or was answered. */
  'help.changed': { eventId: string };
  'funnel.changed': { eventId: string };
  /** What became of a meeting, or somebody disputes it: under `organise:<eventId>`. */
  'verdicts.changed': { eventId: string; meetingId: string };
  'people.changed': { eventId: string };
  /** Settings, the list of runs or a plan: under `organise:<eventId>`. */
  'schedule.changed': { eventId: string };
  /** For participants: a plan was published or taken back, or until when they are asked for their wishes. */
  'plan.changed': { eventId: string };
  /** Somebody said whom they want to meet: under `organise:<eventId>`. */
  'preferences.changed': { eventId: string };
  /** A run is further; at most four times a second, under `organise:<eventId>`. */
  'schedule.progressed': { eventId: string; runId: string };
  /** Something of a cooperation profile changed: for organisers of all, under `organise:${everywhere}`. */
  'profiles.changed': { organisationId: string };
}
export type HintKind = keyof HintKinds;
export type Hint = { [K in HintKind]: { topic: Topic; kind: K; ids: HintKinds[K] } }[HintKind];

/** Who is connected right now among the people a topic concerns. */
export interface PresenceChange {
  topic: Topic;
  userId: string;
  here: boolean;
}

/** Somebody of the meeting wrote into its shared notes. */
export interface NotesUpdated {
  meetingId: string;
  /** A Yjs update. */
  update: Uint8Array;
  /** Participant. */
  by: string;
  at: string;
}

export interface ServerToClient {
  'notes.updated': (notes: NotesUpdated) => void;
  'feed.appended': (entry: FeedEntry) => void;
  'hint.given': (hint: Hint) => void;
  'presence.changed': (change: PresenceChange) => void;
  'clock.changed': (clock: ClockState) => void;
  'login.ended': () => void;
  'protocol.changed': (protocol: number) => void;
}

/** Kept, and when; or why not. */
export type NotesAnswer = { ok: true; at: string } | { ok: false; code: ErrorCode };

export interface ClientToServer {
  /** A Yjs update of at most 8 KiB, kept before it is answered; twice is as good as once. */
  'notes.update': (notes: { meetingId: string; update: Uint8Array }, answer: (result: NotesAnswer) => void) => void;
  /** Watch a topic; the answer says whether this person may, and who is here. */
  'topic.watch': (topic: Topic, answer: (result: { ok: boolean; here: string[] }) => void) => void;
  'topic.unwatch': (topic: Topic) => void;
}
