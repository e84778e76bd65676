import type { Hint } from '@musubi/contracts';

/** Milliseconds in which hints about the same thing are one. */
export const paceMs = 250;

/**
 * A hint says "read again". When many come about the same thing (a hundred bookings a second, two thousand who watch), the
 * first goes out at once, and one more after the moment in which others came: nobody reads an old state last.
 */
export class HintPace {
  /** By what is hinted at: whether more came since the last one went out. */
  private readonly open = new Map<string, { more: boolean }>();

  constructor(private readonly send: (hint: Hint) => void) {}

  give(hint: Hint): void {
    const key = JSON.stringify([hint.topic, hint.kind, hint.ids]);
    const moment = this.open.get(key);
    if (moment) moment.more = true;
    else this.sendNow(key, hint);
  }

  private sendNow(key: string, hint: Hint): void {
    this.send(hint);
    const moment = { more: false };
    this.open.set(key, moment);
    setTimeout(() => {
      this.open.delete(key);
      if (moment.more) this.sendNow(key, hint);
    }, paceMs).unref();
  }
}
