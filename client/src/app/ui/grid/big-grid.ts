import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  contentChild,
  DestroyRef,
  type ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { type GridPlace, moveInGrid } from './grid-keys';
import { CellPart, ColumnHeadPart, type ColumnGroup, CornerPart, RowHeadPart } from './grid-parts';
import { drawn, gridWindow, sameWindow, scrollTo, type Viewport } from './grid-window';
import { TypeToFind } from './type-to-find';

/** A key that the grid leaves to the page, and the cell it was pressed on. */
export interface KeyOnCell {
  readonly place: GridPlace;
  readonly event: KeyboardEvent;
}

/** CSS pixels; the heads are as high as two lines of groups and times. */
const HEAD = 66;
const WIDEST = 128;

/**
 * A grid as large as one likes, of which only what can be seen is drawn, both ways. One cell has the focus; arrows, Home, End and page
 * keys move it, letters find a row. What stands in the cells is the page's.
 */
@Component({
  selector: 'musubi-big-grid',
  imports: [NgTemplateOutlet],
  templateUrl: './big-grid.html',
  styleUrl: './big-grid.css',
  host: {
    '[style.--row.px]': 'rowHeight()',
    '[class.after]': 'after()',
    '(keydown)': 'key($event)',
    '(click)': 'take($event)',
    '(pointerover)': 'hover($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BigGrid {
  readonly label = input.required<string>();
  /** One a row: what it is told apart by while rows come and go. */
  readonly rowKeys = input.required<readonly string[]>();
  readonly columns = input.required<number>();
  readonly groups = input<readonly ColumnGroup[]>([]);
  /** What is read out instead of what is drawn in a cell; column -1 is the head of the row. */
  readonly say = input.required<(row: number, column: number) => string>();
  /** Spellings by which a row is found. */
  readonly spellings = input<readonly (readonly string[])[]>([]);
  readonly selected = input<GridPlace | null>(null);
  readonly rowHeight = input(48);
  /** At least; where there is room columns are as wide as it allows. */
  readonly narrowest = input(66);
  readonly headWidth = input(144);
  /** Enter, or a click. */
  readonly activated = output<GridPlace>();
  readonly pressed = output<KeyOnCell>();
  /** A cell that the focus comes to, or the pointer. */
  readonly looked = output<GridPlace>();

  protected readonly cell = contentChild.required(CellPart);
  protected readonly rowHead = contentChild.required(RowHeadPart);
  protected readonly columnHead = contentChild.required(ColumnHeadPart);
  protected readonly corner = contentChild(CornerPart);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly injector = inject(Injector);
  private readonly typing = new TypeToFind();
  private readonly seen = signal<Viewport>({ top: 0, left: 0, height: 0, width: 0 });

  protected readonly head = HEAD;
  /** The cell that Tab leads to; it stays within the grid when rows go. */
  readonly active = linkedSignal<number, GridPlace>({
    source: () => this.rowKeys().length,
    computation: (rows, was) => {
      const place = was?.value ?? { row: 0, column: -1 };
      return place.row < rows ? place : { row: Math.max(0, rows - 1), column: place.column };
    },
  });
  protected readonly columnWidth = computed(() => {
    const room = Math.floor((this.seen().width - this.headWidth()) / Math.max(1, this.columns()));
    return Math.min(WIDEST, Math.max(this.narrowest(), room));
  });
  /** The same one while what is scrolled shows no other row or column: then nothing is drawn anew. */
  private readonly window = computed(
    () =>
      gridWindow(
        {
          rows: this.rowKeys().length,
          columns: this.columns(),
          rowHeight: this.rowHeight(),
          columnWidth: this.columnWidth(),
          headHeight: HEAD,
          headWidth: this.headWidth(),
        },
        this.seen(),
      ),
    { equal: sameWindow },
  );
  protected readonly rows = computed(() => {
    const { length } = this.rowKeys();
    return drawn(this.window().rows, length > 0 ? this.active().row : null);
  });
  protected readonly shownColumns = computed(() => {
    const { column } = this.active();
    return drawn(this.window().columns, column >= 0 && column < this.columns() ? column : null);
  });
  protected readonly groupsShown = computed(() => {
    const [from, to] = this.window().columns;
    return this.groups().filter((group) => group.from < to && group.from + group.count > from);
  });
  protected readonly starts = computed(() => new Set(this.groups().map(({ from }) => from)));
  /** Columns that are not wholly in view. */
  readonly beyond = computed(() => {
    const { left, width } = this.seen();
    if (width === 0) return 0;
    const [step, head] = [this.columnWidth(), this.headWidth()];
    const whole = Math.max(0, Math.floor((left + width - head + 1) / step) - Math.ceil((left - 1) / step));
    return Math.max(0, this.columns() - whole);
  });
  protected readonly after = computed(() => {
    const { left, width } = this.seen();
    return width > 0 && left + width < this.width() - 1;
  });
  protected readonly width = computed(() => this.headWidth() + this.columns() * this.columnWidth());
  protected readonly height = computed(() => HEAD + this.rowKeys().length * this.rowHeight());

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      this.look();
      if (typeof ResizeObserver === 'undefined') return;
      const sizes = new ResizeObserver(() => this.look());
      sizes.observe(this.scroller().nativeElement);
      destroyed.onDestroy(() => sizes.disconnect());
    });
  }

  /** Brings a cell into view and gives it the focus. */
  focus(place: GridPlace): void {
    this.show(place);
    this.active.set(place);
    afterNextRender(
      () => this.scroller().nativeElement.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true }),
      { injector: this.injector },
    );
  }

  protected look(): void {
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.scroller().nativeElement;
    this.seen.set({ top: scrollTop, left: scrollLeft, height: clientHeight, width: clientWidth });
  }

  protected isActive(row: number, column: number): boolean {
    const active = this.active();
    return active.row === row && active.column === column;
  }

  protected isSelected(row: number, column: number): boolean {
    const one = this.selected();
    return one !== null && one.row === row && one.column === column;
  }

  protected take({ target }: Event): void {
    const place = placeOf(target as HTMLElement);
    if (!place) return;
    this.active.set(place);
    this.activated.emit(place);
  }

  protected hover({ target }: Event): void {
    const place = placeOf(target as HTMLElement);
    if (place) this.looked.emit(place);
  }

  protected key(event: KeyboardEvent): void {
    const place = untracked(this.active);
    const far = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.activated.emit(place);
      return;
    }
    const rows = untracked(this.rowKeys).length;
    const page = Math.floor((untracked(this.seen).height - HEAD) / untracked(this.rowHeight)) - 1;
    const to =
      moveInGrid({ rows, columns: untracked(this.columns) }, place, { key: event.key, far }, page) ??
      this.find(event, place, far);
    if (!to) {
      this.pressed.emit({ place, event });
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.focus(to);
    this.looked.emit(to);
  }

  /** Letters find a row; a shortcut of the browser is not a letter. */
  private find(event: KeyboardEvent, { row, column }: GridPlace, far: boolean): GridPlace | null {
    if (far || event.altKey || event.isComposing || event.key.length !== 1 || event.key === ' ') return null;
    // Shortcuts of the page begin with a letter too: here letters are names.
    event.stopPropagation();
    const found = this.typing.press(event.key, untracked(this.spellings), row, event.timeStamp);
    return found === null || found === row ? null : { row: found, column };
  }

  private show({ row, column }: GridPlace): void {
    const element = this.scroller().nativeElement;
    const { top, left, height, width } = untracked(this.seen);
    const [step, across, head] = untracked(() => [this.rowHeight(), this.columnWidth(), this.headWidth()] as const);
    element.scrollTop = scrollTo(row, step, { from: top, length: height, head: HEAD });
    if (column >= 0) element.scrollLeft = scrollTo(column, across, { from: left, length: width, head });
    this.look();
  }
}

function placeOf(target: HTMLElement): GridPlace | null {
  const cell = target.closest('[role=gridcell], [role=rowheader]');
  if (!cell) return null;
  const row = Number(cell.parentElement!.getAttribute('aria-rowindex')) - 3;
  return { row, column: Number(cell.getAttribute('aria-colindex')) - 2 };
}
