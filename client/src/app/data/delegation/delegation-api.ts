import { inject, Injectable } from '@angular/core';
import type {
  AssistantId,
  AssistantsView,
  AssistantView,
  ColleagueChoice,
  DelegationPut,
  DelegationRow,
  DelegationView,
  EventId,
  HandedOver,
  MeetingId,
  OrganisationId,
  ParticipantId,
  UnassignedMeeting,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** The delegation for which an organiser acts. */
export interface InPlaceOf {
  readonly eventId: EventId;
  readonly organisationId: OrganisationId;
}

/** The people of one's organisation at an event, who comes to their meetings, and who acts for whom. */
@Injectable({ providedIn: 'root' })
export class DelegationApi {
  private readonly api = inject(Api);

  view(eventId: EventId): Promise<DelegationView> {
    return this.api.get(`/events/${eventId}/delegation`, {}, { fresh: true });
  }

  keep(eventId: EventId, delegation: DelegationPut): Promise<DelegationView> {
    return this.api.put(`/events/${eventId}/delegation`, delegation);
  }

  colleagues(meetingId: MeetingId): Promise<ColleagueChoice[]> {
    return this.api.get(`/meetings/${meetingId}/colleagues`, {}, { fresh: true });
  }

  handOver(meetingId: MeetingId, to: ParticipantId): Promise<HandedOver> {
    return this.api.post(`/meetings/${meetingId}/hand-over`, { to });
  }

  handBack(meetingId: MeetingId): Promise<HandedOver> {
    return this.api.post(`/meetings/${meetingId}/hand-back`);
  }

  assistants(eventId: EventId): Promise<AssistantsView> {
    return this.api.get(`/events/${eventId}/assistants`, {}, { fresh: true });
  }

  ask(eventId: EventId, participantId: ParticipantId): Promise<AssistantView> {
    return this.api.post(`/events/${eventId}/assistants`, { participantId });
  }

  change(assistantId: AssistantId, change: 'accept' | 'end'): Promise<AssistantView> {
    return this.api.post(`/assistants/${assistantId}/${change}`);
  }

  /** Every delegation, for organisers. */
  all(eventId: EventId): Promise<DelegationRow[]> {
    return this.api.get(`/organise/events/${eventId}/delegations`, {}, { fresh: true });
  }

  of({ eventId, organisationId }: InPlaceOf): Promise<DelegationView> {
    return this.api.get(`/organise/events/${eventId}/delegations/${organisationId}`, {}, { fresh: true });
  }

  keepFor({ eventId, organisationId }: InPlaceOf, delegation: DelegationPut): Promise<DelegationView> {
    return this.api.put(`/organise/events/${eventId}/delegations/${organisationId}`, delegation);
  }

  candidates({ eventId, organisationId }: InPlaceOf, meetingId: MeetingId): Promise<ColleagueChoice[]> {
    const path = `/organise/events/${eventId}/delegations/${organisationId}/unassigned/${meetingId}`;
    return this.api.get(path, {}, { fresh: true });
  }

  fill({ eventId, organisationId }: InPlaceOf, meetingId: MeetingId, to: ParticipantId): Promise<HandedOver> {
    return this.api.post(`/organise/events/${eventId}/delegations/${organisationId}/unassigned/${meetingId}`, { to });
  }

  unassigned(eventId: EventId): Promise<UnassignedMeeting[]> {
    return this.api.get(`/organise/events/${eventId}/unassigned`, {}, { fresh: true });
  }
}
