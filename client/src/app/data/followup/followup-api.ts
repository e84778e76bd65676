import { inject, Injectable } from '@angular/core';
import type { CaseId, CaseView, EventId, FollowUpItem, MeetingId, OutcomeInput, OutcomeView } from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** What came of my own meetings. */
@Injectable({ providedIn: 'root' })
export class FollowupApi {
  private readonly api = inject(Api);

  items(eventId: EventId): Promise<FollowUpItem[]> {
    return this.api.get(`/events/${eventId}/follow-up`, {}, { fresh: true });
  }

  say(meetingId: MeetingId, outcome: OutcomeInput): Promise<OutcomeView> {
    return this.api.put(`/meetings/${meetingId}/outcome`, outcome);
  }

  confirm(caseId: CaseId): Promise<CaseView> {
    return this.api.post(`/cases/${caseId}/confirm`);
  }
}
