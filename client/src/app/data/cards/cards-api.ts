import { inject, Injectable } from '@angular/core';
import type { MeetingCards, MeetingId, MyCard, ParticipantId } from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** Business cards: one's own, and those of a meeting. */
@Injectable({ providedIn: 'root' })
export class CardsApi {
  private readonly api = inject(Api);

  mine(): Promise<MyCard> {
    return this.api.get('/me/card', {}, { fresh: true });
  }

  keep(card: MyCard): Promise<MyCard> {
    return this.api.put('/me/card', card);
  }

  ofMeeting(meetingId: MeetingId): Promise<MeetingCards> {
    return this.api.get(`/meetings/${meetingId}/cards`, {}, { fresh: true });
  }

  offer(meetingId: MeetingId, to: ParticipantId): Promise<MeetingCards> {
    return this.api.put(`/meetings/${meetingId}/cards/${to}`);
  }

  takeBack(meetingId: MeetingId, from: ParticipantId): Promise<MeetingCards> {
    return this.api.delete(`/meetings/${meetingId}/cards/${from}`);
  }

  /** Where the card is read by address books: 3.0 by all of them, 4.0 with the name in both scripts. */
  address(meetingId: MeetingId, of: ParticipantId, version: '3.0' | '4.0'): string {
    return this.api.url(`/meetings/${meetingId}/cards/${of}/card.vcf`, { version });
  }
}
