import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DelegationRow } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { ProblemWords } from '../../core/problem/problem-words';
import { Realtime } from '../../core/realtime/realtime';
import { DelegationApi } from '../../data/delegation/delegation-api';
import { CurrentEvent } from '../../data/events/current-event';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Reading } from '../../data/reading';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';

/** How each organisation of the event shares what comes in; first those with a meeting to which nobody comes. */
@Component({
  selector: 'musubi-delegations',
  imports: [Empty, Failure, RouterLink, Skeleton, State],
  template: `
    <p class="meta">
      <a [routerLink]="[base(), 'meetings']">{{ t('unassigned.back') }}</a>
    </p>
    <div class="page-head">
      <div>
        <h1 class="title-page">{{ t('unassigned.title_all') }}</h1>
        <p class="soft">{{ t('unassigned.lead') }}</p>
      </div>
    </div>
    @if (failed(); as problem) {
      <musubi-failure
        [heading]="problem.title"
        [text]="problem.text"
        [reference]="problem.reference"
        [words]="problems.failure()"
        (retry)="read.refresh()"
      />
    } @else if (read.loading()) {
      <musubi-skeleton [label]="t('common.loading')" [rows]="4" />
    } @else {
      <ul class="list">
        @for (one of all(); track one.organisation.organisationId) {
          <li>
            <a [routerLink]="[one.organisation.organisationId]">{{ say.organisation(one.organisation) }}</a>
            <span>{{ t('delegation.mode.' + one.mode + '.name') }}</span>
            <span class="meta num">{{ words.n('unassigned.members', one.members) }}</span>
            @if (one.unassigned > 0) {
              <musubi-state icon="alert" kind="bad">{{ words.n('unassigned.lacks', one.unassigned) }}</musubi-state>
            }
          </li>
        } @empty {
          <li><musubi-empty [level]="2" [heading]="t('unassigned.none')" [text]="t('unassigned.none_text')" /></li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 920px;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 5fr) 3fr 2fr 4fr;
      align-items: baseline;
      gap: var(--space-1) var(--space-4);
      overflow-wrap: anywhere;
    }
    li:has(musubi-empty) {
      display: block;
    }
    @media (width < 700px) {
      li {
        grid-template-columns: 1fr;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Delegations {
  private readonly api = inject(DelegationApi);
  private readonly event = inject(CurrentEvent).event;
  protected readonly problems = inject(ProblemWords);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly base = computed(() => `/organise/events/${this.event()?.slug ?? ''}`);
  protected readonly read = new Reading<DelegationRow[]>(() => this.api.all(this.event()!.eventId));
  protected readonly all = computed(() => this.read.value() ?? []);
  protected readonly failed = computed(() => {
    const refusal = this.read.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      if (this.event()) untracked(() => void this.read.refresh());
    });
    const stop = inject(Realtime).onHint('slots.changed', ({ eventId }) => {
      if (eventId === this.event()?.eventId) void this.read.refresh();
    });
    inject(DestroyRef).onDestroy(stop);
  }
}
