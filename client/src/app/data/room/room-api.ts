import { inject, Injectable } from '@angular/core';
import type {
  EventId,
  HelpInput,
  HelpRequestCard,
  HelpRequestId,
  MeetingId,
  MeetingRoomView,
  MissingCall,
  MeetingView,
  NotesSnapshot,
  PlanBId,
  PlanBInput,
  RoomMode,
  RoomTicket,
  VideoState,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** Rooms to meet in. */
@Injectable({ providedIn: 'root' })
export class RoomApi {
  private readonly api = inject(Api);

  meeting(meetingId: MeetingId): Promise<MeetingView> {
    return this.api.get(`/meetings/${meetingId}`, {}, { fresh: true });
  }

  /** Opens the door once; each time one goes in. */
  ticket(meetingId: MeetingId): Promise<RoomTicket> {
    return this.api.post(`/meetings/${meetingId}/ticket`);
  }

  video(): Promise<VideoState> {
    return this.api.get('/video', {}, { fresh: true });
  }

  /** What goes on in it beside picture and sound. */
  room(meetingId: MeetingId): Promise<MeetingRoomView> {
    return this.api.get(`/meetings/${meetingId}/room`, {}, { fresh: true });
  }

  mode(meetingId: MeetingId, mode: RoomMode): Promise<MeetingRoomView> {
    return this.api.put(`/meetings/${meetingId}/room/mode`, { mode });
  }

  extend(meetingId: MeetingId): Promise<MeetingRoomView> {
    return this.api.post(`/meetings/${meetingId}/room/extension`);
  }

  refuseExtension(meetingId: MeetingId): Promise<MeetingRoomView> {
    return this.api.delete(`/meetings/${meetingId}/room/extension`);
  }

  planB(meetingId: MeetingId, plan: PlanBInput): Promise<MeetingRoomView> {
    return this.api.put(`/meetings/${meetingId}/room/plan-b`, plan);
  }

  agreePlanB(meetingId: MeetingId, planBId: PlanBId): Promise<MeetingRoomView> {
    return this.api.post(`/meetings/${meetingId}/room/plan-b/agreement`, { planBId });
  }

  endPlanB(meetingId: MeetingId): Promise<MeetingRoomView> {
    return this.api.delete(`/meetings/${meetingId}/room/plan-b`);
  }

  callHelp(meetingId: MeetingId, help: HelpInput): Promise<MeetingRoomView> {
    return this.api.post(`/meetings/${meetingId}/room/help`, help);
  }

  notes(meetingId: MeetingId): Promise<NotesSnapshot> {
    return this.api.get(`/meetings/${meetingId}/notes`, {}, { fresh: true });
  }

  /** Calls the side for whom somebody waits. */
  callMissing(eventId: EventId, meetingId: MeetingId): Promise<MissingCall> {
    return this.api.post(`/organise/events/${eventId}/meetings/${meetingId}/missing/call`);
  }

  helpRequests(eventId: EventId): Promise<HelpRequestCard[]> {
    return this.api.get(`/organise/events/${eventId}/help-requests`, {}, { fresh: true });
  }

  answerHelp(eventId: EventId, helpRequestId: HelpRequestId, text: string): Promise<HelpRequestCard> {
    return this.api.post(`/organise/events/${eventId}/help-requests/${helpRequestId}/answer`, { text });
  }
}
