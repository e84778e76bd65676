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
import { RouterLink } from '@angular/router';
import {
  type DelegationMeeting,
  type DelegationMode,
  type DelegationPart,
  delegationParts,
  type DelegationView,
  type OrganisationId,
  type ParticipantId,
} from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { asRefusal } from '../../core/problem/problem';
import { ProblemWords } from '../../core/problem/problem-words';
import { Realtime } from '../../core/realtime/realtime';
import { DelegationApi, type InPlaceOf } from '../../data/delegation/delegation-api';
import { HandOverDesk } from '../../data/delegation/hand-over-desk';
import { CurrentEvent } from '../../data/events/current-event';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Reading } from '../../data/reading';
import { ModeChoice } from '../../parts/delegation/mode-choice';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { Person } from '../../ui/people/person';

/** One delegation, kept by organisers in its place: logged, and its people are told. */
@Component({
  selector: 'musubi-one-delegation',
  imports: [Failure, ModeChoice, Person, RouterLink, Skeleton],
  templateUrl: './one-delegation.html',
  styleUrl: './one-delegation.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OneDelegation {
  /** From the address. */
  readonly organisationId = input.required<OrganisationId>();

  private readonly api = inject(DelegationApi);
  private readonly desk = inject(HandOverDesk);
  private readonly toasts = inject(Toasts);
  protected readonly event = inject(CurrentEvent).event;
  protected readonly problems = inject(ProblemWords);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly parts = delegationParts;
  protected readonly busy = signal(false);
  private readonly refusal = signal<ReturnType<typeof asRefusal> | null>(null);
  protected readonly read = new Reading<DelegationView>(() => this.api.of(this.place()));

  protected readonly base = computed(() => `/organise/events/${this.event()?.slug ?? ''}`);
  protected readonly vacant = computed(() => (this.read.value()?.meetings ?? []).filter(({ memberId }) => !memberId));
  protected readonly failed = computed(() => {
    const refusal = this.read.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly refused = computed(() => {
    const refusal = this.refusal();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      this.organisationId();
      if (this.event()) untracked(() => void this.read.refresh());
    });
    const stop = inject(Realtime).onHint('slots.changed', ({ eventId }) => {
      if (eventId === this.event()?.eventId) void this.read.refresh();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  /** The whole delegation's mode, and with it the part of one member where that is chosen. */
  protected async keep(mode: DelegationMode, participantId?: ParticipantId, chosen?: Event): Promise<void> {
    const part = (chosen?.target as HTMLSelectElement | undefined)?.value as DelegationPart | undefined;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const parts = participantId && part ? [{ participantId, part }] : [];
      const view = await this.api.keepFor(this.place(), { mode, parts });
      this.read.change(() => view);
      this.toasts.show({ text: this.t('unassigned.kept') });
    } catch (error) {
      this.refusal.set(asRefusal(error));
      await this.read.refresh();
    } finally {
      this.busy.set(false);
    }
  }

  protected async choose(meeting: DelegationMeeting): Promise<void> {
    await this.desk.fill(this.place(), meeting);
    await this.read.refresh();
  }

  private place(): InPlaceOf {
    return { eventId: this.event()!.eventId, organisationId: this.organisationId() };
  }
}
