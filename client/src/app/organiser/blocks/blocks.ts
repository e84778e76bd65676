import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BlockId, BlockMeeting } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { asRefusal } from '../../core/problem/problem';
import { ProblemWords } from '../../core/problem/problem-words';
import { CurrentEvent } from '../../data/events/current-event';
import { BlocksDesk } from '../../data/organiser/blocks/blocks-desk';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { AnswerDays } from './answer-days';
import { BlockTexts } from './block-texts';
import { OfficeDays } from './office-days/office-days';
import { WallBand } from './wall-band';

interface Refused {
  readonly blockId: string;
  readonly title: string;
  readonly text: string;
  readonly meetings: readonly string[];
}

/** The times for meetings: when, for whom, how they are given, on the walls of Brussels and Tokyo. */
@Component({
  selector: 'musubi-blocks',
  imports: [RouterLink, AnswerDays, Empty, Failure, Note, OfficeDays, Skeleton, WallBand],
  templateUrl: './blocks.html',
  styleUrl: './blocks.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Blocks {
  private readonly texts = inject(BlockTexts);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);
  protected readonly desk = inject(BlocksDesk);
  protected readonly event = inject(CurrentEvent).event;
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly working = signal(false);
  protected readonly refused = signal<Refused | null>(null);

  protected readonly base = computed(() => `/organise/events/${this.event()?.slug ?? ''}`);
  protected readonly blocks = computed(() =>
    this.desk.blocks().map((block) => ({
      blockId: block.blockId,
      title: this.texts.title(block),
      mode: this.t(`blocks.mode.${block.now.mode}`),
      when: this.texts.when(block),
      cut: this.words.n('blocks.cut', block.slots.length, { minutes: block.slotMinutes, gap: block.gapMinutes }),
      late: this.texts.late(block.slots),
      facts: this.texts.facts(block),
      plans: !block.planPublishedAt && (block.mode === 'plan' || block.phases.some(({ mode }) => mode === 'plan')),
      slots: block.slots,
    })),
  );
  protected readonly failed = computed(() => {
    const refusal = this.desk.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      const event = this.event();
      if (event) untracked(() => void this.desk.open(event.eventId));
    });
  }

  /** Done at once, and undone from the news of it. */
  protected remove(blockId: BlockId, name: string): Promise<void> {
    return this.act(blockId, async () => {
      await this.desk.remove(blockId);
      this.toasts.show({
        text: this.t('blocks.removed', { name }),
        stay: 30_000,
        act: {
          label: this.t('blocks.undo'),
          run: () => void this.act(blockId, () => this.desk.restore(blockId), name),
        },
      });
    });
  }

  protected publishPlan(blockId: BlockId): Promise<void> {
    return this.act(blockId, () => this.desk.publishPlan(blockId));
  }

  /** @param gone the name of a block that is not on the page, so that a refusal is told as news */
  private async act(blockId: BlockId, work: () => Promise<void>, gone?: string): Promise<void> {
    this.working.set(true);
    this.refused.set(null);
    try {
      await work();
    } catch (error) {
      const { title, text } = this.problems.of(error);
      if (gone) this.toasts.show({ text: `${gone}: ${title}.`, more: text });
      const meetings = (asRefusal(error).data['meetings'] ?? []) as BlockMeeting[];
      this.refused.set({ blockId, title, text, meetings: this.texts.meetings(meetings) });
    } finally {
      this.working.set(false);
    }
  }
}
