import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { BlockChange, BlockId, BlockInput, BlockPreview, BlockView, EventId } from '@musubi/contracts';
import { Realtime } from '../../../core/realtime/realtime';
import { Reading } from '../../reading';
import { OrganiserBlocksApi } from './blocks-api';

/** The times for meetings of one event, as its organisers set them. */
@Injectable({ providedIn: 'root' })
export class BlocksDesk {
  private readonly api = inject(OrganiserBlocksApi);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<BlockView[]>(() => this.api.all(this.event()!));

  readonly blocks = computed(() => this.read.value() ?? []);
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;

  constructor() {
    inject(Realtime).onHint('slots.changed', ({ eventId }) => {
      if (this.event() && (!eventId || eventId === this.event())) void this.read.refresh();
    });
  }

  open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.read.reset();
      this.event.set(eventId);
    }
    return this.read.refresh();
  }

  refresh(): Promise<void> {
    return this.read.refresh();
  }

  preview(blockId: BlockId, block: BlockInput): Promise<BlockPreview> {
    return this.api.preview(this.event()!, blockId, block);
  }

  add(block: BlockInput): Promise<void> {
    return this.then(this.api.add(this.event()!, block));
  }

  change(blockId: BlockId, block: BlockChange): Promise<void> {
    return this.then(this.api.change(this.event()!, blockId, block));
  }

  remove(blockId: BlockId): Promise<void> {
    return this.then(this.api.remove(this.event()!, blockId));
  }

  restore(blockId: BlockId): Promise<void> {
    return this.then(this.api.restore(this.event()!, blockId));
  }

  publishPlan(blockId: BlockId): Promise<void> {
    return this.then(this.api.publishPlan(this.event()!, blockId));
  }

  private async then(done: Promise<unknown>): Promise<void> {
    await done;
    await this.read.refresh();
  }
}
