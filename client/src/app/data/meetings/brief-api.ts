import { inject, Injectable } from '@angular/core';
import type { MeetingBrief, MeetingId } from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** What both sides read before they meet. */
@Injectable({ providedIn: 'root' })
export class BriefApi {
  private readonly api = inject(Api);

  brief(meetingId: MeetingId): Promise<MeetingBrief> {
    return this.api.get(`/meetings/${meetingId}/brief`);
  }
}
