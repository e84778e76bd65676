import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CalendarFeed } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { type Command, Config, DomainClock, DomainError, InstanceKey, Transactions } from '../../platform/index.js';
import { Events } from '../events/index.js';
import { Users } from '../identity/index.js';
import { agendaCalendar } from './agenda-calendar.js';
import { Agenda } from './agenda.service.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';

/** 32 bytes in base64url. */
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/**
 * The private address of each person's agenda. The secret in it is derived from the instance's key and the number of times
 * that the person renewed it, so that it can be shown again, while the database knows only its hash.
 */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly key: InstanceKey,
    private readonly config: Config,
    private readonly clock: DomainClock,
    private readonly users: Users,
    private readonly events: Events,
    private readonly agenda: Agenda,
  ) {}

  /** The person's address; the first question makes it. */
  async of(userId: string): Promise<CalendarFeed> {
    const em = this.dataSource.manager;
    const known = await em.findOneBy(CalendarFeedEntity, { userId });
    const generation = known?.generation ?? 0;
    const tokenHash = hashOf(this.token(userId, generation));
    // Also where the instance has got another key since: what is shown is what works.
    if (!known?.tokenHash.equals(tokenHash)) {
      await em.query(
        `INSERT INTO calendar_feed (user_id, generation, token_hash) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT calendar_feed_pk DO UPDATE SET token_hash = excluded.token_hash
           WHERE calendar_feed.generation = excluded.generation`,
        [userId, generation, tokenHash],
      );
    }
    return this.feed(userId, generation);
  }

  /** A new address; the one before it stops working at once. */
  async renew(command: Command): Promise<CalendarFeed> {
    const { userId } = command.actor;
    return this.transactions.command(command, async (tx) => {
      const known = await tx.em.findOne(CalendarFeedEntity, { where: { userId }, lock: { mode: 'pessimistic_write' } });
      const generation = (known?.generation ?? 0) + 1;
      await tx.em.upsert(
        CalendarFeedEntity,
        { userId, generation, tokenHash: hashOf(this.token(userId, generation)) },
        { conflictPaths: ['userId'] },
      );
      return this.feed(userId, generation);
    });
  }

  /**
   * What is behind a secret address, as iCalendar text.
   * @throws DomainError `not_found` for an address that never was or is no more
   */
  async read(token: string): Promise<string> {
    if (!tokenShape.test(token)) throw new DomainError('not_found');
    const feed = await this.dataSource.manager.findOneBy(CalendarFeedEntity, { tokenHash: hashOf(token) });
    const user = feed && (await this.users.get(feed.userId));
    if (!user) throw new DomainError('not_found');
    const [commitments, events, now] = await Promise.all([
      this.agenda.allOf(user.id),
      this.events.list(),
      this.clock.now(),
    ]);
    return agendaCalendar({
      lang: user.lang,
      now,
      commitments,
      events: new Map(
        events.map(({ id, slug, zone, title }) => [
          id,
          { zone, title: bothOf(title), url: this.config.link(`app/events/${slug}/home`) },
        ]),
      ),
    });
  }

  private feed(userId: string, generation: number): CalendarFeed {
    return { url: this.config.link(`api/calendars/${this.token(userId, generation)}.ics`) };
  }

  private token(userId: string, generation: number): string {
    return createHmac('sha256', this.key.derive('calendar feed')).update(`${userId} ${generation}`).digest('base64url');
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function bothOf({ en, ja }: { en: string | null; ja: string | null }): { en: string; ja: string } {
  return { en: en ?? ja ?? '', ja: ja ?? en ?? '' };
}
