import { inject, Injectable } from '@angular/core';
import type {
  Assignment,
  EventId,
  InterpreterId,
  InterpreterInput,
  InterpreterPut,
  InterpretersView,
  InterpreterView,
  MeetingId,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** Whom an event has to interpret, and what one has to interpret oneself. */
@Injectable({ providedIn: 'root' })
export class InterpretersApi {
  private readonly api = inject(Api);

  of(eventId: EventId): Promise<InterpretersView> {
    return this.api.get(`/organise/events/${eventId}/interpreters`, {}, { fresh: true });
  }

  add(eventId: EventId, input: InterpreterInput): Promise<InterpreterView> {
    return this.api.post(`/organise/events/${eventId}/interpreters`, input);
  }

  change(eventId: EventId, interpreterId: InterpreterId, input: InterpreterPut): Promise<InterpreterView> {
    return this.api.put(`/organise/events/${eventId}/interpreters/${interpreterId}`, input);
  }

  remove(eventId: EventId, interpreterId: InterpreterId): Promise<void> {
    return this.api.delete(`/organise/events/${eventId}/interpreters/${interpreterId}`);
  }

  assign(eventId: EventId, meetingId: MeetingId, interpreterId: InterpreterId): Promise<InterpretersView> {
    return this.api.put(`/organise/events/${eventId}/interpretations/${meetingId}`, { interpreterId });
  }

  mine(): Promise<Assignment[]> {
    return this.api.get('/me/interpreting', {}, { fresh: true });
  }
}
