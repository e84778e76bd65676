import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { zoneCity, zoneLabel } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { PageHead } from '../../../core/page/page-head';
import { ProblemWords } from '../../../core/problem/problem-words';
import { Realtime, type Watch } from '../../../core/realtime/realtime';
import { AgendaStore } from '../../../data/agenda/agenda-store';
import { Acting } from '../../../data/delegation/acting';
import { CurrentEvent } from '../../../data/events/current-event';
import { inboxGroups, isMyTurn } from '../../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { Cards } from '../../../parts/meeting/cards';
import { PlanBPlace } from '../../../parts/meeting/plan-b-place';
import { ThreadFiles } from '../../../parts/meeting/thread-files';
import { OrganisationName } from '../../../parts/profiles/organisation-name';
import { Failure } from '../../../ui/feedback/failure';
import { Note } from '../../../ui/feedback/note';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { State } from '../../../ui/feedback/state';
import { KeepFocus } from '../../../ui/layout/keep-focus';
import { Person } from '../../../ui/people/person';
import { Tie } from '../../../ui/tie/tie';
import { Written } from '../../../ui/text/written';
import { EntryActions } from '../entry-actions';
import { BlockPerson } from './block-person';
import { Brief } from './brief';
import { Company } from '../company/company';
import { Conversation } from '../conversation/conversation';
import { Moving } from '../moving';
import { MeetingWay } from './meeting-way';
import { NotYours } from './not-yours';
import { MeetingRecord } from '../record/meeting-record';
import { Thread } from '../thread';

/** One meeting, or a request that may become one: both clocks, both people, what it is about, and how it went so far. */
@Component({
  selector: 'musubi-meeting',
  imports: [
    BlockPerson,
    Brief,
    Cards,
    Company,
    Conversation,
    EntryActions,
    Failure,
    KeepFocus,
    MeetingRecord,
    MeetingWay,
    Moving,
    NotYours,
    Note,
    OrganisationName,
    Person,
    PlanBPlace,
    RouterLink,
    Skeleton,
    State,
    Thread,
    ThreadFiles,
    Tie,
    Written,
  ],
  templateUrl: './meeting.html',
  styleUrl: './meeting.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingPage {
  /** Id of the meeting or of the request, from the address. */
  readonly id = input.required<string>();

  private readonly clock = inject(Clock);
  private readonly realtime = inject(Realtime);
  protected readonly problems = inject(ProblemWords);
  private readonly agenda = inject(AgendaStore);
  private readonly watch = signal<Watch | null>(null);
  protected readonly acting = inject(Acting);
  protected readonly store = inject(MeetingsStore);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly event = inject(CurrentEvent).event;
  protected readonly base = computed(() => `/app/events/${this.event()?.slug ?? ''}`);

  protected readonly entry = computed(() => {
    const inbox = this.store.inbox();
    const all = inboxGroups.flatMap((group) => inbox[group]);
    return all.find(({ key, request }) => key === this.id() || request?.requestId === this.id()) ?? null;
  });
  protected readonly title = computed(() => {
    const one = this.entry();
    if (!one) return this.t('meetings.title');
    const kind = one.meeting ? 'meeting' : one.request?.mine === 'from' ? 'request_out' : 'request_in';
    return this.t(`meetings.page.title.${kind}`, { name: this.say.name(one.partner.name) });
  });
  /** The request whose conversation this is. */
  protected readonly threadOf = computed(() => {
    const { request, meeting } = this.entry() ?? {};
    return meeting?.requestId ?? request?.requestId ?? null;
  });
  protected readonly state = computed(() => (this.entry() ? this.say.state(this.entry()!) : null));
  protected readonly just = computed(() => this.store.justJoined().has(this.entry()?.key ?? ''));
  protected readonly opportunities = computed(
    () => this.entry()?.meeting?.opportunities ?? this.entry()?.request?.opportunities ?? [],
  );
  protected readonly me = computed(() => {
    const { request, meeting } = this.entry() ?? {};
    if (request) return request.mine === 'from' ? request.from : request.to;
    return meeting?.sides.find(({ participant }) => participant.participantId === meeting.me)?.participant ?? null;
  });
  /** How the others of the meeting are called, by participant. */
  protected readonly names = computed<ReadonlyMap<string, string>>(() => {
    const { sides = [], me } = this.entry()?.meeting ?? {};
    const others = sides.filter(({ participant }) => participant.participantId !== me);
    return new Map(others.map(({ participant }) => [participant.participantId, this.say.name(participant.name)]));
  });
  /** Documents from those whose thread it is not: guests, and who comes in another's place. Observers listen. */
  protected readonly mayBring = computed(() => {
    const { request, meeting } = this.entry() ?? {};
    const me = meeting?.sides.find(({ participant }) => participant.participantId === meeting.me);
    return !request && me !== undefined && me.part !== 'observer' && meeting?.state !== 'cancelled';
  });
  /** Who is connected, watching the meeting as I do; who is in its room is on the meeting itself. */
  protected readonly online = computed<ReadonlySet<string>>(() => this.watch()?.here() ?? new Set());
  protected readonly roomFrom = computed(() => {
    const meeting = this.entry()?.meeting;
    return this.entry()?.state === 'confirmed' && meeting
      ? this.t('meetings.page.room_from', { time: this.say.deadline(meeting.roomOpensAt) })
      : null;
  });
  /** The proposed times, or the one that is agreed, on both walls. */
  protected readonly times = computed(() => {
    const one = this.entry();
    if (!one) return [];
    return one.times.map(({ slotId, startsAt, open }) => ({
      slotId,
      open,
      startsAt,
      own: this.wall(startsAt, this.clock.zone()),
      theirs: this.wall(startsAt, one.partner.zone),
    }));
  });
  protected readonly length = computed(() => {
    const one = this.entry();
    if (!one?.time) return '';
    return this.t('meetings.page.language', {
      count: this.say.minutes(one.time.startsAt, one.time.endsAt),
      language: this.say.language((one.meeting ?? one.request)!.language),
    });
  });
  /** Of a request to move a meeting: which. */
  protected readonly moves = computed(() => {
    const { request, meeting } = this.entry() ?? {};
    return !meeting && request?.movesFrom
      ? {
          text: this.t('meetings.page.moves', { time: this.say.whole(request.movesFrom.startsAt) }),
          link: request.meetingId,
        }
      : null;
  });
  /** Where the answer to a move is awaited of me, that is the first thing to do. */
  protected readonly primary = computed(() => {
    const meetingId = this.entry()?.meeting?.meetingId;
    const moving = meetingId ? this.store.moving(meetingId) : null;
    return !moving || !isMyTurn(moving);
  });
  /** The meeting for which one may agree on another way than its room. */
  protected readonly waysTo = computed(() => {
    const meeting = this.entry()?.meeting;
    return meeting?.state === 'confirmed' && !this.acting.current() ? meeting : null;
  });
  /** Once it is over and something is recorded of it. */
  protected readonly recorded = computed(() => {
    const meeting = this.entry()?.meeting;
    return meeting && !['confirmed', 'cancelled'].includes(meeting.state) ? meeting.meetingId : null;
  });
  /** Why it ended, in the words that were chosen. */
  protected readonly because = computed(() => {
    const { request, meeting } = this.entry() ?? {};
    if (meeting?.state === 'cancelled' && meeting.cancelledBecause) {
      if (meeting.cancelledBecause === 'plan-taken-back') {
        const stays = request?.history.at(-1)?.because;
        const why = stays ? this.t(`meetings.page.stays_ended.${stays}`) : '';
        return this.say.together(this.t('meetings.page.plan_taken_back'), why);
      }
      const { by, name } = this.say.canceller(meeting);
      return this.t(`meetings.page.cancelled_by.${by}`, {
        name,
        reason: this.t(`meetings.cancel_reason.${meeting.cancelledBecause}`),
      });
    }
    return request?.state === 'declined' && request.declinedBecause
      ? this.t('meetings.page.declined_because', {
          reason: this.t(`meetings.decline_reason.${request.declinedBecause}`),
        })
      : null;
  });
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const eventId = this.event()?.eventId;
      if (!eventId) return;
      untracked(() => {
        void this.store.open(eventId);
        void this.agenda.open(eventId);
      });
    });
    effect(() => {
      const one = this.entry();
      if (!one) return;
      head.set({ title: `${this.title()} · Musubi`, lang: this.lang() });
      untracked(() => this.store.seen(one.key));
    });
    effect((onCleanup) => {
      const meetingId = this.entry()?.meeting?.meetingId;
      if (!meetingId) return;
      const watch = untracked(() => this.realtime.watch(`meeting:${meetingId}`));
      untracked(() => this.watch.set(watch));
      onCleanup(() => watch.stop());
    });
  }

  private wall(startsAt: string, zone: string): { date: string; time: string; label: string } {
    const at = Temporal.Instant.from(startsAt);
    return {
      date: this.say.longDay(startsAt, zone),
      time: this.say.time(startsAt, zone),
      label: `${zoneLabel(zone, at)} ${zoneCity(zone, this.lang())}`,
    };
  }
}
