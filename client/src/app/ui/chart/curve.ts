export interface CurvePoint {
  /** Any unit, from 0. */
  readonly at: number;
  readonly value: number;
}

interface CurveEnd {
  readonly x: number;
  readonly y: number;
}

export interface Curve {
  /** Path on a field of 100 × 100; a value stands until the next one. Empty without points. */
  readonly line: string;
  /** Where the bound runs, from the top; null where none is known. */
  readonly bound: number | null;
  /** Where the line begins and ends, in hundredths of the field. */
  readonly start: CurveEnd | null;
  readonly end: CurveEnd | null;
}

/** Room above the highest and below the lowest, in hundredths. */
const MARGIN = 8;

/** A value that changes in steps, on one scale with what nothing can exceed. O(points). */
export function curve(points: readonly CurvePoint[], bound: number | null, until: number): Curve {
  const values = [...points.map(({ value }) => value), ...(bound === null ? [] : [bound])];
  if (values.length === 0) return { line: '', bound: null, start: null, end: null };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at: number): number => round(until > 0 ? (Math.min(at, until) / until) * 100 : 0);
  const y = (value: number): number =>
    round(high === low ? MARGIN : 100 - MARGIN - ((value - low) / (high - low)) * (100 - 2 * MARGIN));
  const line = points.map(({ at, value }, n) => (n === 0 ? `M${x(at)} ${y(value)}` : `H${x(at)}V${y(value)}`)).join('');
  const place = (point: CurvePoint | undefined): CurveEnd | null =>
    point ? { x: x(point.at), y: y(point.value) } : null;
  return { line, bound: bound === null ? null : y(bound), start: place(points[0]), end: place(points.at(-1)) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
