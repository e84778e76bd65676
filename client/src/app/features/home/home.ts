import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { dateAt } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { ProblemWords } from '../../core/problem/problem-words';
import { AgendaStore } from '../../data/agenda/agenda-store';
import { onNow } from '../../data/agenda/on-now';
import { DelegationStore } from '../../data/delegation/delegation-store';
import { CurrentEvent } from '../../data/events/current-event';
import { FollowupStore } from '../../data/followup/followup-store';
import { MatchWords } from '../../data/matchmaking/match-words';
import { MatchmakingStore } from '../../data/matchmaking/matchmaking-store';
import { WhoFits } from '../../data/matchmaking/who-fits';
import { AvailabilityStore } from '../../data/slots/availability-store';
import { otherSide } from '../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { MeetingsStore } from '../../data/meetings/meetings-store';
import { ProgrammeStore } from '../../data/programme/programme-store';
import { ParticipantsStore } from '../../data/registration/participants-store';
import { StageStandings } from '../../data/stage/stage-standings';
import { AssignmentsLink } from '../../parts/company/assignments-link';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { Icon } from '../../ui/icon/icon';
import { KeepFocus } from '../../ui/layout/keep-focus';
import { Person } from '../../ui/people/person';
import { DayAgenda } from './day/day-agenda';
import { NextMeeting } from './next/next-meeting';
import { OnNowList } from './now/on-now';
import { AlsoWaiting } from './waiting/also-waiting';
import { WaitingRequest } from './waiting/waiting-request';

/** Minutes before a meeting from which it begins "soon". */
const SOON = 60;

/** The first page of a participant: what comes next, what waits for an answer, the day, and who else to meet. */
@Component({
  selector: 'musubi-home',
  imports: [
    RouterLink,
    AssignmentsLink,
    DayAgenda,
    Empty,
    Failure,
    Icon,
    KeepFocus,
    NextMeeting,
    Note,
    OnNowList,
    Person,
    Skeleton,
    WaitingRequest,
  ],
  templateUrl: './home.html',
  styleUrl: './home.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Home {
  private readonly clock = inject(Clock);
  private readonly participants = inject(ParticipantsStore);
  private readonly agenda = inject(AgendaStore);
  private readonly availability = inject(AvailabilityStore);
  private readonly delegation = inject(DelegationStore);
  private readonly followup = inject(FollowupStore);
  private readonly programme = inject(ProgrammeStore);
  private readonly standings = inject(StageStandings);
  protected readonly problems = inject(ProblemWords);
  protected readonly meetings = inject(MeetingsStore);
  protected readonly matchmaking = inject(MatchmakingStore);
  protected readonly fits = inject(WhoFits);
  protected readonly also = inject(AlsoWaiting);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly match = inject(MatchWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly event = inject(CurrentEvent).event;

  protected readonly base = computed(() => `/app/events/${this.event()?.slug ?? ''}`);
  protected readonly registration = this.participants.me;
  protected readonly registered = computed(() => this.registration()?.state === 'complete');
  protected readonly pending = computed(() => {
    const registration = this.registration();
    const state = registration?.state;
    return state === 'pending' || state === 'waitlisted' || state === 'offered'
      ? this.t(`home.pending.${state}`, { position: registration?.position ?? '' })
      : null;
  });
  protected readonly unknown = computed(() => this.participants.known());
  /** Nobody can be asked any more. */
  protected readonly over = computed(
    () => this.clock.minute().epochMilliseconds >= Date.parse(this.event()?.endsAt ?? ''),
  );
  protected readonly due = computed(() => this.followup.due().length);
  protected readonly today = computed(() => this.say.longDay(this.clock.minute().toString()));
  protected readonly waiting = computed(() => this.meetings.inbox().waiting);
  /** Meetings of one's delegation to which nobody comes yet. */
  protected readonly vacant = computed(() =>
    this.delegation.eventId() === this.event()?.eventId ? this.delegation.unassigned().length : 0,
  );
  protected readonly suggestions = computed(() => (this.over() ? [] : this.matchmaking.open().slice(0, 3)));
  /** My meeting has begun, or somebody waits for me in its room: it comes before what is on elsewhere. */
  protected readonly leads = computed(() => {
    const next = this.meetings.next();
    const at = this.clock.minute().epochMilliseconds;
    if (!next || Date.parse(next.roomOpensAt) > at) return false;
    return Date.parse(next.startsAt) <= at || otherSide(next).here;
  });
  /** What is on in this minute; null while nothing is. */
  protected readonly running = computed(() => {
    const now = this.clock.minute();
    const held = this.meetings.meetings().filter(({ state }) => state !== 'cancelled');
    const on = onNow({
      sessions: this.programme.sessions(),
      momentOf: (session) => this.standings.momentOf(session, now),
      slots: this.event()?.matchmaking ? this.availability.slots() : [],
      taken: [...this.agenda.items(), ...held],
      now,
    });
    return on.sessions.length > 0 || on.block ? on : null;
  });
  /** Joining a live session is the first thing to do; an open room comes before. */
  protected readonly joins = computed(() => {
    const first = this.running()?.sessions[0];
    const next = this.meetings.next();
    const roomOpen = next !== null && Date.parse(next.roomOpensAt) <= this.clock.minute().epochMilliseconds;
    return !roomOpen && first?.moment === 'live';
  });
  protected readonly failed = computed(() => {
    const refusal = this.meetings.failed() ?? this.participants.failedOwn();
    return refusal ? this.problems.of(refusal) : null;
  });

  /** Where the event stands, and what that means for the reader. */
  protected readonly lead = computed(() => {
    const event = this.event();
    if (!event) return '';
    const told = [this.phase(event), ...(event.matchmaking && this.registered() ? this.counts(event.endsAt) : [])];
    return told.filter(Boolean).join(this.lang() === 'ja' ? '' : ' ');
  });

  constructor() {
    effect(() => {
      const event = this.event();
      if (!event) return;
      untracked(() => {
        void this.participants.open(event.eventId);
        void this.agenda.open(event.eventId);
        void this.programme.open(event.eventId);
        void this.standings.open(event.eventId);
        if (!event.matchmaking) return;
        void this.meetings.open(event.eventId);
        this.fits.show(event.eventId);
        void this.availability.open(event.eventId);
        void this.followup.open(event.eventId);
      });
    });
    effect(() => {
      const event = this.event();
      if (!event?.matchmaking || !this.registered()) return;
      untracked(() => {
        this.also.open(event.eventId);
        // Whoever takes part has colleagues, or none.
        void this.delegation.open(event.eventId);
      });
    });
  }

  protected again(): void {
    const event = this.event();
    if (!event) return;
    void this.participants.open(event.eventId);
    void this.meetings.refresh();
  }

  private phase({ startsAt, endsAt, zone }: { startsAt: string; endsAt: string; zone: string }): string {
    const now = this.clock.minute();
    const date = (at: Temporal.Instant): Temporal.PlainDate => Temporal.PlainDate.from(dateAt(at, zone));
    const today = date(now);
    const first = date(Temporal.Instant.from(startsAt));
    const last = date(Temporal.Instant.from(endsAt));
    const days = today.until(first).days;
    if (days > 0) return this.words.n('home.lead.begins', days, { date: this.say.longDay(startsAt) });
    if (now.epochMilliseconds >= Date.parse(endsAt)) return this.t('home.lead.over');
    if (now.epochMilliseconds < Date.parse(startsAt)) return this.t('home.lead.begins_today');
    if (first.equals(last)) return this.t('home.lead.a_day');
    if (today.equals(first)) return this.t('home.lead.first_day');
    return this.t(today.equals(last) ? 'home.lead.last_day' : 'home.lead.a_day');
  }

  private counts(endsAt: string): string[] {
    const now = this.clock.minute();
    const at = now.epochMilliseconds;
    const zone = this.clock.zone();
    const today = dateAt(now, zone);
    const confirmed = this.meetings.meetings().filter(({ state }) => state === 'confirmed');
    const ofToday = confirmed.filter(({ startsAt }) => dateAt(Temporal.Instant.from(startsAt), zone) === today);
    const due = this.followup.due().length;
    const told: string[] = [];
    if (ofToday.length > 0 || at >= Date.parse(this.event()!.startsAt)) {
      const soon = ofToday.some(({ startsAt }) => {
        const minutes = (Date.parse(startsAt) - at) / 60_000;
        return minutes > 0 && minutes <= SOON;
      });
      const on = ofToday.some(({ startsAt, endsAt }) => Date.parse(startsAt) <= at && at < Date.parse(endsAt));
      const how = on ? 'today_now' : soon ? 'today_soon' : 'today';
      if (at < Date.parse(endsAt)) told.push(this.words.n(`home.lead.${how}`, ofToday.length));
    } else if (confirmed.length > 0) {
      told.push(this.words.n('home.lead.planned', confirmed.length));
    }
    if (due > 0) told.push(this.words.n('home.lead.outcomes', due));
    return told;
  }
}
