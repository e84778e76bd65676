import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { MeetingId, MeetingView, PlanBInput } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { sending } from '../../core/problem/sending';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { PlanBForm } from '../../parts/meeting/plan-b-form';
import { PlanBPlace } from '../../parts/meeting/plan-b-place';
import { Note } from '../../ui/feedback/note';

/** What sets another way to meet for both sides, and takes it back. */
export interface WayDesk {
  setPlanB(meetingId: MeetingId, plan: PlanBInput): Promise<void>;
  endPlanB(meetingId: MeetingId): Promise<void>;
}

/** Where a meeting is held instead of in its room; set and taken back for both sides, without going in. */
@Component({
  selector: 'musubi-room-way',
  imports: [Note, PlanBForm, PlanBPlace],
  template: `@if (meeting().planB; as plan) {
      <musubi-plan-b-place [plan]="plan" whose="theirs">
        <button class="btn btn-sm" type="button" [disabled]="sending.busy()" (click)="end()">
          {{ t('room.plan_b.clear') }}
          <span class="visually-hidden">{{ whose() }}</span>
        </button>
      </musubi-plan-b-place>
    } @else {
      <button class="btn btn-sm btn-ghost" type="button" [attr.aria-expanded]="open()" (click)="open.set(!open())">
        {{ t('room.tool.way') }}
        <span class="visually-hidden">{{ whose() }}</span>
      </button>
      @if (open()) {
        <musubi-plan-b-form [send]="send" [sets]="true" (sent)="open.set(false)" />
      }
    }
    @if (sending.failed(); as problem) {
      <musubi-note icon="alert" kind="caution" role="alert"
        ><strong>{{ t('common.stopped', { text: problem.title }) }}</strong> {{ problem.text }}</musubi-note
      >
    }`,
  styles: `
    /* Its button stands among those of the row, what it opens below them. */
    :host {
      display: contents;
    }
    .btn-ghost {
      justify-self: start;
    }
    musubi-plan-b-form,
    musubi-plan-b-place,
    musubi-note {
      flex-basis: 100%;
      grid-column: 1 / -1;
      margin-top: var(--space-2);
    }
    musubi-plan-b-place button {
      margin-top: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomWay {
  readonly meeting = input.required<MeetingView>();
  /** Of whose page the meeting is. */
  readonly desk = input.required<WayDesk>();

  private readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;
  protected readonly sending = sending();
  protected readonly open = signal(false);
  protected readonly whose = computed(() => {
    const [first] = this.meeting().sides;
    return first ? this.t('organiser.now.calls.to_room_of', { name: this.say.called(first.participant.name) }) : '';
  });

  protected readonly send = (plan: PlanBInput): Promise<void> => this.desk().setPlanB(this.meeting().meetingId, plan);

  protected end(): Promise<void> {
    return this.sending.run(() => this.desk().endPlanB(this.meeting().meetingId));
  }
}
