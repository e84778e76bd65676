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
import { RouterLink } from '@angular/router';
import type { EventId, UnassignedMeeting } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Realtime } from '../../core/realtime/realtime';
import { DelegationApi } from '../../data/delegation/delegation-api';
import { HandOverDesk } from '../../data/delegation/hand-over-desk';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Reading } from '../../data/reading';
import { State } from '../../ui/feedback/state';

/** Meetings for which a delegation has nobody yet, the soonest first; nothing where there are none. */
@Component({
  selector: 'musubi-unassigned',
  imports: [RouterLink, State],
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
                <a [routerLink]="[base(), 'delegations', one.organisation.organisationId]">{{
                  say.organisation(one.organisation)
                }}</a>
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
                <span class="meta">{{ t('unassigned.backup', { when: say.within(one.backupAt) }) }}</span>
              </div>
              <button
                class="btn btn-sm"
                type="button"
                [attr.aria-label]="t('unassigned.choose_for', { who: who(one) })"
                (click)="choose(one)"
              >
                {{ t('unassigned.choose') }}
              </button>
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
      grid-template-columns: minmax(170px, 3fr) 5fr 5fr 4fr auto;
      align-items: start;
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
      .btn {
        justify-self: start;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Unassigned {
  readonly eventId = input.required<EventId>();
  /** Where the organisers' pages of the event are. */
  readonly base = input.required<string>();

  private readonly api = inject(DelegationApi);
  private readonly desk = inject(HandOverDesk);
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

  /** In a list the same words stand in many rows. */
  protected who({ organisation, partner }: UnassignedMeeting): string {
    return [this.say.organisation(organisation), ...(partner ? [this.say.name(partner.name)] : [])].join(' × ');
  }

  protected async choose(one: UnassignedMeeting): Promise<void> {
    await this.desk.fill({ eventId: this.eventId(), organisationId: one.organisation.organisationId }, one);
    await this.read.refresh();
  }
}
