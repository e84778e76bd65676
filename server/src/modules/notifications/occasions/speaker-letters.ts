import { Injectable } from '@nestjs/common';
import type { CalendarEntry } from '../../../platform/index.js';
import { DomainClock } from '../../../platform/index.js';
import type { EventEntity } from '../../events/index.js';
import type { User } from '../../identity/index.js';
import { type ReleasedSession, Releases, sessionUid } from '../../programme/index.js';
import type { LetterOrder } from '../letter-order.js';
import { speakerLetter, type SpokenSession } from '../letters/speaker-letter.js';
import type { Written } from '../written.js';

type Order = Extract<LetterOrder, { about: 'speaker' | 'unlinked' | 'release' }>;

/** What is written to speakers about their own sessions; nothing about what is over, or an event that nobody may see. */
@Injectable()
export class SpeakerLetters {
  constructor(
    private readonly releases: Releases,
    private readonly clock: DomainClock,
  ) {}

  /** @param page address of the event's pages for participants */
  async compose(order: Order, to: User, event: EventEntity, page: string): Promise<Written | null> {
    if (event.state !== 'published') return null;
    const now = await this.clock.now();
    const all = await this.sessionsOf(order, to);
    const sessions = all.filter(({ session }) => Date.parse(session.endsAt) > now.getTime());
    if (sessions.length === 0) return null;
    const url = `${page}/programme`;
    const news = newsOf[order.about];
    // A mail invites to one thing: whoever speaks more than once finds all of it in their own calendar's address.
    const entry = sessions.length === 1 ? entryOf(sessions[0]!, order, to, event, url, now) : null;
    const letter = speakerLetter({ news, to, event, sessions, calendar: entry !== null, url });
    return entry ? { letter, entry } : { letter };
  }

  private async sessionsOf(order: Order, to: User): Promise<SpokenSession[]> {
    switch (order.about) {
      case 'speaker':
        return this.linked(order);
      case 'unlinked':
        return this.unlinked(order, to);
      case 'release':
        return this.changed(order, to);
    }
  }

  private async linked({ eventId, speakerId }: Extract<Order, { about: 'speaker' }>): Promise<SpokenSession[]> {
    const shown = await this.releases.spokenBy(speakerId, eventId);
    return shown
      .filter(({ view }) => view.state === 'scheduled')
      .map(({ view }) => ({ session: view, changes: [], left: false }));
  }

  /** Nothing where the account speaks in it all the same, as another speaker or once more. */
  private async unlinked({ sessionId }: Extract<Order, { about: 'unlinked' }>, to: User): Promise<SpokenSession[]> {
    const shown = await this.releases.session(sessionId);
    if (shown?.view.state !== 'scheduled' || speaksIn(shown, to)) return [];
    return [{ session: shown.view, changes: [], left: true }];
  }

  private async changed(order: Extract<Order, { about: 'release' }>, to: User): Promise<SpokenSession[]> {
    const release = await this.releases.byNumber(order.eventId, order.release);
    const own = release?.sessions.filter(({ view }) => order.sessionIds.includes(view.sessionId)) ?? [];
    return own.map((shown: ReleasedSession) => ({
      session: shown.view,
      changes: release!.changes.filter(({ sessionId }) => sessionId === shown.view.sessionId),
      left: shown.view.state === 'scheduled' && !speaksIn(shown, to),
    }));
  }
}

const newsOf = { speaker: 'linked', unlinked: 'unlinked', release: 'changed' } as const;

const speaksIn = ({ view }: ReleasedSession, { id }: User): boolean =>
  view.speakers.some(({ userId }) => userId === id);

function entryOf(
  { session, left }: SpokenSession,
  { sequence }: Order,
  to: User,
  event: EventEntity,
  url: string,
  stamp: Date,
): Omit<CalendarEntry, 'invitation'> {
  return {
    uid: sessionUid(session.sessionId),
    sequence,
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
