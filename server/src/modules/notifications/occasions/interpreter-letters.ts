import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/index.js';
import type { EventEntity } from '../../events/index.js';
import type { User } from '../../identity/index.js';
import { aboutIn, calendarUid, interpretingTitle, Meetings } from '../../meetings/index.js';
import { Participants } from '../../registration/index.js';
import type { LetterOrder } from '../letter-order.js';
import { interpreterLetter } from '../letters/meetings/interpreter-letter.js';
import type { Written } from '../written.js';

/** What is written to interpreters: which meetings they have, as calendar entries too. */
@Injectable()
export class InterpreterLetters {
  constructor(
    private readonly config: Config,
    private readonly meetings: Meetings,
    private readonly participants: Participants,
  ) {}

  /** Where interpreters read what they have to do. */
  get page(): string {
    return this.config.link('app/interpreting');
  }

  async compose(
    { news, meetingId }: Extract<LetterOrder, { about: 'interpreting' }>,
    to: User,
    event: EventEntity,
  ): Promise<Written | null> {
    const meeting = (await this.meetings.byIds([meetingId])).get(meetingId);
    if (!meeting) return null;
    const isMine = meeting.state !== 'cancelled' && meeting.interpretation?.interpreter?.userId === to.id;
    // Whoever was given it again meanwhile, or lost it, has a later letter that says so.
    if (isMine !== (news === 'assigned')) return null;
    const ids = meeting.sides.map(({ participantId }) => participantId);
    const cards = await this.participants.cards(ids);
    const people = ids.map((id) => cards.get(id)!);
    const { startsAt, endsAt, interpretation, sequence, bookedAt } = meeting;
    const reason = aboutIn(to.lang, meeting);
    const url = this.page;
    const languages = interpretation?.languages ?? null;
    const letter = interpreterLetter({ news, to, people, startsAt, endsAt, zone: event.zone, reason, languages, url });
    const entry = {
      uid: calendarUid(meetingId),
      // Given back and given again, the entry is the same: each letter stands above the one before.
      sequence: 2 * sequence + (news === 'assigned' ? 1 : 2),
      stamp: bookedAt,
      startsAt,
      endsAt,
      zone: event.zone,
      summary: interpretingTitle(people)[to.lang],
      url,
      cancelled: news === 'released',
      description: `${reason}\n${url}`,
      location: url,
    };
    return { letter, entry };
  }
}
