import { Injectable } from '@nestjs/common';
import type { ClockState, DemoPerson, DemoState } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Actor,
  Config,
  DomainClock,
  DomainError,
  mayStage,
  Transactions,
  type Tx,
} from '../../../platform/index.js';
import { type DemoRole, DemoStoryEntity } from './demo-story.entity.js';
import { Logins } from '../logins/logins.js';
import { Users } from '../users/users.js';

export interface DemoStory {
  people: DemoRole[];
  stops: DemoState['stops'];
  conferenceSlug: string;
}

/** The demo's front door: its people, one press to be one of them, and its clock, which the organisers of a rehearsal set, too. */
@Injectable()
export class DemoDoor {
  private pass: (to: Date) => Promise<void> = async () => undefined;

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
    private readonly users: Users,
    private readonly logins: Logins,
  ) {}

  /** What the demo's people do in the time that a jump passes over; a jump waits for the one before. */
  onTheWay(live: (to: Date) => Promise<void>): void {
    let before: Promise<void> = Promise.resolve();
    this.pass = (to) => (before = before.then(() => live(to)));
  }

  /** Writes whom the door shows; for the seed. */
  async describe(tx: Tx, story: DemoStory): Promise<void> {
    await tx.em.upsert(DemoStoryEntity, { id: 1, ...story }, ['id']);
  }

  async state(): Promise<DemoState> {
    const { people, stops, conferenceSlug } = await this.story();
    const accounts = await this.users.of(people.map(({ userId }) => userId));
    const shown = people.flatMap((role) => {
      const account = accounts.get(role.userId);
      return account?.name
        ? [{ ...role, name: account.name, lang: account.lang, zone: account.zone } as DemoPerson]
        : [];
    });
    return { people: shown, clock: await this.clockState(), stops, conferenceSlug };
  }

  /** Of these people, those as whom somebody is signed in. */
  async visited(userIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = (await this.dataSource.query(
      'SELECT DISTINCT user_id AS "userId" FROM login WHERE user_id = ANY ($1) AND revoked_at IS NULL',
      [[...userIds]],
    )) as { userId: string }[];
    return new Set(rows.map(({ userId }) => userId));
  }

  /** @returns the cookie's value; @throws DomainError `not_found` for anybody who is not one of the demo's people */
  async enterAs(userId: string, device: string): Promise<string> {
    const { people } = await this.story();
    if (!people.some((person) => person.userId === userId)) throw new DomainError('not_found');
    return this.logins.open(userId, device);
  }

  /** @throws DomainError `clock.backwards`; `not_found` outside of the demo and a rehearsal */
  async jump(to: Date, by: Actor | null): Promise<ClockState> {
    if (!mayStage(this.config, by)) throw new DomainError('not_found');
    await this.pass(to);
    await this.transactions.run((tx) => this.clock.jumpTo(tx, to));
    return this.clockState();
  }

  async clockState(): Promise<ClockState> {
    const { now, offsetMs } = await this.clock.read();
    return { now: now.toISOString(), offsetMs };
  }

  /** The conference that the demo tells of; null before the demo is filled. */
  async conferenceSlug(em: EntityManager): Promise<string | null> {
    return (await this.story(em)).conferenceSlug || null;
  }

  private async story(em: EntityManager = this.dataSource.manager): Promise<DemoStory> {
    this.assertDemo();
    const story = await em.findOneBy(DemoStoryEntity, { id: 1 });
    return story ?? { people: [], stops: [], conferenceSlug: '' };
  }

  private assertDemo(): void {
    if (!this.config.demo) throw new DomainError('not_found');
  }
}
