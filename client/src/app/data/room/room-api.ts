import { inject, Injectable } from '@angular/core';
import type { MeetingId, MeetingView, RoomTicket, VideoState } from '@musubi/contracts';
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
}
