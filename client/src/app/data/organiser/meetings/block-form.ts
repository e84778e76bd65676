import { computed, signal } from '@angular/core';
import type { BlockInput } from '@musubi/contracts';

export interface BlockDraft {
  /** ISO dates. */
  readonly dates: readonly string[];
  /** Wall-clock in the event's zone, `09:00`. */
  readonly from: string;
  readonly until: string;
  readonly slotMinutes: number;
  readonly gapMinutes: number;
}

export type BlockGap = 'dates' | 'times' | 'slot' | 'none_fits';

/** Hours in which both sides are at work in winter, by Tokyo's clock; in summer the first of them. */
const shared = { zone: 'Asia/Tokyo', from: '17:00', until: '19:00' } as const;

const start: BlockDraft = { dates: [], from: shared.from, until: shared.until, slotMinutes: 20, gapMinutes: 5 };

/** New times for meetings: dates and hours of the event's wall clock, cut into equal slots with a pause between. */
export class BlockForm {
  private readonly said = signal(start);
  private readonly tried = signal(false);

  readonly draft = this.said.asReadonly();
  /** The slots of a day by the wall clock, `17:00–17:20`. */
  readonly slots = computed(() => slotsOf(this.said()));
  readonly gaps = computed<BlockGap[]>(() => {
    const { dates, from, until, slotMinutes, gapMinutes } = this.said();
    const [first, last] = [minutesOf(from), minutesOf(until)];
    return [
      ...(dates.length > 0 ? [] : (['dates'] as const)),
      ...(first !== null && last !== null && first < last ? [] : (['times'] as const)),
      ...(inRange(slotMinutes, 5, 120) && inRange(gapMinutes, 0, 60) ? [] : (['slot'] as const)),
      ...(first !== null && last !== null && first < last && this.slots().length === 0 ? (['none_fits'] as const) : []),
    ];
  });
  /** Gaps to show: none before the first try. */
  readonly errors = computed<ReadonlySet<BlockGap>>(() => new Set(this.tried() ? this.gaps() : []));

  /** Begins with hours in which both sides are awake, by the wall clock of the event's zone on that day. */
  begin(date: string, zone: string): void {
    const [from, until] = [shared.from, shared.until].map((time) => wallElsewhere(date, time, shared.zone, zone));
    this.set({ from: from!, until: until! });
  }

  set(change: Partial<BlockDraft>): void {
    this.said.update((draft) => ({ ...draft, ...change }));
  }

  toggle(date: string): void {
    const { dates } = this.said();
    this.set({ dates: dates.includes(date) ? dates.filter((one) => one !== date) : [...dates, date].sort() });
  }

  reset(): void {
    this.tried.set(false);
    this.said.set(start);
  }

  /** What to send; null while something is missing, which is then shown. */
  submit(): BlockInput | null {
    this.tried.set(true);
    return this.gaps().length === 0 ? { ...this.said(), dates: [...this.said().dates] } : null;
  }
}

/** What the clocks of another zone show at that wall time: `17:00` in Tokyo is `09:00` in Brussels in winter. */
export function wallElsewhere(date: string, time: string, zone: string, other: string): string {
  const there = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time });
  return there.withTimeZone(other).toPlainTime().toString({ smallestUnit: 'minute' });
}

function slotsOf({ from, until, slotMinutes, gapMinutes }: BlockDraft): string[] {
  const [first, last] = [minutesOf(from), minutesOf(until)];
  if (first === null || last === null || !inRange(slotMinutes, 5, 120) || !inRange(gapMinutes, 0, 60)) return [];
  const slots: string[] = [];
  for (let at = first; at + slotMinutes <= last; at += slotMinutes + gapMinutes) {
    slots.push(`${wall(at)}–${wall(at + slotMinutes)}`);
  }
  return slots;
}

function minutesOf(wallTime: string): number | null {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(wallTime);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}

function wall(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function inRange(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
