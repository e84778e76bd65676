import { inject, Injectable } from '@angular/core';
import type {
  EventId,
  GroupSlot,
  GuestId,
  GuestInput,
  GuestInvitation,
  GuestView,
  LanguagePair,
  MeetingRequestId,
  ParticipantId,
  WantedInterpretation,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** Further people of a request or meeting, and the interpreter that it wants. */
@Injectable({ providedIn: 'root' })
export class GuestsApi {
  private readonly api = inject(Api);

  of(requestId: MeetingRequestId): Promise<GuestView[]> {
    return this.api.get(`/meeting-requests/${requestId}/guests`, {}, { fresh: true });
  }

  invite(requestId: MeetingRequestId, people: readonly GuestInput[]): Promise<GuestView[]> {
    return this.api.post(`/meeting-requests/${requestId}/guests`, { people });
  }

  /** To oneself, the newest first. */
  mine(eventId: EventId): Promise<GuestInvitation[]> {
    return this.api.get(`/events/${eventId}/guest-invitations`, {}, { fresh: true });
  }

  accept(guestId: GuestId): Promise<GuestInvitation> {
    return this.api.post(`/guests/${guestId}/accept`);
  }

  /** Also after accepting: leaves the meeting. */
  decline(guestId: GuestId): Promise<GuestInvitation> {
    return this.api.post(`/guests/${guestId}/decline`);
  }

  withdraw(guestId: GuestId): Promise<GuestView[]> {
    return this.api.post(`/guests/${guestId}/withdraw`);
  }

  /** What suits everybody named, and, where an interpreter is wanted, whether anybody could. */
  slots(
    eventId: EventId,
    participantIds: readonly ParticipantId[],
    wanted: LanguagePair | null = null,
  ): Promise<GroupSlot[]> {
    const asked = { with: participantIds.join(','), ...(wanted && { interpretation: wanted.join('-') }) };
    return this.api.get(`/events/${eventId}/group-slots`, asked, { fresh: true });
  }

  interpretation(requestId: MeetingRequestId): Promise<WantedInterpretation> {
    return this.api.get(`/meeting-requests/${requestId}/interpretation`, {}, { fresh: true });
  }

  want(requestId: MeetingRequestId, languages: LanguagePair | null): Promise<WantedInterpretation> {
    return this.api.put(`/meeting-requests/${requestId}/interpretation`, { languages });
  }
}
