import { inject, Injectable } from '@angular/core';
import type {
  BlockView,
  CaseId,
  CaseView,
  EventId,
  FunnelRecord,
  FunnelView,
  ImportReport,
  MeetingView,
  ParticipantId,
  PersonRow,
  ProgrammeImport,
  ProgrammeView,
  RegionHeat,
  ReleaseSummary,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';
import type { Behind } from './follow-up/behind';

/** What organisers read and do at an event. */
@Injectable({ providedIn: 'root' })
export class OrganiserApi {
  private readonly api = inject(Api);

  people(eventId: EventId): Promise<PersonRow[]> {
    return this.api.get(`/events/${eventId}/people`, {}, { fresh: true });
  }

  approve(participantId: ParticipantId, reason: string | null): Promise<PersonRow> {
    return this.api.post(`/registrations/${participantId}/approve`, { reason });
  }

  reject(participantId: ParticipantId, reason: string | null): Promise<PersonRow> {
    return this.api.post(`/registrations/${participantId}/reject`, { reason });
  }

  draft(eventId: EventId): Promise<ProgrammeView> {
    return this.api.get(`/events/${eventId}/programme/draft`, {}, { fresh: true });
  }

  importProgramme(eventId: EventId, file: ProgrammeImport): Promise<ImportReport> {
    return this.api.post(`/events/${eventId}/programme/imports`, file);
  }

  release(eventId: EventId, name: string): Promise<ProgrammeView> {
    return this.api.post(`/events/${eventId}/programme/releases`, { name });
  }

  releases(eventId: EventId): Promise<ReleaseSummary[]> {
    return this.api.get(`/events/${eventId}/programme/releases`, {}, { fresh: true });
  }

  blocks(eventId: EventId): Promise<BlockView[]> {
    return this.api.get(`/events/${eventId}/blocks`, {}, { fresh: true });
  }

  meetings(eventId: EventId): Promise<MeetingView[]> {
    return this.api.get(`/organise/events/${eventId}/meetings`, {}, { fresh: true });
  }

  /** @param eventId null for all events */
  funnel(eventId: EventId | null): Promise<FunnelView> {
    return this.api.get('/organise/funnel', { eventId }, { fresh: true });
  }

  records({ step, ...narrowed }: Behind, eventId: EventId | null): Promise<FunnelRecord[]> {
    return this.api.get(`/organise/funnel/${step}`, { eventId, ...narrowed }, { fresh: true });
  }

  cases(eventId: EventId | null): Promise<CaseView[]> {
    return this.api.get('/organise/cases', { eventId }, { fresh: true });
  }

  heat(eventId: EventId | null): Promise<RegionHeat> {
    return this.api.get('/organise/heat', { eventId }, { fresh: true });
  }

  verify(caseId: CaseId): Promise<CaseView> {
    return this.api.post(`/cases/${caseId}/verify`);
  }
}
