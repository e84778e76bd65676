import { inject, Injectable } from '@angular/core';
import type { BlockChange, BlockId, BlockInput, BlockPreview, BlockView, EventId, EventView } from '@musubi/contracts';
import { Api } from '../../../core/api/api';

/** What organisers do with the times for meetings. */
@Injectable({ providedIn: 'root' })
export class OrganiserBlocksApi {
  private readonly api = inject(Api);

  all(eventId: EventId): Promise<BlockView[]> {
    return this.api.get(`/events/${eventId}/blocks`, {}, { fresh: true });
  }

  /** How many working days people have to answer a request. */
  answerWithin(eventId: EventId, answerDays: number): Promise<EventView> {
    return this.api.patch(`/events/${eventId}`, { answerDays });
  }

  add(eventId: EventId, block: BlockInput): Promise<BlockView> {
    return this.api.post(`/events/${eventId}/blocks`, block);
  }

  change(eventId: EventId, blockId: BlockId, block: BlockChange): Promise<BlockView> {
    return this.api.put(`/events/${eventId}/blocks/${blockId}`, block);
  }

  preview(eventId: EventId, blockId: BlockId, block: BlockInput): Promise<BlockPreview> {
    return this.api.post(`/events/${eventId}/blocks/${blockId}/preview`, block);
  }

  remove(eventId: EventId, blockId: BlockId): Promise<void> {
    return this.api.delete(`/events/${eventId}/blocks/${blockId}`);
  }

  restore(eventId: EventId, blockId: BlockId): Promise<BlockView> {
    return this.api.post(`/events/${eventId}/blocks/${blockId}/restore`);
  }

  publishPlan(eventId: EventId, blockId: BlockId): Promise<BlockView> {
    return this.api.post(`/events/${eventId}/blocks/${blockId}/plan`);
  }
}
