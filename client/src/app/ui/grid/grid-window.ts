/** What of a grid can be seen: half-open runs of rows and columns. */
export interface GridWindow {
  readonly rows: readonly [from: number, to: number];
  readonly columns: readonly [from: number, to: number];
}

/** Sizes in CSS pixels. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  readonly rowHeight: number;
  readonly columnWidth: number;
  /** Of the heads that stay while the rest moves beneath them. */
  readonly headHeight: number;
  readonly headWidth: number;
}

export interface Viewport {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** Rows and columns drawn beyond the edge, so that a small move shows no gap. */
const SPARE = 2;

/** The part of a grid to draw. O(1), whatever its size. */
export function gridWindow(size: GridSize, seen: Viewport): GridWindow {
  const { rows, columns, rowHeight, columnWidth, headHeight, headWidth } = size;
  return {
    rows: run(seen.top, seen.height - headHeight, rowHeight, rows),
    columns: run(seen.left, seen.width - headWidth, columnWidth, columns),
  };
}

export const sameWindow = (one: GridWindow, other: GridWindow): boolean =>
  one.rows.join() === other.rows.join() && one.columns.join() === other.columns.join();

/** The numbers of a run, with one more wherever it lies: whatever has the focus stays drawn. */
export function drawn([from, to]: readonly [number, number], kept: number | null): number[] {
  const all = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  if (kept === null || (kept >= from && kept < to)) return all;
  return kept < from ? [kept, ...all] : [...all, kept];
}

/** Where to scroll so that one line of the grid stands between the head and the edge; as it is where it does already. */
export function scrollTo(at: number, step: number, seen: { from: number; length: number; head: number }): number {
  const { from, length, head } = seen;
  if (at * step < from) return at * step;
  const end = (at + 1) * step + head - length;
  return end > from ? end : from;
}

function run(from: number, length: number, step: number, count: number): readonly [number, number] {
  const first = Math.max(0, Math.floor(from / step) - SPARE);
  const last = Math.min(count, Math.ceil((from + Math.max(0, length)) / step) + SPARE);
  return [Math.min(first, last), last];
}
