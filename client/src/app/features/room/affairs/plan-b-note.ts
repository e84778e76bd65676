import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { PlanBView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { sending } from '../../../core/problem/sending';
import { RoomAffairs } from '../../../data/room/affairs/room-affairs';
import { PlanBPlace } from '../../../parts/meeting/plan-b-place';
import { PlanBProposal } from '../../../parts/meeting/plan-b-proposal';
import { Note } from '../../../ui/feedback/note';
import { Icon } from '../../../ui/icon/icon';
import { RoomPlace } from '../room-place';

/** Where one meets instead, or what is proposed: the same for everybody, at the door and inside. */
@Component({
  selector: 'musubi-plan-b-note',
  imports: [Icon, Note, PlanBPlace, PlanBProposal],
  template: `@if (affairs.planB(); as plan) {
      <musubi-plan-b-place [plan]="plan" [whose]="staff() ? 'theirs' : 'yours'">
        @if (staff()) {
          <span class="acts">
            <button class="btn btn-sm" type="button" [disabled]="sending.busy()" (click)="end()">
              {{ t('room.plan_b.clear') }}
            </button>
          </span>
        } @else {
          @if (goes() && plan.kind === 'link') {
            <span class="acts">
              <a class="btn btn-sm btn-primary" [href]="plan.value" target="_blank" rel="noreferrer noopener"
                ><svg musubiIcon="leave" size="sm"></svg>{{ t('meetings.plan_b.go', { host: plan.host ?? '' }) }}
                <span class="visually-hidden">{{ t('meetings.plan_b.opens') }}</span></a
              >
            </span>
          }
          <p>{{ t(inside() ? 'room.plan_b.counts_inside' : 'room.plan_b.counts') }}</p>
        }
      </musubi-plan-b-place>
    }
    @if (affairs.view()?.proposal; as plan) {
      <musubi-plan-b-proposal
        [plan]="plan"
        [mine]="mine(plan)"
        [partner]="place.called()"
        [answers]="place.store.me() !== null"
        [busy]="sending.busy()"
        (agree)="agree(plan)"
        (end)="end()"
      />
    }
    @if (sending.failed(); as problem) {
      <musubi-note icon="alert" kind="caution" role="alert"
        ><strong>{{ t('common.stopped', { text: problem.title }) }}</strong> {{ problem.text }}</musubi-note
      >
    }`,
  styleUrl: './affair.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanBNote {
  protected readonly affairs = inject(RoomAffairs);
  protected readonly place = inject(RoomPlace);
  protected readonly t = inject(Words).t;
  protected readonly sending = sending();
  protected readonly staff = this.place.isStaff;
  protected readonly inside = this.place.visit.session.inside;
  /** At the door that is the first thing to do, and stands there by itself. */
  protected readonly goes = computed(() => this.inside() && this.place.store.me() !== null);

  protected mine({ by }: PlanBView): boolean {
    return by !== null && this.place.isMySide([by]);
  }

  protected agree({ planBId }: PlanBView): Promise<void> {
    return this.sending.run(() => this.affairs.agreePlanB(planBId));
  }

  protected end(): Promise<void> {
    return this.sending.run(this.affairs.endPlanB);
  }
}
