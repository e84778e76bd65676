import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, signal } from '@angular/core';
import type { MeetingView, PlanBView } from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { sending } from '../../../core/problem/sending';
import { RoomAffairs } from '../../../data/room/affairs/room-affairs';
import { PlanBForm } from '../../../parts/meeting/plan-b-form';
import { PlanBProposal } from '../../../parts/meeting/plan-b-proposal';
import { Note } from '../../../ui/feedback/note';

/** Another way than the room, agreed on before the meeting: one side proposes it, the other answers. */
@Component({
  selector: 'musubi-meeting-way',
  imports: [Note, PlanBForm, PlanBProposal],
  template: `@if (proposal(); as plan) {
      <musubi-plan-b-proposal
        [plan]="plan"
        [mine]="mine(plan)"
        [partner]="partner()"
        [busy]="sending.busy()"
        (agree)="agree(plan)"
        (end)="end()"
      />
    } @else if (mayPropose()) {
      <button class="btn btn-sm btn-ghost" type="button" [attr.aria-expanded]="open()" (click)="open.set(!open())">
        {{ t('room.plan_b.form') }}
      </button>
      @if (open()) {
        <p class="soft">{{ t('room.plan_b.before') }}</p>
        <musubi-plan-b-form [send]="affairs.proposePlanB" (sent)="open.set(false)" />
      }
    }
    @if (sending.failed(); as problem) {
      <musubi-note icon="alert" kind="caution" role="alert"
        ><strong>{{ t('common.stopped', { text: problem.title }) }}</strong> {{ problem.text }}</musubi-note
      >
    }`,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingWay {
  readonly meeting = input.required<MeetingView>();
  /** What the other side is called. */
  readonly partner = input.required<string>();

  private readonly clock = inject(Clock);
  protected readonly affairs = inject(RoomAffairs);
  protected readonly t = inject(Words).t;
  protected readonly sending = sending();
  protected readonly open = signal(false);

  private readonly id = computed(() => this.meeting().meetingId);
  /** Those of the two sides that agreed on the meeting; guests come along. */
  private readonly decides = computed(() => {
    const { sides, me } = this.meeting();
    return sides.some(
      ({ participant, side, part }) => participant.participantId === me && side < 2 && part !== 'observer',
    );
  });
  private readonly ahead = computed(() => Date.parse(this.meeting().endsAt) > this.clock.minute().epochMilliseconds);
  private readonly may = computed(() => this.decides() && this.ahead() && this.affairs.view()?.meetingId === this.id());
  protected readonly proposal = computed(() => (this.may() ? (this.affairs.view()?.proposal ?? null) : null));
  protected readonly mayPropose = computed(() => this.may() && this.meeting().planB === null);

  constructor() {
    effect(() => this.affairs.open(this.id()));
    inject(DestroyRef).onDestroy(() => this.affairs.close());
  }

  protected mine({ by }: PlanBView): boolean {
    const { sides, me } = this.meeting();
    const sideOf = (id: string | null): number | undefined =>
      sides.find(({ participant }) => participant.participantId === id)?.side;
    return by !== null && sideOf(by) === sideOf(me);
  }

  protected agree({ planBId }: PlanBView): Promise<void> {
    return this.sending.run(() => this.affairs.agreePlanB(planBId));
  }

  protected end(): Promise<void> {
    return this.sending.run(this.affairs.endPlanB);
  }
}
