import { Injectable } from '@nestjs/common';
import {
  completenessOf,
  type OpportunityState,
  type OrganisationCard,
  type OrganiserProfile,
  type OrganiserProfiles,
  type OrganiserProfilesQuery,
  organiserProfilesOnPage,
  type ProfileContent,
  type ProfileStanding,
  profileStandings,
  type RevisionState,
} from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { type Command, DomainClock, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { type UserCard, Users } from '../../identity/index.js';
import { OrganisationEntity, Organisations } from '../../organisations/index.js';
import { Writers } from '../life/writers.js';
import { openProfile } from '../profile/open-profile.js';
import { dueWithinMs, registerQuery } from './profile-register.sql.js';

interface Row {
  organisationId: string;
  slug: string;
  state: OpportunityState;
  revision: RevisionState | null;
  content: ProfileContent;
  publishedAt: Date | null;
  expiresAt: Date | null;
  verifiedAt: Date | null;
  verifiedByUserId: string | null;
  memberSince: Date | null;
  waits: boolean;
  published: number;
  waiting: number;
}

/** All profiles, as organisers see them: what state they are in, and what counts as published. */
@Injectable()
export class ProfileRegister {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
    private readonly users: Users,
    private readonly organisations: Organisations,
    private readonly writers: Writers,
  ) {}

  async list(query: OrganiserProfilesQuery): Promise<OrganiserProfiles> {
    const { rows, now } = await this.rows(query.q);
    const counts = Object.fromEntries(
      profileStandings.map((state) => [state, rows.filter((row) => isIn(row, state, now)).length]),
    ) as Record<ProfileStanding, number>;
    const found = rows.filter((row) => !query.state || isIn(row, query.state, now));
    const pages = Math.max(1, Math.ceil(found.length / organiserProfilesOnPage));
    const shown = found.slice((query.page - 1) * organiserProfilesOnPage, query.page * organiserProfilesOnPage);
    const deliverable = rows.filter((row) => row.state === 'published' && row.published > 0).length;
    return { total: found.length, page: query.page, pages, counts, deliverable, profiles: await this.show(shown) };
  }

  async all({ q, state }: Pick<OrganiserProfilesQuery, 'q' | 'state'>): Promise<OrganiserProfile[]> {
    const { rows, now } = await this.rows(q);
    return this.show(rows.filter((row) => !state || isIn(row, state, now)));
  }

  verify(command: Command, organisationId: string, verified: boolean): Promise<OrganiserProfile> {
    return this.change(command, organisationId, async (tx) => {
      const profile = await openProfile(tx, organisationId);
      if ((profile.verifiedAt !== null) === verified) return;
      profile.verifiedAt = verified ? tx.now : null;
      profile.verifiedByUserId = verified ? command.actor.userId : null;
      await tx.em.save(profile);
    });
  }

  /** A member's published profile is public; another's is seen only inside the events it takes part in. */
  setMember(command: Command, organisationId: string, member: boolean): Promise<OrganiserProfile> {
    return this.change(command, organisationId, async (tx) => {
      await openProfile(tx, organisationId);
      await this.join(tx, organisationId, member);
    });
  }

  async join(tx: Tx, organisationId: string, member: boolean): Promise<void> {
    await tx.em.query(
      `UPDATE organisation SET member_since = CASE WHEN $2 THEN coalesce(member_since, $3) END WHERE id = $1`,
      [organisationId, member, tx.now],
    );
  }

  private async change(
    command: Command,
    organisationId: string,
    work: (tx: Tx) => Promise<void>,
  ): Promise<OrganiserProfile> {
    await this.transactions.command(command, async (tx) => {
      if (!(await tx.em.existsBy(OrganisationEntity, { id: organisationId }))) throw new DomainError('not_found');
      await work(tx);
      await this.writers.tell(tx, [organisationId]);
      return null;
    });
    const { rows } = await this.rows('');
    const [shown] = await this.show(rows.filter((row) => row.organisationId === organisationId));
    return shown!;
  }

  private async rows(q: string): Promise<{ rows: Row[]; now: Date }> {
    const now = await this.clock.now();
    const rows = (await this.dataSource.query(registerQuery, [q])) as Row[];
    // What has ended counts as expired at once, not when the sweep has come by.
    for (const row of rows) if (row.state === 'published' && row.expiresAt! <= now) row.state = 'expired';
    return { rows, now };
  }

  private async show(rows: readonly Row[]): Promise<OrganiserProfile[]> {
    const cards = await this.organisations.cards(rows.map(({ organisationId }) => organisationId));
    const people = await this.users.cards(rows.flatMap(({ verifiedByUserId }) => verifiedByUserId ?? []));
    return rows.map((row) => show(row, cards.get(row.organisationId)!, people));
  }
}

function isIn(row: Row, state: ProfileStanding, now: Date): boolean {
  if (state === 'waiting') return row.waits || row.waiting > 0;
  if (state === 'due') {
    return row.state === 'published' && row.expiresAt!.getTime() - now.getTime() <= dueWithinMs;
  }
  return row.state === state;
}

function show(row: Row, organisation: OrganisationCard, people: Map<string, UserCard>): OrganiserProfile {
  const { slug, state, revision, content, publishedAt, expiresAt, memberSince, verifiedAt, verifiedByUserId } = row;
  const by = verifiedByUserId ? (people.get(verifiedByUserId)?.name ?? null) : null;
  return {
    organisation,
    slug,
    state,
    revision,
    percent: completenessOf(content, false).percent,
    publishedOpportunities: row.published,
    waitingOpportunities: row.waiting,
    publishedAt: publishedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    memberSince: memberSince?.toISOString() ?? null,
    verified: verifiedAt ? { at: verifiedAt.toISOString(), by } : null,
  };
}
