import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { SlotView } from '@musubi/contracts';
import { formatPlainDate, type Lang } from '@musubi/time';
import { between, type GridPlace, layOutOffer, moveInGrid } from '../../../data/slots/offer-grid';
import { Icon } from '../../../ui/icon/icon';

/** One slot as it stands in the grid. */
export interface OfferCell extends SlotView {
  readonly offered: boolean;
  readonly own: string;
  /** The other wall; empty where it shows the same. */
  readonly other: string;
  /** What is in the way of it, for the person whose time it is. */
  readonly why: string;
  /** What the eye takes from the column's head and the clock in the corner, for those who hear it. */
  readonly day: string;
  readonly zone: string;
}

export interface OfferGridWords {
  readonly label: string;
  readonly offered: string;
  readonly notOffered: string;
  /** Offered, and not to be had: something else is then. */
  readonly busy: string;
  readonly all: string;
  readonly none: string;
  readonly allOf: (day: string) => string;
  readonly noneOf: (day: string) => string;
}

/** A change of some slots: offered, or taken back. */
export interface OfferChange {
  readonly slotIds: readonly string[];
  readonly offered: boolean;
}

/**
 * The times of alike days side by side, each offered or not. One tab stop: arrow keys walk, space turns, Shift with an arrow
 * gives the next the state of the one left, Control+A takes the whole day. A mouse draws over several, a finger over the
 * marks, so that the page still scrolls beside them.
 */
@Component({
  selector: 'musubi-offer-grid',
  imports: [Icon],
  templateUrl: './offer-grid.html',
  styleUrl: './offer-grid.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfferGridView {
  readonly cells = input.required<readonly OfferCell[]>();
  readonly zone = input.required<string>();
  readonly lang = input.required<Lang>();
  readonly words = input.required<OfferGridWords>();
  /** The element that tells what the keys do. */
  readonly describedBy = input.required<string>();
  readonly changed = output<OfferChange>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly focused = signal<string | null>(null);
  /** While a pointer draws: what it draws, and what it has drawn over. */
  private drawing: { offered: boolean; over: Set<string> } | null = null;
  private drawn = false;
  private readonly meant = new Map<string, { readonly offered: boolean; readonly before: readonly OfferCell[] }>();

  private readonly grid = computed(() => layOutOffer(this.cells(), this.zone()));
  protected readonly columns = computed(() =>
    this.grid().dates.map((date, column) => {
      const cells = this.grid().rows.flatMap((row) => row[column] ?? []);
      const title = formatPlainDate(date, this.lang(), {
        weekday: this.lang() === 'ja' ? 'short' : 'long',
        month: 'long',
        year: false,
      });
      const all = cells.every(({ offered }) => offered);
      return { date, title, cells, all, label: all ? this.words().noneOf(title) : this.words().allOf(title) };
    }),
  );
  protected readonly rows = computed(() => this.grid().rows);
  protected readonly tabStop = computed(() => {
    const known = this.cells().some(({ slotId }) => slotId === this.focused());
    return known
      ? this.focused()
      : (this.grid()
          .rows.flat()
          .find((cell) => cell !== null)?.slotId ?? null);
  });

  protected turnDay({ cells, all }: { cells: readonly OfferCell[]; all: boolean }): void {
    this.set(cells, !all);
  }

  protected key(event: KeyboardEvent): void {
    const place = this.placeOf(event.target);
    if (!place) return;
    const cell = this.at(place);
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      this.set([cell], !this.isOffered(cell));
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.turnDay(this.columns()[place.column]!);
    } else {
      this.walk(event, place, cell);
    }
  }

  private walk(event: KeyboardEvent, place: GridPlace, cell: OfferCell): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = moveInGrid(this.grid(), place, event.key);
    if (!next) return;
    event.preventDefault();
    if (event.shiftKey) this.set(between(this.grid(), place, next), this.isOffered(cell));
    this.focus(this.at(next));
  }

  protected focusIn(event: FocusEvent): void {
    const place = this.placeOf(event.target);
    if (place) this.focused.set(this.at(place).slotId);
  }

  protected press(event: PointerEvent): void {
    const place = this.placeOf(event.target);
    if (!place || event.button !== 0) return;
    // A finger beside the mark may be about to scroll: it turns the slot when it is lifted.
    if (event.pointerType === 'touch' && !(event.target as Element).closest('.mark')) return;
    const cell = this.at(place);
    this.drawing = { offered: !cell.offered, over: new Set([cell.slotId]) };
    this.drawn = true;
    this.set([cell], !cell.offered);
    if (event.pointerType === 'touch') (event.target as Element).releasePointerCapture?.(event.pointerId);
  }

  protected draw(event: PointerEvent): void {
    if (!this.drawing) return;
    const place = this.placeOf(document.elementFromPoint(event.clientX, event.clientY));
    if (!place) return;
    const cell = this.at(place);
    if (this.drawing.over.has(cell.slotId)) return;
    this.drawing.over.add(cell.slotId);
    this.set([cell], this.drawing.offered);
  }

  protected lift(): void {
    this.drawing = null;
  }

  protected click(event: MouseEvent): void {
    if (this.drawn) {
      this.drawn = false;
      return;
    }
    const place = this.placeOf(event.target);
    if (place) this.set([this.at(place)], !this.at(place).offered);
  }

  private set(cells: readonly OfferCell[], offered: boolean): void {
    const slotIds = cells.filter((cell) => this.isOffered(cell) !== offered).map(({ slotId }) => slotId as string);
    for (const slotId of slotIds) this.meant.set(slotId, { offered, before: this.cells() });
    if (slotIds.length > 0) this.changed.emit({ slotIds, offered });
  }

  /** As it was last turned here, until the page shows it: keys may come faster than it does. */
  private isOffered({ slotId, offered }: OfferCell): boolean {
    const meant = this.meant.get(slotId);
    return meant && meant.before === this.cells() ? meant.offered : offered;
  }

  private focus({ slotId }: OfferCell): void {
    this.focused.set(slotId);
    this.host.querySelector<HTMLElement>(`[data-slot="${slotId}"]`)?.focus();
  }

  private at({ row, column }: GridPlace): OfferCell {
    return this.grid().rows[row]![column]!;
  }

  private placeOf(target: EventTarget | null): GridPlace | null {
    const slotId = target instanceof Element ? target.closest<HTMLElement>('[data-slot]')?.dataset['slot'] : undefined;
    const rows = this.grid().rows;
    for (let row = 0; slotId && row < rows.length; row += 1) {
      const column = rows[row]!.findIndex((cell) => cell?.slotId === slotId);
      if (column >= 0) return { row, column };
    }
    return null;
  }
}
