import { inject, Injectable } from '@angular/core';
import type {
  AuditCheckView,
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

  /** @param mark what was noted of an earlier check */
  auditCheck(mark: string | undefined): Promise<AuditCheckView> {
    return this.api.get('/organise/audit/check', mark ? { mark } : {}, { fresh: true });
  }

  auditFile(query: AuditQuery): string {
    return this.api.url('/organise/audit.csv', query);
  }
}
