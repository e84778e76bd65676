import { computed, signal, type Signal } from '@angular/core';
import type { AvailabilityPut, SlotView } from '@musubi/contracts';

/** A slot with the block it belongs to, where that is known. */
export type OfferableSlot = SlotView & { blockId?: string };

interface Offer {
  everything: boolean;
  intervals: readonly { startsAt: string; endsAt: string }[];
}

/**
 * Which of the event's slots a person offers, slot by slot: the simple way to say when one can be met. A change of one
 * slot, of a day or of everything answers what to put.
 */
export class OfferedSlots {
  private readonly slots: Signal<readonly OfferableSlot[]>;
  private readonly picked = signal<ReadonlySet<string>>(new Set());

  readonly offered = this.picked.asReadonly();
  readonly everything = computed(() => this.slots().every(({ slotId }) => this.picked().has(slotId)));
  readonly nothing = computed(() => this.picked().size === 0);

  constructor(slots: Signal<readonly OfferableSlot[]>) {
    this.slots = slots;
  }

  /** Takes over what the server knows: a slot is offered when an interval holds the whole of it. */
  take({ everything, intervals }: Offer): void {
    const held = (slot: SlotView): boolean =>
      everything ||
      intervals.some(
        ({ startsAt, endsAt }) =>
          Date.parse(startsAt) <= Date.parse(slot.startsAt) && Date.parse(slot.endsAt) <= Date.parse(endsAt),
      );
    this.picked.set(
      new Set(
        this.slots()
          .filter(held)
          .map(({ slotId }) => slotId),
      ),
    );
  }

  has(slotId: string): boolean {
    return this.picked().has(slotId);
  }

  toggle(slotId: string): void {
    this.set([slotId], !this.has(slotId));
  }

  set(slotIds: readonly string[], offered: boolean): void {
    this.picked.update((picked) => {
      const next = new Set(picked);
      for (const slotId of slotIds) {
        if (offered) next.add(slotId);
        else next.delete(slotId);
      }
      return next;
    });
  }

  /** All that is offered, to be put back. */
  snapshot(): ReadonlySet<string> {
    return this.picked();
  }

  restore(snapshot: ReadonlySet<string>): void {
    this.picked.set(snapshot);
  }

  /** What to send: everything, or the offered slots with neighbours of a block joined over the pause between them. */
  put(): AvailabilityPut {
    if (this.everything() && this.slots().length > 0) return { everything: true, intervals: [] };
    const intervals: { startsAt: string; endsAt: string }[] = [];
    let joining: OfferableSlot | null = null;
    for (const slot of this.slots()) {
      const offered = this.picked().has(slot.slotId);
      const last = intervals.at(-1);
      const near =
        last && joining?.blockId === slot.blockId && Date.parse(slot.startsAt) - Date.parse(last.endsAt) <= 30 * 60_000;
      if (offered && joining && near)
        intervals[intervals.length - 1] = { startsAt: last.startsAt, endsAt: slot.endsAt };
      else if (offered) intervals.push({ startsAt: slot.startsAt, endsAt: slot.endsAt });
      joining = offered ? slot : null;
    }
    return { everything: false, intervals };
  }
}
