import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { AvailabilityPut, AvailabilityView, BlockView, EventId, MeetingLimits } from '@musubi/contracts';
import { Behalf, type Principal } from '../../core/login/behalf';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { MeetingsApi } from '../meetings/meetings-api';
import type { OfferableSlot } from './offered-slots';

/** The event's slots for meetings, and which of them I offer. */
@Injectable({ providedIn: 'root' })
export class AvailabilityStore {
  private readonly api = inject(MeetingsApi);
  private readonly behalf = inject(Behalf);
  private readonly realtime = inject(Realtime);
  private readonly event = signal<EventId | null>(null);
  private readonly blocksRead = new Reading<BlockView[]>(() => this.api.blocks(this.event()!));
  private readonly offerRead = new Reading<AvailabilityView>(() => this.api.availability(this.event()!));

  readonly blocks = computed(() => this.blocksRead.value() ?? []);
  readonly slots = computed<OfferableSlot[]>(() =>
    this.blocks()
      .flatMap(({ slots, blockId }) => slots.map((slot) => ({ ...slot, blockId })))
      .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)),
  );
  readonly offer = this.offerRead.value;
  readonly loading = computed(() => this.blocksRead.loading() || this.offerRead.loading());
  readonly failed = computed(() => this.blocksRead.failed() ?? this.offerRead.failed());

  constructor() {
    this.behalf.onSwitch(() => {
      this.offerRead.reset();
      void this.refresh();
    });
    this.realtime.onHint('slots.changed', ({ eventId }) => {
      if (!eventId || eventId === this.event()) void this.refresh();
    });
  }

  async open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.blocksRead.reset();
      this.offerRead.reset();
      this.event.set(eventId);
    }
    await Promise.all([this.blocksRead.ensure(), this.offerRead.ensure()]);
  }

  async refresh(): Promise<void> {
    if (!this.event()) return;
    await Promise.all([this.blocksRead.refresh(), this.offerRead.refresh()]);
  }

  /**
   * Shown at once, taken back if refused.
   * @param principal whose times they are: nothing of it is shown to whoever acts for somebody else by then
   */
  async put(availability: AvailabilityPut, principal: Principal | null): Promise<AvailabilityView> {
    return this.change(availability, principal, () => this.api.offer(this.event()!, availability, principal));
  }

  /** As {@link put}: how much I take on. */
  async limit(limits: MeetingLimits): Promise<AvailabilityView> {
    return this.change({ limits }, this.behalf.of(), () => this.api.limit(this.event()!, limits));
  }

  private async change(
    shown: Partial<AvailabilityView>,
    principal: Principal | null,
    send: () => Promise<AvailabilityView>,
  ): Promise<AvailabilityView> {
    const show = (to: (view: AvailabilityView) => AvailabilityView): void => {
      if (this.behalf.of()?.participantId === principal?.participantId) this.offerRead.change(to);
    };
    const was = this.offerRead.value();
    show((view) => ({ ...view, ...shown }));
    try {
      const view = await send();
      show(() => view);
      return view;
    } catch (refusal) {
      if (was) show(() => was);
      throw refusal;
    }
  }
}
