import type { DelegationMember } from '@musubi/contracts';

interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** One day's slots, each free or not; the day as the reader's wall says it. */
export interface BandDay {
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly cells: readonly { readonly startsAt: string; readonly free: boolean }[];
  readonly free: number;
}

/** When a member can be met, by day. O(slots × busy) */
export function freeBand(slots: readonly Span[], { busy }: Pick<DelegationMember, 'busy'>, zone: string): BandDay[] {
  const taken = busy.map(({ startsAt, endsAt }) => [Date.parse(startsAt), Date.parse(endsAt)] as const);
  const days = Map.groupBy(slots, ({ startsAt }) =>
    Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).toPlainDate().toString(),
  );
  return [...days].map(([date, all]) => {
    const cells = all.map(({ startsAt, endsAt }) => {
      const [from, until] = [Date.parse(startsAt), Date.parse(endsAt)];
      return { startsAt, free: !taken.some(([a, b]) => a < until && from < b) };
    });
    return {
      date,
      startsAt: all[0]!.startsAt,
      endsAt: all.at(-1)!.endsAt,
      cells,
      free: cells.filter(({ free }) => free).length,
    };
  });
}
