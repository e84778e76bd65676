import type { MeetingState } from '@musubi/contracts';

/** Of meetings that are to come or took place. After any other the two have not met, and may wish to. */
export const metStates: readonly MeetingState[] = ['confirmed', 'held', 'cut_short'];

export const haveMet = ({ state }: { state: MeetingState }): boolean => metStates.includes(state);
