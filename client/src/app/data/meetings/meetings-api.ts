import { inject, Injectable } from '@angular/core';
import type {
  AvailabilityPut,
  AvailabilityView,
  BlockView,
  CancelReason,
  DeclineReason,
  EventId,
  GroupSlot,
  InstantBooking,
  LanguagePair,
  MeetingId,
  MeetingLimits,
  MeetingRequestId,
  MeetingRequestInput,
  MeetingRequestView,
  MeetingView,
  ParticipantId,
  RequestPreview,
  SlotChoice,
  SlotId,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';
import type { Principal } from '../../core/login/behalf';

/** Requests, meetings, slots and availability of the person signed in. */
@Injectable({ providedIn: 'root' })
export class MeetingsApi {
  private readonly api = inject(Api);

  blocks(eventId: EventId): Promise<BlockView[]> {
    return this.api.get(`/events/${eventId}/blocks`);
  }

  availability(eventId: EventId): Promise<AvailabilityView> {
    return this.api.get(`/events/${eventId}/availability`);
  }

  /** @param principal for whom it was chosen: it is sent a moment later */
  offer(eventId: EventId, availability: AvailabilityPut, principal: Principal | null): Promise<AvailabilityView> {
    return this.api.put(`/events/${eventId}/availability`, availability, principal);
  }

  limit(eventId: EventId, limits: MeetingLimits): Promise<AvailabilityView> {
    return this.api.put(`/events/${eventId}/availability/limits`, limits);
  }

  /** Takes a time that the other side opened: a meeting at once. */
  book(eventId: EventId, booking: InstantBooking): Promise<MeetingView> {
    return this.api.post(`/events/${eventId}/instant-bookings`, booking);
  }

  /** @param wanted between which languages somebody is to interpret: the slots then say whether anybody could */
  slotsWith(eventId: EventId, participantId: ParticipantId, wanted: LanguagePair | null = null): Promise<SlotChoice[]> {
    const asked = { with: participantId, ...(wanted && { interpretation: wanted.join('-') }) };
    return this.api.get(`/events/${eventId}/slots`, asked, { fresh: true });
  }

  /** What suits everybody of a request, to propose another time. */
  slotsFor(requestId: MeetingRequestId): Promise<GroupSlot[]> {
    return this.api.get(`/meeting-requests/${requestId}/slots`, {}, { fresh: true });
  }

  /** What suits everybody of a meeting, to move it: as if it were not there itself. */
  slotsOf(meetingId: MeetingId): Promise<GroupSlot[]> {
    return this.api.get(`/meetings/${meetingId}/slots`, {}, { fresh: true });
  }

  /** With the times that are chosen so far: until when they can be answered. */
  preview(eventId: EventId, participantId: ParticipantId, slotIds: readonly SlotId[] = []): Promise<RequestPreview> {
    const asked = { to: participantId, ...(slotIds.length > 0 && { slotIds: slotIds.join(',') }) };
    return this.api.get(`/events/${eventId}/meeting-requests/preview`, asked, { fresh: true });
  }

  requests(eventId: EventId): Promise<MeetingRequestView[]> {
    return this.api.get(`/events/${eventId}/meeting-requests`, {}, { fresh: true });
  }

  request(requestId: MeetingRequestId): Promise<MeetingRequestView> {
    return this.api.get(`/meeting-requests/${requestId}`, {}, { fresh: true });
  }

  /** A request that crosses the other side's becomes a meeting at once. */
  ask(eventId: EventId, input: MeetingRequestInput): Promise<MeetingRequestView | MeetingView> {
    return this.api.post(`/events/${eventId}/meeting-requests`, input);
  }

  accept(requestId: MeetingRequestId, slotId: SlotId): Promise<MeetingView> {
    return this.api.post(`/meeting-requests/${requestId}/accept`, { slotId });
  }

  decline(requestId: MeetingRequestId, reason: DeclineReason, note: string | null): Promise<MeetingRequestView> {
    return this.api.post(`/meeting-requests/${requestId}/decline`, { reason, note });
  }

  counter(requestId: MeetingRequestId, slotIds: readonly SlotId[], note: string | null): Promise<MeetingRequestView> {
    return this.api.post(`/meeting-requests/${requestId}/counter`, { slotIds, note });
  }

  withdraw(requestId: MeetingRequestId): Promise<MeetingRequestView> {
    return this.api.post(`/meeting-requests/${requestId}/withdraw`);
  }

  meetings(eventId: EventId): Promise<MeetingView[]> {
    return this.api.get(`/events/${eventId}/meetings`, {}, { fresh: true });
  }

  meeting(meetingId: MeetingId): Promise<MeetingView> {
    return this.api.get(`/meetings/${meetingId}`, {}, { fresh: true });
  }

  /** Asks for another time; the meeting stands until the other side takes one. */
  reschedule(meetingId: MeetingId, slotIds: readonly SlotId[], note: string | null): Promise<MeetingRequestView> {
    return this.api.post(`/meetings/${meetingId}/reschedule`, { slotIds, note });
  }

  /** @param principal in whose name, where that was settled before */
  cancel(
    meetingId: MeetingId,
    reason: CancelReason,
    note: string | null,
    principal?: Principal | null,
  ): Promise<MeetingView> {
    return this.api.post(`/meetings/${meetingId}/cancel`, { reason, note }, principal);
  }
}
