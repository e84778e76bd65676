import type { MeetingRequestView } from '@musubi/contracts';
import { isOpen } from './inbox';

/** A proposed time that can be taken no more once one is somewhere else then. */
export interface LostTime {
  readonly request: MeetingRequestView;
  readonly startsAt: string;
  /** No other time of that request is open. */
  readonly only: boolean;
}

/** The open times of open requests that overlap with what one agrees to, in the order in which they come. */
export function timesWithin(
  requests: readonly MeetingRequestView[],
  taken: { readonly startsAt: string; readonly endsAt: string },
): LostTime[] {
  const overlaps = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): boolean =>
    Date.parse(startsAt) < Date.parse(taken.endsAt) && Date.parse(endsAt) > Date.parse(taken.startsAt);
  return requests
    .filter(isOpen)
    .flatMap((request) => {
      const open = request.slots.filter((slot) => slot.open);
      const lost = open.filter(overlaps);
      return lost.map(({ startsAt }) => ({ request, startsAt, only: lost.length === open.length }));
    })
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}
