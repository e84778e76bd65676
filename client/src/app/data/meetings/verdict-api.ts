import { inject, Injectable } from '@angular/core';
import type { DeclarationInput, DisputeInput, MeetingId, VerdictView } from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** What became of one's meetings, and what one says of it. */
@Injectable({ providedIn: 'root' })
export class VerdictApi {
  private readonly api = inject(Api);

  verdict(meetingId: MeetingId): Promise<VerdictView> {
    return this.api.get(`/meetings/${meetingId}/verdict`, {}, { fresh: true });
  }

  dispute(meetingId: MeetingId, input: DisputeInput): Promise<VerdictView> {
    return this.api.post(`/meetings/${meetingId}/verdict/dispute`, input);
  }

  declare(meetingId: MeetingId, input: DeclarationInput): Promise<VerdictView> {
    return this.api.put(`/meetings/${meetingId}/verdict/declaration`, input);
  }
}
