import type { MyRegistration } from '@musubi/contracts';

/** The event a person is most likely here for: the one running or next that they take part in, else the last. */
export function currentOf(all: readonly MyRegistration[], nowMs: number): MyRegistration | null {
  const mine = all
    .filter(({ state }) => state !== 'withdrawn' && state !== 'rejected')
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return mine.find(({ endsAt }) => Date.parse(endsAt) > nowMs) ?? mine.at(-1) ?? null;
}
