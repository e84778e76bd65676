import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import type { EventId, UnassignedMeeting } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Realtime } from '../../core/realtime/realtime';
import { DelegationApi } from '../../data/delegation/delegation-api';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Reading } from '../../data/reading';
import { State } from '../../ui/feedback/state';

/** Meetings for which a delegation has nobody yet, the soonest first; nothing where there are none. */
@Component({
  selector: 'musubi-unassigned',
  imports: [State],
  template: `
    @if (all().length > 0) {
      <section class="section" aria-labelledby="unassigned">
        <div class="section-head">
          <h2 id="unassigned" class="title-section">{{ words.n('unassigned.title', all().length) }}</h2>
        </div>
        <p class="soft">{{ t('unassigned.text') }}</p>
        <ul class="list">
          @for (one of all(); track one.meetingId) {
            <li>
              <div>
                <b class="num">{{ say.pick(one.startsAt) }}</b>
                <musubi-state icon="alert" kind="bad">{{ t('unassigned.state') }}</musubi-state>
              </div>
              <div>
                {{ say.organisation(one.organisation) }}
                <span class="meta">{{ t('unassigned.left', { name: say.name(one.left) }) }}</span>
              </div>
              <div>
                @if (one.partner; as partner) {
                  {{ say.name(partner.name) }}
                  <span class="meta">{{ say.organisation(partner.organisation) }}</span>
                }
              </div>
              <div>
                {{ words.n('unassigned.free', one.free) }}
                <span class="meta">{{ t('unassigned.backup', { when: say.moment(one.backupAt) }) }}</span>
              </div>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      padding-inline-start: var(--space-4);
      border-inline-start: 3px solid var(--color-bad);
    }
    li {
      display: grid;
      grid-template-columns: minmax(170px, 3fr) 5fr 5fr 4fr;
      gap: var(--space-2) var(--space-4);
      font-size: var(--text-sm);
      overflow-wrap: anywhere;
    }
    b {
      display: block;
      font-weight: var(--weight-label);
    }
    .meta {
      display: block;
    }
    @media (width < 900px) {
      li {
        grid-template-columns: 1fr;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Unassigned {
  readonly eventId = input.required<EventId>();

  private readonly api = inject(DelegationApi);
  private readonly read = new Reading<UnassignedMeeting[]>(() => this.api.unassigned(this.eventId()));
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly all = computed(() => this.read.value() ?? []);

  constructor() {
    effect(() => {
      this.eventId();
      untracked(() => void this.read.refresh());
    });
    // Whoever leaves a meeting frees a slot; whoever comes takes one.
    const stop = inject(Realtime).onHint('slots.changed', ({ eventId }) => {
      if (eventId === this.eventId()) void this.read.refresh();
    });
    inject(DestroyRef).onDestroy(stop);
  }
}
