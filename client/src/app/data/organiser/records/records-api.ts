import { inject, Injectable } from '@angular/core';
import type {
  AuditPage,
  AuditQuery,
  DecisionInput,
  DisputeRow,
  EventId,
  MeetingRecord,
  UndoInput,
} from '@musubi/contracts';
import { Api } from '../../../core/api/api';

/** What organisers decide by, and what is kept of what they do. */
@Injectable({ providedIn: 'root' })
export class RecordsApi {
  private readonly api = inject(Api);

  disputes(eventId: EventId): Promise<DisputeRow[]> {
    return this.api.get(`/organise/events/${eventId}/disputes`, {}, { fresh: true });
  }

  record(eventId: EventId, meetingId: string): Promise<MeetingRecord> {
    return this.api.get(`/organise/events/${eventId}/meetings/${meetingId}/record`, {}, { fresh: true });
  }

  decide(eventId: EventId, meetingId: string, input: DecisionInput): Promise<MeetingRecord> {
    return this.api.post(`/organise/events/${eventId}/meetings/${meetingId}/verdict`, input);
  }

  undo(eventId: EventId, meetingId: string, input: UndoInput): Promise<MeetingRecord> {
    return this.api.post(`/organise/events/${eventId}/meetings/${meetingId}/verdict/undo`, input);
  }

  audit(query: AuditQuery): Promise<AuditPage> {
    return this.api.get('/organise/audit', query, { fresh: true });
  }

  auditFile(query: AuditQuery): string {
    return this.api.url('/organise/audit.csv', query);
  }
}
