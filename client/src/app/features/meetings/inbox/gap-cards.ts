import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import type { GapView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { ProblemWords } from '../../../core/problem/problem-words';
import { CurrentEvent } from '../../../data/events/current-event';
import { GapsStore } from '../../../data/gaps/gaps-store';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { Tie } from '../../../ui/tie/tie';

/** Times that came free, each with somebody who wishes to meet as one does oneself. */
@Component({
  selector: 'musubi-gap-cards',
  imports: [Tie],
  template: `@if (cards().length) {
    <section aria-labelledby="gaps" role="status">
      <h2 id="gaps" class="title-part">{{ words.n('gaps.heading', cards().length) }}</h2>
      <ul>
        @for (card of cards(); track card.gap.gapId) {
          <li class="panel">
            <p class="when">
              <strong>{{ card.own }}</strong> <span class="meta">{{ card.other }}</span>
            </p>
            <musubi-tie state="none" [short]="true" />
            <p class="soft">{{ card.text }} {{ card.how }}</p>
            <p class="row-flex">
              <button
                class="btn btn-sm"
                type="button"
                [disabled]="busy() === card.gap.gapId"
                [attr.aria-label]="t('gaps.yes_label', { name: card.name, time: card.time })"
                (click)="accept(card.gap)"
              >
                {{ t('gaps.yes', { time: card.time }) }}
              </button>
              <button
                class="btn btn-ghost btn-sm"
                type="button"
                [disabled]="busy() === card.gap.gapId"
                [attr.aria-label]="t('gaps.no_label', { name: card.name })"
                (click)="decline(card.gap)"
              >
                {{ t('gaps.no') }}
              </button>
            </p>
          </li>
        }
      </ul>
    </section>
  }`,
  styles: `
    :host {
      display: block;
    }
    section {
      margin-bottom: var(--space-6);
    }
    ul {
      display: grid;
      gap: var(--space-3);
      margin-top: var(--space-3);
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--space-1) var(--space-4);
      padding: var(--space-4);
    }
    .when {
      font-variant-numeric: tabular-nums;
    }
    .when .meta {
      display: block;
    }
    musubi-tie {
      width: 64px;
      align-self: center;
    }
    .soft,
    .row-flex {
      grid-column: 1 / -1;
      font-size: 0.875rem;
    }
    .row-flex {
      margin-top: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GapCards {
  private readonly event = inject(CurrentEvent).event;
  private readonly store = inject(GapsStore);
  private readonly meetings = inject(MeetingsStore);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  private readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly busy = signal<string | null>(null);
  protected readonly cards = computed(() =>
    this.store.gaps().map((gap) => {
      const { name, organisation, zone } = gap.participant;
      return {
        gap,
        name: this.say.name(name),
        time: this.time(gap),
        own: this.say.whole(gap.startsAt),
        other: this.say.otherOf(gap.startsAt, { name, zone }),
        text: this.t('gaps.text', { name: this.say.name(name), organisation: this.say.organisation(organisation) }),
        how: gap.instant ? this.t('gaps.instant') : this.t('gaps.asks', { called: this.say.called(name) }),
      };
    }),
  );

  constructor() {
    effect(() => {
      const eventId = this.event()?.eventId;
      if (eventId) untracked(() => void this.store.open(eventId));
    });
  }

  protected accept(gap: GapView): Promise<void> {
    return this.answer(gap, async () => {
      const { meetingId } = await this.store.accept(gap.gapId);
      void this.meetings.refresh();
      return meetingId ? 'gaps.booked' : 'gaps.asked';
    });
  }

  protected decline(gap: GapView): Promise<void> {
    return this.answer(gap, async () => {
      await this.store.decline(gap.gapId);
      return 'gaps.declined';
    });
  }

  /** With its month: times may lie in several weeks. */
  private time({ startsAt }: GapView): string {
    return this.t('meetings.time.moment_day', { day: this.say.day(startsAt), time: this.say.time(startsAt) });
  }

  private async answer(gap: GapView, send: () => Promise<string>): Promise<void> {
    this.busy.set(gap.gapId);
    try {
      const key = await send();
      const params = { name: this.say.name(gap.participant.name), time: this.time(gap) };
      this.toasts.show({ text: this.t(key, params) });
    } catch (error) {
      const { title, text } = this.problems.of(error);
      this.toasts.show({ text: title, more: text });
    } finally {
      this.busy.set(null);
    }
  }
}
