import { Injectable } from '@nestjs/common';
import type { User } from '../../identity/index.js';
import { Guests } from '../../meetings/index.js';
import type { LetterOrder } from '../letter-order.js';
import { guestLetter } from '../letters/meetings/guest-letter.js';
import type { Written } from '../written.js';

/** What is written about people who are asked to come to what two others agree on. */
@Injectable()
export class GuestLetters {
  constructor(private readonly guests: Guests) {}

  /** @param page address of the event's pages for participants */
  async compose(
    { news, guestId }: Extract<LetterOrder, { about: 'guest' }>,
    to: User,
    page: string,
  ): Promise<Written | null> {
    const invitation = await this.guests.find(guestId);
    if (!invitation) return null;
    // Whoever has answered meanwhile, or is asked no more, need not be asked.
    if (news === 'invited' && invitation.state !== 'invited') return null;
    const { meeting, requestId } = invitation;
    const asked = news === 'invited' || news === 'withdrawn';
    const url = asked
      ? `${page}/meetings?invitation=${guestId}`
      : `${page}/meetings${meeting ? `/${meeting.meetingId}` : `/${requestId}`}`;
    return { letter: guestLetter({ news, to, invitation, url }) };
  }
}
