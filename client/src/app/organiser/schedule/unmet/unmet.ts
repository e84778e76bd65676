import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type PlanAdjustment,
  type PlannedMeetingId,
  type PlanView,
  type UnmetBecause,
  unmetBecause,
  type UnmetView,
  type UnmetWishView,
} from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import type { PlanBoard } from '../../../data/organiser/schedule/board/plan-board';
import { BarList } from '../../../ui/chart/bar-list';
import { Tie, type TieState } from '../../../ui/tie/tie';
import { CellWords } from '../board/cell-words';
import { PlanTexts } from '../plan-texts';
import { UnmetWords } from './unmet-words';

/** Wishes that are shown before one asks for more. */
const PAGE = 5;

/** Wishes that are not met, by reason, each with what would make it possible. */
@Component({
  selector: 'musubi-unmet',
  imports: [BarList, RouterLink, Tie],
  templateUrl: './unmet.html',
  styleUrl: './unmet.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Unmet {
  readonly unmet = input.required<UnmetView>();
  readonly plan = input.required<PlanView>();
  readonly board = input.required<PlanBoard>();
  readonly fixed = input(false);
  readonly busy = input(false);
  /** What everybody may have at most by the settings; null: as many as fit. */
  readonly maximum = input<number | null>(null);
  /** Address of the schedule's pages. */
  readonly base = input('');
  readonly adjust = output<PlanAdjustment>();
  readonly show = output<PlannedMeetingId>();
  readonly showPerson = output<string>();

  private readonly cells = inject(CellWords);
  private readonly texts = inject(UnmetWords);
  private readonly say = inject(MeetingWords);
  protected readonly plans = inject(PlanTexts);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly reason = signal<UnmetBecause | null>(null);
  protected readonly many = linkedSignal({ source: () => this.reason(), computation: () => PAGE });
  protected readonly bars = computed(() => {
    const counts = new Map<string, number>();
    for (const { reason } of this.unmet().wishes) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return unmetBecause
      .flatMap((key) => {
        const value = counts.get(key);
        return value
          ? { key, label: this.t(`schedule.unmet.reason.${key}`), value, text: this.plans.number(value) }
          : [];
      })
      .sort((one, other) => other.value - one.value);
  });
  private readonly chosen = computed(() => {
    const reason = this.reason();
    return this.unmet().wishes.filter((wish) => !reason || wish.reason === reason);
  });
  protected readonly hidden = computed(() => Math.max(0, this.chosen().length - this.many()));
  protected readonly wishes = computed(() =>
    this.chosen()
      .slice(0, this.many())
      .map((wish) => {
        const [plan, board] = [this.plan(), this.board()];
        const { possibleWith } = wish;
        const given = possibleWith?.remedies.find((one) => one.kind === 'give_up');
        return {
          wish,
          sides: this.sides(wish),
          tie: tieOf(wish),
          who: this.cells.who(board, wish.people),
          because: this.texts.because(wish, plan, board),
          possible: this.texts.possible(wish, plan, board),
          instead: given?.plannedId ?? wish.instead[0] ?? null,
          ways: this.ways(wish),
          fits: possibleWith && possibleWith.remedies.length === 0 ? possibleWith.slot : null,
          time: possibleWith ? this.texts.time(possibleWith.slot, plan) : '',
        };
      }),
  );

  protected choose(key: string): void {
    this.reason.update((was) => (was === key ? null : (key as UnmetBecause)));
  }

  protected book({ wishId }: UnmetWishView, slot: number): void {
    const slotId = this.plan().slots[slot]?.slotId;
    if (slotId) this.adjust.emit({ do: 'book', wishId, slotId });
  }

  /** Pages on which an organiser can do what would make it possible. */
  private ways({ possibleWith }: UnmetWishView): { way: Way; link: string; params: { maximum: number } | null }[] {
    const count = this.maximum();
    const kinds = new Set(possibleWith?.remedies.map(({ kind }) => kind));
    const event = this.base().replace(/\/schedule$/, '');
    return [
      ...(kinds.has('raise_maximum') && count !== null
        ? [{ way: 'maximum' as const, link: this.base(), params: { maximum: count + 1 } }]
        : []),
      ...(kinds.has('add_room') || kinds.has('allow_slot')
        ? [{ way: 'rooms' as const, link: `${event}/blocks`, params: null }]
        : []),
      ...(kinds.has('add_interpreter')
        ? [{ way: 'interpreters' as const, link: `${event}/interpreters`, params: null }]
        : []),
    ];
  }

  private sides({ people }: UnmetWishView): { name: string; from: string }[] {
    return people.slice(0, 2).flatMap((one) => {
      const row = this.board().rowOf.get(one);
      return row ? { name: this.cells.name(row.person.name), from: this.say.organisation(row.organisation) } : [];
    });
  }
}

type Way = 'maximum' | 'rooms' | 'interpreters';

/** Who of the two wishes it. */
function tieOf({ origin: { said } }: UnmetWishView): TieState {
  const [one, other] = said.map((word) => word === 'must' || word === 'meet');
  if (one && other) return 'counter';
  return one ? 'out' : other ? 'in' : 'none';
}
