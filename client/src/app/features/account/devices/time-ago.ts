/** How long ago something was, in the largest unit that it fills. */
export interface TimeAgo {
  readonly unit: 'moment' | 'minutes' | 'hours' | 'days';
  readonly count: number;
}

/** Milliseconds since 1970 of both. What seems to lie ahead has just been: two clocks are never quite the same. */
export function timeAgo(then: number, now: number): TimeAgo {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return { unit: 'moment', count: 0 };
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  if (minutes < 24 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) };
}
