import type { RegionHeat } from '@musubi/contracts';

export interface HeatCell {
  readonly eu: string;
  readonly jp: string;
  readonly held: number;
  readonly cases: number;
  /** Step of the ramp: 0 for none, then 1 to 5. */
  readonly heat: 0 | 1 | 2 | 3 | 4 | 5;
}

export interface HeatMap {
  /** Region codes of the rows, the busiest first. */
  readonly eu: readonly string[];
  /** Prefecture codes of the columns. */
  readonly jp: readonly string[];
  readonly rows: readonly { readonly eu: string; readonly cells: readonly HeatCell[] }[];
  /** All pairs that met, the busiest first: the equal list. */
  readonly pairs: readonly HeatCell[];
  /** How many regions and prefectures there are in all. */
  readonly of: { readonly eu: number; readonly jp: number };
}

/** Regions beside prefectures; at most `most` of each in the picture, all of them in the list. */
export function heatMap({ eu, jp, cells }: RegionHeat, most = 8): HeatMap {
  // Where few have met, one meeting is not yet hot.
  const hottest = Math.max(5, ...cells.map(({ held }) => held));
  const heated = cells.map((cell) => ({ ...cell, heat: heatOf(cell.held, hottest) }));
  const sum = (code: string): number =>
    cells.reduce((total, cell) => total + (cell.eu === code || cell.jp === code ? cell.held : 0), 0);
  const busiest = (codes: readonly string[]): string[] => {
    const sums = new Map(codes.map((code) => [code, sum(code)]));
    return [...codes].sort((a, b) => sums.get(b)! - sums.get(a)! || (a < b ? -1 : 1)).slice(0, most);
  };
  const [rows, columns] = [busiest(eu), busiest(jp)];
  const at = new Map(heated.map((cell) => [`${cell.eu} ${cell.jp}`, cell]));
  return {
    eu: rows,
    jp: columns,
    rows: rows.map((one) => ({
      eu: one,
      cells: columns.map((other) => at.get(`${one} ${other}`) ?? { eu: one, jp: other, held: 0, cases: 0, heat: 0 }),
    })),
    pairs: heated
      .filter(({ held, cases }) => held > 0 || cases > 0)
      .sort((a, b) => b.held - a.held || b.cases - a.cases || (`${a.eu}${a.jp}` < `${b.eu}${b.jp}` ? -1 : 1)),
    of: { eu: eu.length, jp: jp.length },
  };
}

function heatOf(held: number, hottest: number): HeatCell['heat'] {
  if (held === 0) return 0;
  return Math.min(5, Math.max(1, Math.ceil((held / hottest) * 5))) as HeatCell['heat'];
}
