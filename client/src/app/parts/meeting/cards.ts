import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CardExchange, CardState, MeetingId } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { type ProblemText, ProblemWords } from '../../core/problem/problem-words';
import { CardsStore } from '../../data/cards/cards-store';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { Icon } from '../../ui/icon/icon';
import { Tie, type TieState } from '../../ui/tie/tie';
import { BusinessCard } from './business-card';

const ties: Record<CardState, TieState> = { none: 'none', offered: 'out', received: 'in', exchanged: 'confirmed' };

/**
 * Business cards in a meeting: mine as the others would get it, and with each of them how far it is. Whoever shows it loads
 * the words of `cards` and `meetings`.
 */
@Component({
  selector: 'musubi-cards',
  imports: [BusinessCard, Icon, Note, RouterLink, Skeleton, Tie],
  providers: [CardsStore],
  templateUrl: './cards.html',
  styleUrl: './cards.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Cards {
  readonly meetingId = input.required<MeetingId>();

  private readonly problems = inject(ProblemWords);
  protected readonly store = inject(CardsStore);
  protected readonly say = inject(MeetingWords);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly busy = signal<string | null>(null);
  protected readonly problem = signal<ProblemText | null>(null);
  /** Mine is shown while there is somebody it could still go to. */
  protected readonly offering = computed(() =>
    this.store.people().some(({ state, open }) => state !== 'exchanged' && open),
  );
  /** Each is then called by name. */
  protected readonly several = computed(() => this.store.people().length > 1);
  protected readonly people = computed(() =>
    this.store.people().map((one) => {
      const name = this.say.name(one.name);
      const key = one.open || one.state === 'exchanged' ? one.state : 'closed';
      return {
        one,
        name,
        tie: ties[one.state],
        text: this.t(`cards.state.${key}`, { name, at: one.exchangedAt ? this.say.moment(one.exchangedAt) : '' }),
      };
    }),
  );

  constructor() {
    effect(() => {
      const meetingId = this.meetingId();
      untracked(() => void this.store.show(meetingId));
    });
  }

  protected offer({ participantId }: CardExchange): Promise<void> {
    return this.attempt(participantId, () => this.store.offer(participantId));
  }

  protected takeBack({ participantId }: CardExchange): Promise<void> {
    return this.attempt(participantId, () => this.store.takeBack(participantId));
  }

  private async attempt(participantId: string, work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(participantId);
    this.problem.set(null);
    try {
      await work();
    } catch (refusal) {
      this.problem.set(this.problems.of(refusal));
      void this.store.refresh();
    } finally {
      this.busy.set(null);
    }
  }
}
