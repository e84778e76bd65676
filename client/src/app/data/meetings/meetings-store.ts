import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type {
  CancelReason,
  DeclineReason,
  EventId,
  MeetingId,
  MeetingRequestId,
  MeetingRequestInput,
  MeetingRequestView,
  MeetingView,
  SlotId,
} from '@musubi/contracts';
import { Clock } from '../../core/clock/clock';
import { Behalf } from '../../core/login/behalf';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { inboxOf, isMyTurn, isOpen, nextMeeting, openRequestsOf, type Inbox } from './inbox/inbox';
import { MeetingsApi } from './meetings-api';
import { newsBetween, type News } from './inbox/news';
import { movesOf } from './inbox/thread-steps';

/** How long the wash on a changed row lasts, in milliseconds (the edge stays until the row was seen). */
const FRESH_FOR = 2400;

/** How long a tie that was just joined is drawn, in milliseconds. */
const DRAWN_FOR = 1200;

/**
 * All that is between me and others at one event. What I do is shown at once and taken back if the server refuses;
 * what others do arrives by itself, is marked until seen, and is told as news.
 */
@Injectable({ providedIn: 'root' })
export class MeetingsStore {
  private readonly api = inject(MeetingsApi);
  private readonly clock = inject(Clock);
  private readonly realtime = inject(Realtime);

  private readonly event = signal<EventId | null>(null);
  private readonly requestsRead = new Reading<MeetingRequestView[]>(() => this.api.requests(this.event()!));
  private readonly meetingsRead = new Reading<MeetingView[]>(() => this.api.meetings(this.event()!));
  private readonly marks = signal<ReadonlyMap<string, 'fresh' | 'changed'>>(new Map());
  private readonly joined = signal<ReadonlySet<string>>(new Set());
  private readonly busyKeys = signal<ReadonlySet<string>>(new Set());
  private readonly listeners = new Set<(news: News[]) => void>();
  private catching: Promise<void> | null = null;

  readonly eventId = this.event.asReadonly();
  readonly requests = computed(() => this.requestsRead.value() ?? []);
  readonly meetings = computed(() => this.meetingsRead.value() ?? []);
  readonly loading = computed(() => this.requestsRead.loading() || this.meetingsRead.loading());
  readonly failed = computed(() => this.requestsRead.failed() ?? this.meetingsRead.failed());
  readonly inbox = computed<Inbox>(() => inboxOf(this.requests(), this.meetings(), this.clock.minute()));
  /** Requests that wait for my answer: the number in the rail. */
  readonly waiting = computed(() => this.requests().filter(isMyTurn).length);
  readonly openRequests = computed(() => openRequestsOf(this.requests()));
  readonly next = computed(() => nextMeeting(this.meetings(), this.clock.minute()));
  /** Rows that changed and were not seen since; `fresh` for a moment. */
  readonly changed = this.marks.asReadonly();
  /** Meetings whose tie is being drawn. */
  readonly justJoined = this.joined.asReadonly();
  /** Rows whose command is under way. */
  readonly busy = this.busyKeys.asReadonly();

  constructor() {
    inject(Behalf).onSwitch(() => {
      this.requestsRead.reset();
      this.meetingsRead.reset();
      this.marks.set(new Map());
      if (this.event()) void this.refresh();
    });
    const mine = ({ eventId }: { eventId: string }): void => {
      if (eventId === this.event()) void this.catchUp();
    };
    this.realtime.on('meeting_request.changed', mine);
    this.realtime.on('meeting.changed', mine);
    this.realtime.onHint('room.changed', () => {
      if (this.event()) void this.catchUp();
    });
    this.realtime.onReload(() => {
      if (this.event()) void this.catchUp();
    });
  }

  /** Shows this event's; reads it if it is not here yet. From then on it is kept up to date. */
  async open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.requestsRead.reset();
      this.meetingsRead.reset();
      this.marks.set(new Map());
      this.event.set(eventId);
    }
    await Promise.all([this.requestsRead.ensure(), this.meetingsRead.ensure()]);
  }

  async refresh(): Promise<void> {
    await Promise.all([this.requestsRead.refresh(), this.meetingsRead.refresh()]);
  }

  /** Hears what others did, once each. Returns the way to stop. */
  onNews(listener: (news: News[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The reader has looked at these rows (all of them when none is named). */
  seen(...keys: readonly string[]): void {
    this.marks.update((marks) =>
      keys.length === 0 ? new Map() : new Map([...marks].filter(([key]) => !keys.includes(key))),
    );
  }

  request(requestId: string): MeetingRequestView | null {
    return this.requests().find((request) => request.requestId === requestId) ?? null;
  }

  meeting(meetingId: string): MeetingView | null {
    return this.meetings().find((meeting) => meeting.meetingId === meetingId) ?? null;
  }

  /** Sends a request. Where both asked each other, the answer is the meeting. */
  async ask(input: MeetingRequestInput): Promise<MeetingRequestView | MeetingView> {
    const answer = await this.api.ask(this.event()!, input);
    if ('sides' in answer) this.putMeeting(answer, true);
    else this.putRequest(answer);
    void this.refresh();
    return answer;
  }

  /** @throws Refusal `meeting.slot_taken` with other slots in its data; the request is then as it was */
  accept(requestId: MeetingRequestId, slotId: SlotId): Promise<MeetingView> {
    const take = (request: MeetingRequestView): MeetingRequestView => ({
      ...request,
      state: 'accepted',
      turn: null,
      slots: request.slots.filter((slot) => slot.slotId === slotId),
    });
    return this.onRequest(requestId, take, async () => {
      const meeting = await this.api.accept(requestId, slotId);
      this.putMeeting(meeting, true);
      return meeting;
    });
  }

  decline(requestId: MeetingRequestId, reason: DeclineReason, note: string | null): Promise<MeetingRequestView> {
    const end = (request: MeetingRequestView): MeetingRequestView => ({ ...request, state: 'declined', turn: null });
    return this.onRequest(requestId, end, () => this.api.decline(requestId, reason, note));
  }

  counter(requestId: MeetingRequestId, slotIds: readonly SlotId[], note: string | null): Promise<MeetingRequestView> {
    const turn = (request: MeetingRequestView): MeetingRequestView => ({
      ...request,
      state: 'countered',
      turn: request.mine === 'from' ? 'to' : 'from',
    });
    return this.onRequest(requestId, turn, () => this.api.counter(requestId, slotIds, note));
  }

  withdraw(requestId: MeetingRequestId): Promise<MeetingRequestView> {
    const end = (request: MeetingRequestView): MeetingRequestView => ({ ...request, state: 'withdrawn', turn: null });
    return this.onRequest(requestId, end, () => this.api.withdraw(requestId));
  }

  /** Asks to move a meeting: a request of its own, beside the meeting, which stands meanwhile. */
  reschedule(meetingId: MeetingId, slotIds: readonly SlotId[], note: string | null): Promise<MeetingRequestView> {
    return this.busyWith(meetingId, async () => {
      const request = await this.api.reschedule(meetingId, slotIds, note);
      this.putRequest(request);
      void this.refresh();
      return request;
    });
  }

  /** All that was asked to move a meeting, oldest first. */
  moves(meetingId: string | undefined): MeetingRequestView[] {
    return movesOf(this.requests(), meetingId);
  }

  /** The request that wants to move a meeting and is not yet answered. */
  moving(meetingId: string): MeetingRequestView | null {
    return this.requests().find((one) => one.movesFrom && one.meetingId === meetingId && isOpen(one)) ?? null;
  }

  async cancel(meetingId: MeetingId, reason: CancelReason, note: string | null): Promise<MeetingView> {
    const was = this.meeting(meetingId);
    if (was)
      this.putMeeting({ ...was, state: 'cancelled', live: false, cancelledBy: was.me, cancelledBecause: reason });
    return this.busyWith(meetingId, async () => {
      try {
        const meeting = await this.api.cancel(meetingId, reason, note);
        this.putMeeting(meeting);
        return meeting;
      } catch (refusal) {
        if (was) this.putMeeting(was);
        void this.refresh();
        throw refusal;
      }
    });
  }

  /** Shows `to` at once, sends, and either keeps the server's word or puts back what was there. */
  private onRequest<T>(
    requestId: MeetingRequestId,
    to: (request: MeetingRequestView) => MeetingRequestView,
    send: () => Promise<T>,
  ): Promise<T> {
    const was = this.request(requestId);
    if (was) this.putRequest(to(was));
    this.seen(requestId);
    return this.busyWith(requestId, async () => {
      try {
        const answer = await send();
        if (isRequest(answer)) this.putRequest(answer);
        void this.refresh();
        return answer;
      } catch (refusal) {
        if (was) this.putRequest(was);
        void this.refresh();
        throw refusal;
      }
    });
  }

  private async busyWith<T>(key: string, work: () => Promise<T>): Promise<T> {
    this.busyKeys.update((keys) => new Set(keys).add(key));
    try {
      return await work();
    } finally {
      this.busyKeys.update((keys) => new Set([...keys].filter((one) => one !== key)));
    }
  }

  private putRequest(request: MeetingRequestView): void {
    this.requestsRead.change((all) => replaced(all, request, (one) => one.requestId === request.requestId));
  }

  private putMeeting(meeting: MeetingView, drawn = false): void {
    this.meetingsRead.change((all) => replaced(all, meeting, (one) => one.meetingId === meeting.meetingId));
    if (drawn) this.draw(meeting.meetingId);
  }

  /** Reads again, then marks and tells what the others did. One at a time, so that nothing is told twice. */
  private catchUp(): Promise<void> {
    this.catching ??= this.readNews().finally(() => (this.catching = null));
    return this.catching.then(() => undefined);
  }

  private async readNews(): Promise<void> {
    const first = this.loading();
    const before = { requests: this.requests(), meetings: this.meetings() };
    await this.refresh();
    if (first) return;
    const news = newsBetween(before, { requests: this.requests(), meetings: this.meetings() });
    if (news.length === 0) return;
    this.mark(news.map(({ key }) => key));
    for (const { kind, key } of news) if (kind === 'accepted') this.draw(key);
    for (const listener of this.listeners) listener(news);
  }

  private mark(keys: readonly string[]): void {
    this.marks.update((marks) => new Map([...marks, ...keys.map((key) => [key, 'fresh'] as const)]));
    setTimeout(() => {
      this.marks.update(
        (marks) => new Map([...marks].map(([key, mark]) => [key, keys.includes(key) ? 'changed' : mark])),
      );
    }, FRESH_FOR);
  }

  private draw(key: string): void {
    this.joined.update((keys) => new Set(keys).add(key));
    setTimeout(() => this.joined.update((keys) => new Set([...keys].filter((one) => one !== key))), DRAWN_FOR);
  }
}

function replaced<T>(all: readonly T[], one: T, isSame: (other: T) => boolean): T[] {
  return all.some(isSame) ? all.map((other) => (isSame(other) ? one : other)) : [...all, one];
}

function isRequest(answer: unknown): answer is MeetingRequestView {
  return typeof answer === 'object' && answer !== null && 'requestId' in answer && 'turn' in answer;
}
