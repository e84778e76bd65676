import type { RegionCell } from '@musubi/contracts';

export interface RegionPair extends RegionCell {
  /** Step of the ramp: 0 for none, then 1 to 5. */
  readonly heat: 0 | 1 | 2 | 3 | 4 | 5;
}

export interface RegionPairs {
  readonly rows: readonly { readonly code: string; readonly cells: readonly RegionPair[] }[];
  readonly columns: readonly string[];
  /** All pairs, the busiest first: the equal list. */
  readonly all: readonly RegionPair[];
}

const japanese = (code: string): boolean => code.startsWith('JP-') || code === 'JP';

/** European regions beside Japanese ones; the busiest `most` of each in the picture, every pair in the list. */
export function regionPairs(cells: readonly RegionCell[], most = 8): RegionPairs {
  const hottest = Math.max(5, ...cells.map(({ meetings }) => meetings));
  const heated = cells.map((cell): RegionPair => {
    const [one, other] = japanese(cell.one) && !japanese(cell.other) ? [cell.other, cell.one] : [cell.one, cell.other];
    return { ...cell, one, other, heat: heatOf(cell.meetings, hottest) };
  });
  const across = heated.filter(({ one, other }) => !japanese(one) && japanese(other));
  const at = new Map(across.map((cell) => [`${cell.one} ${cell.other}`, cell]));
  const columns = busiest(across, 'other', most);
  return {
    columns,
    rows: busiest(across, 'one', most).map((code) => ({
      code,
      cells: columns.map(
        (other) => at.get(`${code} ${other}`) ?? { one: code, other, meetings: 0, wishes: 0, heat: 0 },
      ),
    })),
    all: [...heated].sort(
      (a, b) =>
        b.meetings - a.meetings || b.wishes - a.wishes || (`${a.one}${a.other}` < `${b.one}${b.other}` ? -1 : 1),
    ),
  };
}

function busiest(cells: readonly RegionPair[], part: 'one' | 'other', most: number): string[] {
  const sums = new Map<string, number>();
  for (const cell of cells) sums.set(cell[part], (sums.get(cell[part]) ?? 0) + cell.meetings + cell.wishes / 1000);
  return [...sums]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([code]) => code);
}

function heatOf(meetings: number, hottest: number): RegionPair['heat'] {
  return (meetings === 0 ? 0 : Math.min(5, Math.ceil((meetings / hottest) * 5))) as RegionPair['heat'];
}
