import type { MeetingRequestView, MeetingView, ParticipantCard } from '@musubi/contracts';

/** Whose turn it is decides where a request or a meeting stands. */
export const inboxGroups = ['waiting', 'confirmed', 'awaiting', 'ended'] as const;
export type InboxGroup = (typeof inboxGroups)[number];

/** The form of the line between two sides; reads without colour. */
export type InboxTie = 'out' | 'in' | 'counter' | 'confirmed' | 'live' | 'held' | 'broken';

/** What the row says beside its tie: one word each, in both languages. */
export type InboxState =
  | 'answer'
  | 'awaiting'
  | 'confirmed'
  | 'room_open'
  | 'live'
  | 'over'
  | 'held'
  | 'cut_short'
  | 'no_show'
  | 'not_held'
  | 'cancelled'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'unavailable';

export interface InboxTime {
  slotId: string;
  startsAt: string;
  endsAt: string;
  open: boolean;
}

/** One thing between me and one partner: a request until it is accepted, the meeting from then on. */
export interface InboxEntry {
  key: string;
  kind: 'request' | 'meeting';
  group: InboxGroup;
  tie: InboxTie;
  state: InboxState;
  partner: ParticipantCard;
  partnerHere: boolean;
  topic: Pick<MeetingView, 'reason' | 'arranged'>;
  /** The meeting's time, or the first proposal that is still open (the first of all when none is). */
  time: InboxTime | null;
  /** Every proposed time, in the sender's order; for a meeting its one time. */
  times: InboxTime[];
  answerBy: string | null;
  /** When it last moved, where known. */
  movedAt: string | null;
  version: number;
  request: MeetingRequestView | null;
  meeting: MeetingView | null;
}

export type Inbox = Record<InboxGroup, InboxEntry[]>;

const openStates: readonly string[] = ['requested', 'countered'];

/** The other person of a request. */
export function partnerOf(request: MeetingRequestView): ParticipantCard {
  return request.mine === 'from' ? request.to : request.from;
}

/** The other person of a meeting; for someone who is none of its people, the second one. */
export function otherSide(meeting: MeetingView): MeetingView['sides'][number] {
  const others = meeting.sides.filter(({ participant }) => participant.participantId !== meeting.me);
  const mine = meeting.sides.find(({ participant }) => participant.participantId === meeting.me)?.side;
  // A colleague of mine is not whom I meet.
  return others.find(({ side, part }) => side !== mine && part !== 'observer') ?? others[0] ?? meeting.sides.at(-1)!;
}

/** Whether an answer of mine is awaited. */
export function isMyTurn(request: MeetingRequestView): boolean {
  return openStates.includes(request.state) && request.turn === request.mine;
}

/** Whether somebody's answer is awaited. */
export function isOpen(request: MeetingRequestView): boolean {
  return openStates.includes(request.state);
}

/** Whether it is open again since the organisers took back the plan that had answered it. */
export function isReopened(request: MeetingRequestView): boolean {
  return isOpen(request) && request.history.at(-1)?.by === 'organisers';
}

/** Whether it waits for an answer, and none of its times can be taken any more: either of the two may propose others. */
export function isStuck({ kind, group, times }: Pick<InboxEntry, 'kind' | 'group' | 'times'>): boolean {
  return kind === 'request' && (group === 'waiting' || group === 'awaiting') && times.every(({ open }) => !open);
}

/** The wish I sent that is still unanswered: what counts against the cap. */
export function openRequestsOf(requests: readonly MeetingRequestView[]): number {
  return requests.filter((request) => isOpen(request) && request.mine === 'from').length;
}

/**
 * Everything between me and others, by whose turn it is. A request that was accepted is shown as its meeting.
 * Waiting and awaiting: soonest deadline first. Confirmed: by start. Ended: last moved first.
 */
export function inboxOf(
  requests: readonly MeetingRequestView[],
  meetings: readonly MeetingView[],
  now: Temporal.Instant,
): Inbox {
  const inbox: Inbox = { waiting: [], confirmed: [], awaiting: [], ended: [] };
  const known = new Set<string>(meetings.flatMap(({ meetingId, requestId }) => [meetingId, requestId]));
  for (const request of requests) {
    // The answer that makes the meeting may be here before the request that names it.
    if (request.state === 'accepted' && (known.has(request.requestId) || known.has(request.meetingId ?? ''))) continue;
    // It ended with the organisers' plan: its meeting tells that.
    if (!isOpen(request) && known.has(request.requestId)) continue;
    const entry = entryOfRequest(request);
    inbox[entry.group].push(entry);
  }
  const byId = new Map(requests.map((request) => [request.requestId as string, request]));
  for (const meeting of meetings) {
    const entry = entryOfMeeting(meeting, byId.get(meeting.requestId) ?? null, now);
    inbox[entry.group].push(entry);
  }
  inbox.waiting.sort(byText((entry) => entry.answerBy ?? ''));
  inbox.awaiting.sort(byText((entry) => entry.answerBy ?? ''));
  inbox.confirmed.sort(byText((entry) => entry.time?.startsAt ?? ''));
  inbox.ended.sort(byText((entry) => entry.movedAt ?? entry.time?.startsAt ?? '')).reverse();
  return inbox;
}

function entryOfRequest(request: MeetingRequestView): InboxEntry {
  // Of what is over nobody is told which times were taken since.
  const times = request.slots.map(({ open, ...time }) => ({ ...time, open: open || !isOpen(request) }));
  const mine = isMyTurn(request);
  const open = isOpen(request);
  // Accepted, and the meeting is not here yet: it belongs where the meeting will stand.
  const ended = request.state === 'accepted' ? 'confirmed' : 'ended';
  return {
    key: request.requestId,
    kind: 'request',
    group: mine ? 'waiting' : open ? 'awaiting' : ended,
    tie: tieOfRequest(request),
    state: mine ? 'answer' : open ? 'awaiting' : endOfRequest(request),
    partner: partnerOf(request),
    partnerHere: false,
    topic: request,
    time: times.find((time) => time.open) ?? times[0] ?? null,
    times,
    answerBy: open ? request.answerBy : null,
    movedAt: request.history.at(-1)?.at ?? request.sentAt,
    version: request.version,
    request,
    meeting: null,
  };
}

function entryOfMeeting(meeting: MeetingView, request: MeetingRequestView | null, now: Temporal.Instant): InboxEntry {
  const { participant, here } = otherSide(meeting);
  const time = { slotId: meeting.slotId, startsAt: meeting.startsAt, endsAt: meeting.endsAt, open: true };
  const state = stateOfMeeting(meeting, now);
  return {
    key: meeting.meetingId,
    kind: 'meeting',
    group: state === 'confirmed' || state === 'room_open' || state === 'live' ? 'confirmed' : 'ended',
    tie:
      state === 'live'
        ? 'live'
        : state === 'confirmed' || state === 'room_open'
          ? 'confirmed'
          : state === 'cancelled' || state === 'no_show' || state === 'not_held'
            ? 'broken'
            : 'held',
    state,
    partner: participant,
    partnerHere: here,
    topic: meeting,
    time,
    times: [time],
    answerBy: null,
    movedAt:
      state === 'confirmed' || state === 'room_open' || state === 'live'
        ? (request?.history.at(-1)?.at ?? null)
        : meeting.endsAt,
    version: meeting.version,
    request,
    meeting,
  };
}

/** Begun and not over, or somebody waits in its room: what comes before everything else. */
export function isUnderWay({ state, partnerHere, time }: InboxEntry, now: Temporal.Instant): boolean {
  if (state === 'live') return true;
  return state === 'room_open' && (partnerHere || Date.parse(time!.startsAt) <= now.epochMilliseconds);
}

/** Live is what presence says, or, with the other side inside and the hour come, what the clock says. */
export function stateOfMeeting(meeting: MeetingView, now: Temporal.Instant): InboxState {
  if (meeting.state !== 'confirmed') return meeting.state;
  if (meeting.live) return 'live';
  const at = now.epochMilliseconds;
  if (at >= Date.parse(meeting.endsAt)) return 'over';
  return at >= Date.parse(meeting.roomOpensAt) ? 'room_open' : 'confirmed';
}

function tieOfRequest(request: MeetingRequestView): InboxTie {
  if (!isOpen(request)) return request.state === 'accepted' ? 'confirmed' : 'broken';
  if (request.state === 'countered') return 'counter';
  return request.mine === 'from' ? 'out' : 'in';
}

function endOfRequest({ state }: MeetingRequestView): InboxState {
  switch (state) {
    case 'accepted':
      return 'confirmed';
    case 'requested':
    case 'countered':
      return 'awaiting';
    default:
      return state;
  }
}

/** The meeting that comes next or runs now: the earliest confirmed one that has not ended. */
export function nextMeeting(meetings: readonly MeetingView[], now: Temporal.Instant): MeetingView | null {
  const at = now.epochMilliseconds;
  return (
    meetings
      .filter((meeting) => meeting.state === 'confirmed' && Date.parse(meeting.endsAt) > at)
      .sort(byText((meeting) => meeting.startsAt))[0] ?? null
  );
}

function byText<T>(of: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0);
}
