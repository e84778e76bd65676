import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import type {
  GuestView,
  LanguagePair,
  MeetingRequestId,
  MeetingView,
  ParticipantId,
  WantedInterpretation,
} from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { asRefusal } from '../../../core/problem/problem';
import { ProblemWords } from '../../../core/problem/problem-words';
import { Realtime } from '../../../core/realtime/realtime';
import { Clock } from '../../../core/clock/clock';
import { CurrentEvent } from '../../../data/events/current-event';
import { GuestsApi } from '../../../data/guests/guests-api';
import { guestInputs, type Picked } from '../../../data/guests/picked';
import type { InboxEntry } from '../../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { Reading } from '../../../data/reading';
import { InterpreterChoice } from '../../../parts/company/interpreter-choice';
import { PeoplePicker } from '../../../parts/company/people-picker';
import { OrganisationName } from '../../../parts/profiles/organisation-name';
import { Failure } from '../../../ui/feedback/failure';
import { State } from '../../../ui/feedback/state';
import { Person } from '../../../ui/people/person';

const looks = {
  invited: { icon: 'hourglass', kind: 'caution' },
  accepted: { icon: 'check', kind: 'good' },
  declined: { icon: 'x', kind: 'quiet' },
  withdrawn: { icon: 'x', kind: 'quiet' },
  expired: { icon: 'x', kind: 'quiet' },
} as const;

/** Who else comes to a meeting or request, who was asked to, and its interpreter; more can be asked by the two. */
@Component({
  selector: 'musubi-company',
  imports: [Failure, InterpreterChoice, OrganisationName, PeoplePicker, Person, State],
  templateUrl: './company.html',
  styleUrl: './company.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Company {
  readonly entry = input.required<InboxEntry>();

  private readonly api = inject(GuestsApi);
  private readonly clock = inject(Clock);
  protected readonly problems = inject(ProblemWords);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly event = inject(CurrentEvent).event;

  private readonly requestId = computed<MeetingRequestId>(() => {
    const { meeting, request } = this.entry();
    return meeting?.requestId ?? request!.requestId;
  });
  private readonly read = new Reading<GuestView[]>(() => this.api.of(this.requestId()));
  private readonly wanted = new Reading<WantedInterpretation>(() => this.api.interpretation(this.requestId()));
  private readonly refusal = signal<ReturnType<typeof asRefusal> | null>(null);
  protected readonly busy = signal(false);
  protected readonly adding = signal(false);
  protected readonly picked = signal<readonly Picked[]>([]);

  protected readonly meeting = computed<MeetingView | null>(() => this.entry().meeting);
  private readonly mySeat = computed(() => {
    const meeting = this.meeting();
    return meeting?.sides.find(({ participant }) => participant.participantId === meeting.me) ?? null;
  });
  /** Those who agreed on it say who else comes; guests leave. */
  protected readonly agrees = computed(() => {
    if (!this.meeting()) return true;
    const seat = this.mySeat();
    return seat !== null && seat.side < 2 && seat.part === 'required';
  });
  protected readonly ahead = computed(() => {
    const { group, time } = this.entry();
    return group !== 'ended' && this.clock.minute().epochMilliseconds < Date.parse(time?.startsAt ?? '');
  });
  protected readonly guests = computed(() =>
    (this.read.value() ?? []).map((guest) => ({
      ...guest,
      look: looks[guest.state],
      mine: guest.participant.participantId === this.meeting()?.me,
      here: this.seatOf(guest.participant.participantId)?.here ?? false,
      open: guest.state === 'invited' || guest.state === 'accepted',
    })),
  );
  /** Further people with a seat who were not asked as guests: colleagues who stand for their side. */
  protected readonly colleagues = computed(() => {
    const asked = new Set((this.read.value() ?? []).map(({ participant }) => participant.participantId));
    const shown = new Set([this.meeting()?.me, this.entry().partner.participantId]);
    return (this.meeting()?.sides ?? []).filter(
      ({ participant: { participantId } }) => !asked.has(participantId) && !shown.has(participantId),
    );
  });
  protected readonly present = computed<ParticipantId[]>(() => {
    const { request, partner } = this.entry();
    const sides = (this.meeting()?.sides ?? []).map(({ participant }) => participant.participantId);
    const two = request ? [request.from.participantId, request.to.participantId] : [partner.participantId];
    const asked = this.guests()
      .filter(({ open }) => open)
      .map(({ participant }) => participant.participantId);
    return [...sides, ...two, ...asked];
  });
  protected readonly languages = computed<LanguagePair | null>(
    () => this.wanted.value()?.languages ?? this.meeting()?.interpretation?.languages ?? null,
  );
  /** Who interprets or is looked for: of what did not come about, nobody is looked for any more. */
  protected readonly interpreted = computed(
    () => this.languages() !== null && (this.interpreter() !== null || this.entry().group !== 'ended'),
  );
  protected readonly interpreter = computed(() => this.meeting()?.interpretation?.interpreter ?? null);
  protected readonly pair = computed(() => {
    const pair = this.languages();
    return pair ? this.t('company.pair', { one: this.say.language(pair[0]), other: this.say.language(pair[1]) }) : '';
  });
  protected readonly failed = computed(() => {
    const refusal = this.refusal();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      this.requestId();
      untracked(() => {
        this.read.reset();
        this.wanted.reset();
        this.again();
      });
    });
    const realtime = inject(Realtime);
    const stops = [
      realtime.on('guest.changed', ({ requestId }) => {
        if (requestId === this.requestId()) void this.read.refresh();
      }),
      realtime.on('meeting.changed', ({ meetingId }) => {
        if (meetingId === this.meeting()?.meetingId) this.again();
      }),
      realtime.on('meeting_request.changed', ({ requestId }) => {
        if (requestId === this.requestId()) void this.wanted.refresh();
      }),
    ];
    inject(DestroyRef).onDestroy(() => stops.forEach((stop) => stop()));
  }

  protected invite(submit: Event): void {
    submit.preventDefault();
    if (this.picked().length === 0) return;
    void this.run(async () => {
      const guests = await this.api.invite(this.requestId(), guestInputs(this.picked()));
      this.read.change(() => guests);
      this.picked.set([]);
      this.adding.set(false);
    });
  }

  protected withdraw({ guestId }: GuestView): void {
    void this.run(async () => {
      const guests = await this.api.withdraw(guestId);
      this.read.change(() => guests);
    });
  }

  protected leave({ guestId }: GuestView): void {
    void this.run(async () => void (await this.api.decline(guestId)));
  }

  protected want(languages: LanguagePair | null): void {
    void this.run(async () => {
      const wanted = await this.api.want(this.requestId(), languages);
      this.wanted.change(() => wanted);
    });
  }

  private seatOf(participantId: ParticipantId) {
    return this.meeting()?.sides.find(({ participant }) => participant.participantId === participantId) ?? null;
  }

  private again(): void {
    void this.read.refresh();
    void this.wanted.refresh();
  }

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await work();
    } catch (error) {
      this.refusal.set(asRefusal(error));
      this.again();
    } finally {
      this.busy.set(false);
    }
  }
}
