import type { BlockView, InterpreterPut } from '@musubi/contracts';

type Span = InterpreterPut['available'][number];

/** A day of a block, with the times at which an interpreter may begin and stop. */
export interface BlockDay {
  readonly starts: readonly string[];
  readonly ends: readonly string[];
}

/** When somebody interprets on such a day. */
export interface Hours extends BlockDay, Span {
  readonly comes: boolean;
}

/** @param dateOf the date of an instant on the event's wall */
export function blockDays(blocks: readonly BlockView[], dateOf: (instant: string) => string): BlockDay[] {
  const days = blocks.flatMap(({ blockId, slots }) =>
    [...Map.groupBy(slots, ({ startsAt }) => `${blockId} ${dateOf(startsAt)}`).values()].map((those) => ({
      starts: those.map(({ startsAt }) => startsAt),
      ends: those.map(({ endsAt }) => endsAt),
    })),
  );
  return days.sort((a, b) => a.starts[0]!.localeCompare(b.starts[0]!));
}

/** What an interpreter has said so far, by day: several times of one day stand apart, and a day without any is not theirs. */
export function hoursOf(days: readonly BlockDay[], available: readonly Span[]): Hours[] {
  return days.flatMap((day): Hours[] => {
    const [opens, closes] = [day.starts[0]!, day.ends.at(-1)!];
    if (available.length === 0) return [{ ...day, startsAt: opens, endsAt: closes, comes: true }];
    const during = available
      .map(({ startsAt, endsAt }) => ({
        startsAt: day.starts.find((at) => at >= startsAt),
        endsAt: day.ends.findLast((at) => at <= endsAt),
      }))
      .filter((one): one is Span => !!one.startsAt && !!one.endsAt && one.startsAt < one.endsAt);
    if (during.length === 0) return [{ ...day, startsAt: opens, endsAt: closes, comes: false }];
    return during.map((one) => ({ ...day, ...one, comes: true }));
  });
}

/** Every day from its first slot to its last is the same as always, also where times are added later. */
export function availableOf(hours: readonly Hours[]): Span[] {
  const isWhole = ({ comes, startsAt, endsAt, starts, ends }: Hours): boolean =>
    comes && startsAt === starts[0] && endsAt === ends.at(-1);
  if (hours.every(isWhole)) return [];
  return hours.filter(({ comes }) => comes).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
}
