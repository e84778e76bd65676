import { Injectable } from '@nestjs/common';
import type { CalendarEntry, Letter } from '../../platform/index.js';
import { DomainClock } from '../../platform/index.js';
import type { EventEntity } from '../events/index.js';
import type { User } from '../identity/index.js';
import { type ReleasedSession, Releases, sessionUid } from '../programme/index.js';
import type { LetterOrder } from './letter-order.js';
import { speakerLetter, type SpokenSession } from './letters/speaker-letter.js';

type Order = Extract<LetterOrder, { about: 'speaker' | 'release' }>;
type Spoken = SpokenSession & { sequence: number };

/** What is written to speakers about their own sessions; nothing about what is over, or an event that nobody may see. */
@Injectable()
export class SpeakerLetters {
  constructor(
    private readonly releases: Releases,
    private readonly clock: DomainClock,
  ) {}

  /** @param page address of the event's pages for participants */
  async compose(
    order: Order,
    to: User,
    event: EventEntity,
    page: string,
  ): Promise<{ letter: Letter; entry?: Omit<CalendarEntry, 'invitation'> } | null> {
    if (event.state !== 'published') return null;
    const now = await this.clock.now();
    const all = order.about === 'speaker' ? await this.linked(order) : await this.changed(order, to);
    const sessions = all.filter(({ session }) => Date.parse(session.endsAt) > now.getTime());
    if (sessions.length === 0) return null;
    const url = `${page}/programme`;
    const news = order.about === 'speaker' ? 'linked' : 'changed';
    // A mail invites to one thing: whoever speaks more than once finds all of it in their own calendar's address.
    const entry = sessions.length === 1 ? entryOf(sessions[0]!, to, event, url, now) : null;
    const letter = speakerLetter({ news, to, event, sessions, calendar: entry !== null, url });
    return entry ? { letter, entry } : { letter };
  }

  private async linked({ eventId, speakerId }: Extract<Order, { about: 'speaker' }>): Promise<Spoken[]> {
    const shown = await this.releases.spokenBy(speakerId, eventId);
    return shown
      .filter(({ view }) => view.state === 'scheduled')
      .map(({ view, sequence }) => ({ session: view, changes: [], left: false, sequence }));
  }

  private async changed(order: Extract<Order, { about: 'release' }>, to: User): Promise<Spoken[]> {
    const release = await this.releases.byNumber(order.eventId, order.release);
    const own = release?.sessions.filter(({ view }) => order.sessionIds.includes(view.sessionId)) ?? [];
    return own.map((shown: ReleasedSession) => ({
      session: shown.view,
      changes: release!.changes.filter(({ sessionId }) => sessionId === shown.view.sessionId),
      left: shown.view.state === 'scheduled' && !shown.view.speakers.some(({ userId }) => userId === to.id),
      sequence: shown.sequence,
    }));
  }
}

function entryOf(
  { session, sequence, left }: Spoken,
  to: User,
  event: EventEntity,
  url: string,
  stamp: Date,
): Omit<CalendarEntry, 'invitation'> {
  return {
    uid: sessionUid(session.sessionId),
    // Whoever leaves hears of no change of the session itself: above every SEQUENCE that their invitation can have had.
    sequence: left ? sequence + 1 : sequence,
    stamp,
    startsAt: new Date(session.startsAt),
    endsAt: new Date(session.endsAt),
    zone: event.zone,
    summary: session.title[to.lang] ?? session.title[session.title.original] ?? '',
    url,
    location: url,
    cancelled: left || session.state === 'cancelled',
  };
}
