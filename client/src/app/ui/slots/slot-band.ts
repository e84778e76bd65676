import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, model, signal } from '@angular/core';
import { dateAt, formatPlainDate, formatTime, sameClock, zoneLabel, type Lang } from '@musubi/time';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { type BandDay, type BandSign, type BandSlot, type BandSlotState, isShut, layOutDays } from './band-layout';
import { moveFocus } from './slot-keys';

export interface SlotBandWords {
  /** Short, they stand inside the slot: Free, Busy, Taken, Late, Held, Past, Now. */
  readonly states: Readonly<Record<BandSlotState, string>>;
  readonly signs: Readonly<Record<BandSign, string>>;
  /** What the first, second, third choice is called: 1st, 2nd, 3rd. */
  readonly choices: readonly string[];
  /** Name of a day's group for screen readers: "Slots, your time first". */
  readonly group: string;
  /** Of a day on which nothing is open for booking: `08:30–10:55: booking opens on Wed 20 January`. */
  readonly shut: (from: string, until: string, because: string | null) => string;
  /** How keys move between the slots and choose. */
  readonly keys: string;
}

const iconOf: Record<BandSlotState, IconName> = {
  free: 'ring',
  busy: 'lock',
  taken: 'x',
  late: 'evening',
  held: 'hourglass',
  closed: 'clock',
  past: 'dash',
  now: 'knot',
};
export const iconOfSign: Record<BandSign, IconName> = { instant: 'bolt', uninterpreted: 'uninterpreted' };
const open: readonly BandSlotState[] = ['free', 'late', 'held'];

/** Each band on a page has ids of its own. */
let made = 0;

/**
 * Slots of some days on a band between two rulers: own time above, the other side's beneath, the shared window behind.
 * On phones a list. One tab stop: arrow keys move by slot and day, space chooses. Chosen slots keep their order.
 * A day on which nothing is open for booking is one line beneath.
 */
@Component({
  selector: 'musubi-slot-band',
  imports: [Icon],
  templateUrl: './slot-band.html',
  styleUrl: './slot-band.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SlotBand {
  readonly days = input.required<readonly BandDay[]>();
  readonly zone = input.required<string>();
  readonly otherZone = input.required<string>();
  readonly lang = input.required<Lang>();
  readonly words = input.required<SlotBandWords>();
  /** Chosen slots, first choice first. */
  readonly chosen = model<readonly string[]>([]);
  /** How many may be chosen. With 1, another choice replaces the first. */
  readonly most = input(3);

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly focused = signal<string | null>(null);

  protected readonly keysId = `slot-keys-${++made}`;
  protected readonly laidOut = computed(() =>
    layOutDays(
      this.days().filter((day) => !isShut(day)),
      this.zone(),
      this.otherZone(),
    ).map((layout) => ({ ...layout, title: this.title(layout.date) })),
  );
  protected readonly shut = computed(() =>
    this.days()
      .filter(isShut)
      .map(({ slots, because = null }) => {
        const [from, until] = [slots[0]!.startsAt, slots.at(-1)!.endsAt].map((at) => Temporal.Instant.from(at));
        const date = dateAt(from!, this.zone());
        const text = this.words().shut(formatTime(from!, this.zone()), formatTime(until!, this.zone()), because);
        return { date, title: this.title(date), text };
      }),
  );
  protected readonly twoClocks = computed(() => {
    const first = this.days().flatMap(({ slots }) => slots)[0];
    return !!first && !sameClock(this.zone(), this.otherZone(), Temporal.Instant.from(first.startsAt));
  });
  /** The one slot that takes the tab key: where the focus was, else the first chosen, else the first open one. */
  protected readonly tabStop = computed(() => {
    const all = this.laidOut().flatMap(({ slots }) => slots.map(({ slot }) => slot));
    const known = (id: string | null | undefined) => (all.some(({ slotId }) => slotId === id) ? id : undefined);
    const firstOpen = all.find(({ state }) => open.includes(state)) ?? all[0];
    return known(this.focused()) ?? known(this.chosen()[0]) ?? firstOpen?.slotId;
  });

  protected view(slot: BandSlot) {
    const at = Temporal.Instant.from(slot.startsAt);
    const place = this.chosen().indexOf(slot.slotId);
    const words = this.words();
    const signs = slot.signs ?? [];
    const word = place >= 0 ? (words.choices[place] ?? '') : words.states[slot.state];
    const own = formatTime(at, this.zone());
    const other = this.twoClocks() ? formatTime(at, this.otherZone()) : null;
    const otherNamed = other ? `, ${other} ${zoneLabel(this.otherZone(), at)}` : '';
    return {
      own,
      other,
      word,
      chosen: place >= 0,
      open: open.includes(slot.state) || place >= 0,
      icon: place >= 0 ? ('check' as const) : iconOf[slot.state],
      signs: signs.map((sign) => ({ sign, icon: iconOfSign[sign], text: words.signs[sign] })),
      label: [
        `${own} ${zoneLabel(this.zone(), at)}${otherNamed}`,
        word,
        ...signs.map((sign) => words.signs[sign]),
      ].join(', '),
    };
  }

  protected toggle(slot: BandSlot): void {
    this.focused.set(slot.slotId);
    const chosen = this.chosen();
    if (chosen.includes(slot.slotId)) {
      this.chosen.set(chosen.filter((id) => id !== slot.slotId));
      return;
    }
    if (!open.includes(slot.state)) return;
    if (this.most() === 1) this.chosen.set([slot.slotId]);
    else if (chosen.length < this.most()) this.chosen.set([...chosen, slot.slotId]);
  }

  protected focus(slot: BandSlot): void {
    this.focused.set(slot.slotId);
  }

  protected key(press: KeyboardEvent): void {
    const days = this.laidOut();
    const at = this.tabStop();
    const day = days.findIndex(({ slots }) => slots.some(({ slot }) => slot.slotId === at));
    const slot = days[day]?.slots.findIndex((one) => one.slot.slotId === at) ?? -1;
    if (slot < 0 || press.altKey || press.ctrlKey || press.metaKey) return;
    const starts = days.map((one) => one.slots.map(({ span }) => span.from * 5 + this.startOf(one.ticks[0]?.own)));
    const to = moveFocus(starts, { day, slot }, press.key);
    if (!to) return;
    press.preventDefault();
    const next = days[to.day]!.slots[to.slot]!.slot.slotId;
    this.focused.set(next);
    this.host.nativeElement.querySelector<HTMLElement>(`[data-slot="${next}"]`)?.focus();
  }

  private title(date: string): string {
    const weekday = this.lang() === 'ja' ? 'short' : 'long';
    return formatPlainDate(date, this.lang(), { weekday, month: 'long', year: false });
  }

  /** Minutes since midnight at which the day's ruler starts. */
  private startOf(clock = '00:00'): number {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number);
    return hours * 60 + minutes;
  }
}
