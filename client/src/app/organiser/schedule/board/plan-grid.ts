import { ChangeDetectionStrategy, Component, computed, inject, input, output, viewChild } from '@angular/core';
import type { PlannedMeetingView, PlanView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import type { BoardRow, PlanBoard } from '../../../data/organiser/schedule/board/plan-board';
import { type Fit, fitOf } from '../../../data/organiser/schedule/board/plan-fit';
import { BigGrid, type KeyOnCell } from '../../../ui/grid/big-grid';
import type { GridPlace } from '../../../ui/grid/grid-keys';
import { CellPart, ColumnHeadPart, CornerPart, RowHeadPart } from '../../../ui/grid/grid-parts';
import { Icon } from '../../../ui/icon/icon';
import { CellWords } from './cell-words';
import type { Foreseen } from './foresight';

/** A cell that was chosen: somebody, a slot, and what stands there. */
export interface Chosen {
  readonly row: BoardRow;
  /** Position in the plan's slots; -1 for the person. */
  readonly slot: number;
  readonly meeting: PlannedMeetingView | null;
}

/** People × slots: who meets whom when. While a meeting is moved, each cell says whether it could go there. */
@Component({
  selector: 'musubi-plan-grid',
  imports: [BigGrid, CellPart, ColumnHeadPart, CornerPart, Icon, RowHeadPart],
  templateUrl: './plan-grid.html',
  styleUrl: './plan-grid.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanGrid {
  readonly plan = input.required<PlanView>();
  readonly board = input.required<PlanBoard>();
  readonly rows = input.required<readonly BoardRow[]>();
  /** Positions of the plan's slots that are shown, in order: one a column. */
  readonly slots = input.required<readonly number[]>();
  readonly selected = input<PlannedMeetingView | null>(null);
  /** The meeting that is being moved. */
  readonly moving = input<PlannedMeetingView | null>(null);
  /** What is known of a place that the moved meeting could go to. */
  readonly foreseen = input<Foreseen | null>(null);
  readonly chosen = output<Chosen>();
  readonly considered = output<Chosen>();
  readonly pressed = output<{ readonly chosen: Chosen; readonly event: KeyboardEvent }>();

  private readonly grid = viewChild.required(BigGrid);
  private readonly texts = inject(CellWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly keys = computed(() => this.rows().map(({ person }) => person.participantId));
  protected readonly spellings = computed(() => this.rows().map((row) => this.texts.spellings(row)));
  private readonly shown = computed(() => this.slots().map((at) => this.plan().slots[at]!));
  protected readonly days = this.texts.days(this.shown);
  protected readonly heads = computed(() =>
    this.shown().map((slot) => ({ own: this.texts.own(slot), other: this.texts.other(slot) })),
  );
  private readonly times = computed(() => this.shown().map((slot) => this.texts.time(slot)));
  protected readonly say = computed(() => {
    const [times, board, rows, slots] = [this.times(), this.board(), this.rows(), this.slots()];
    this.words.lang();
    const spokenOf = remembered((row, column) =>
      this.texts.spoken(board, rows[row]!, column < 0 ? null : times[column]!, slots[column] ?? -1),
    );
    return (row: number, column: number): string => {
      const spoken = spokenOf(row, column);
      const fit = column < 0 ? null : this.fit(row, column);
      return fit ? `${spoken}: ${this.t(`schedule.board.say.fit.${fit}`)}` : spoken;
    };
  });
  protected readonly place = computed<GridPlace | null>(() => {
    const meeting = this.selected();
    if (!meeting) return null;
    const row = this.rows().findIndex(({ cells }) => cells[meeting.slot]?.plannedId === meeting.plannedId);
    return row < 0 ? null : { row, column: this.slots().indexOf(meeting.slot) };
  });

  protected readonly headWidth = computed(() => (this.words.lang() === 'ja' ? 176 : 144));
  /** Times that are not in view, whichever side they are on. */
  protected readonly beyond = computed(() => this.grid().beyond());

  /** Leads the keys to the cell where they were last. */
  enter(): void {
    this.grid().focus(this.grid().active());
  }

  /** Brings a meeting, or somebody, into view. */
  show(person: string, slot: number): void {
    const row = this.keys().findIndex((key) => key === person);
    if (row >= 0) this.grid().focus({ row, column: this.slots().indexOf(slot) });
  }

  /** What is drawn in a cell. */
  protected readonly cell = computed(() => {
    const [board, rows, slots] = [this.board(), this.rows(), this.slots()];
    // In another language everything is said anew.
    this.words.lang();
    return remembered((row, column) => {
      const [one, slot] = [rows[row], slots[column]!];
      const meeting = one?.cells[slot] ?? null;
      if (!one || !meeting) return { meeting: null, away: one ? !one.free.has(slot) : false } as const;
      const partner = this.texts.partner(board, one, meeting);
      return {
        meeting,
        kind: this.texts.kind(meeting),
        region: partner ? this.texts.region(partner) : '',
        family: partner ? this.texts.family(partner.person.name) : null,
      } as const;
    });
  });

  protected fit(row: number, column: number): Fit | 'refused' | null {
    const moving = this.moving();
    const one = this.rows()[row];
    const slot = this.slots()[column]!;
    const there = one?.cells[slot] ?? null;
    // A free slot of somebody else is not where their meeting could go.
    if (!moving || !one || (!there && !moving.people.includes(one.person.participantId))) return null;
    const seen = this.foreseen();
    if (seen && !seen.possible && seen.slot === slot && seen.withId === (there?.plannedId ?? null)) return 'refused';
    return fitOf(this.board(), moving, slot, there);
  }

  protected head(row: number) {
    const one = this.rows()[row]!;
    return {
      // A long name has two lines, parted between its words.
      name: this.texts.name(one.person.name).replaceAll('・', '・\u200b'),
      region: [this.texts.before(one), this.texts.region(one)].filter(Boolean).join(' · '),
      of: `${one.met}/${one.person.wishes}`,
    };
  }

  protected take(place: GridPlace): void {
    this.chosen.emit(this.at(place));
  }

  protected look(place: GridPlace): void {
    if (this.moving() && place.row < this.rows().length) this.considered.emit(this.at(place));
  }

  protected key({ place, event }: KeyOnCell): void {
    if (this.rows().length > 0) this.pressed.emit({ chosen: this.at(place), event });
  }

  private at({ row, column }: GridPlace): Chosen {
    const one = this.rows()[row]!;
    const slot = column < 0 ? -1 : this.slots()[column]!;
    return { row: one, slot, meeting: slot < 0 ? null : (one.cells[slot] ?? null) };
  }
}

/** Asked for again with every scroll: worked out once. */
function remembered<T>(of: (row: number, column: number) => T): (row: number, column: number) => T {
  const known = new Map<string, T>();
  return (row, column) => {
    const key = `${row} ${column}`;
    const found = known.get(key) ?? of(row, column);
    known.set(key, found);
    return found;
  };
}
