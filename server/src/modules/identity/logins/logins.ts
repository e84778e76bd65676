import { createHash, randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Lang, LoginId, LoginSummary, PersonName } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import {
  type Actor,
  Actors,
  type ActorSource,
  DomainError,
  type Grant,
  Notices,
  Transactions,
  type Tx,
} from '../../../platform/index.js';
import { LoginEntity } from './login.entity.js';
import { displayName } from '../users/user.js';

const seenEveryMs = 60_000;
const longestDevice = 200;

const hashOf = (reference: string) => createHash('sha256').update(reference).digest();

/** True for logins within their idle and absolute limits (real time); organisers' are shorter. */
const holdsNow = `
  login.revoked_at IS NULL
  AND login.last_seen_at > now() - CASE WHEN organises THEN interval '12 hours' ELSE interval '30 days' END
  AND login.started_at > now() - CASE WHEN organises THEN interval '7 days' ELSE interval '90 days' END`;

const withGrants = `
  CROSS JOIN LATERAL (
    SELECT coalesce(bool_or(role IN ('organiser', 'owner')), false) AS organises,
           coalesce(jsonb_agg(jsonb_build_object('role', role, 'eventId', event_id, 'organisationId', organisation_id) ORDER BY id), '[]') AS grants
    FROM role_grant
    WHERE role_grant.user_id = login.user_id AND starts_at <= domain_now() AND (ends_at IS NULL OR ends_at > domain_now())
  ) AS held`;

interface LoginRow {
  login_id: string;
  user_id: string;
  last_seen_at: Date;
  second_factor: boolean;
  grants: Grant[];
  address: string;
  name: PersonName | null;
  lang: Lang;
  zone: string;
}

/** Signed-in browsers: opened, recognised by their cookie, listed and ended. */
@Injectable()
export class Logins implements ActorSource, OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly notices: Notices,
    private readonly actors: Actors,
  ) {}

  onModuleInit(): void {
    this.actors.provide(this);
  }

  /**
   * Opens a login.
   * @returns the value of its cookie, which is kept nowhere else
   */
  async openIn(
    tx: Tx,
    userId: string,
    device = '',
    secondFactor: 'given' | 'not given' = 'not given',
  ): Promise<string> {
    const reference = randomBytes(32).toString('base64url');
    await tx.em.insert(LoginEntity, {
      userId,
      referenceHash: hashOf(reference),
      device: device.slice(0, longestDevice),
      secondFactorAt: secondFactor === 'given' ? () => 'now()' : null,
    });
    return reference;
  }

  /** A login of its own, with the second factor given: for the demo's door and for tests. */
  async open(userId: string, device = ''): Promise<string> {
    return this.transactions.run((tx) => this.openIn(tx, userId, device, 'given'));
  }

  async byCookie(value: string): Promise<Actor | null> {
    const [row] = (await this.dataSource.query(
      `SELECT login.id AS login_id, login.user_id, login.last_seen_at, login.second_factor_at IS NOT NULL AS second_factor,
              held.grants, person.address, person.name, person.lang, person.zone
       FROM login JOIN app_user person ON person.id = login.user_id ${withGrants}
       WHERE login.reference_hash = $1 AND ${holdsNow}`,
      [hashOf(value)],
    )) as LoginRow[];
    if (!row) return null;
    if (Date.now() - row.last_seen_at.getTime() > seenEveryMs) {
      await this.dataSource.query('UPDATE login SET last_seen_at = now() WHERE id = $1', [row.login_id]);
    }
    const { user_id: userId, login_id: loginId, second_factor: secondFactor, grants, lang, zone } = row;
    return { userId, loginId, grants, secondFactor, lang, zone, name: displayName(row) };
  }

  async alive(loginIds: readonly string[]): Promise<Set<string>> {
    const rows = (await this.dataSource.query(
      `SELECT login.id FROM login ${withGrants} WHERE login.id = ANY($1::uuid[]) AND ${holdsNow}`,
      [loginIds],
    )) as { id: string }[];
    return new Set(rows.map((row) => row.id));
  }

  async ofPerson(actor: Actor): Promise<LoginSummary[]> {
    const rows = (await this.dataSource.query(
      `SELECT login.id, device, started_at, last_seen_at FROM login ${withGrants}
       WHERE login.user_id = $1 AND ${holdsNow} ORDER BY last_seen_at DESC, login.id DESC`,
      [actor.userId],
    )) as { id: LoginId; device: string; started_at: Date; last_seen_at: Date }[];
    return rows.map(({ id, device, started_at, last_seen_at }) => ({
      loginId: id,
      current: id === actor.loginId,
      startedAt: started_at.toISOString(),
      lastSeenAt: last_seen_at.toISOString(),
      device,
    }));
  }

  /**
   * Ends a login of this person; its sockets close on every node.
   * @throws DomainError `not_found`
   */
  async end(userId: string, loginId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.em.update(
        LoginEntity,
        { id: loginId, userId },
        { revokedAt: () => 'coalesce(revoked_at, now())' },
      );
      if (!affected) throw new DomainError('not_found');
      await this.notices.tell(tx, 'login.revoked', { loginId });
    });
  }

  async secondFactorGiven(tx: Tx, actor: Actor): Promise<void> {
    await tx.em.update(LoginEntity, { id: actor.loginId }, { secondFactorAt: () => 'now()' });
    await this.notices.tell(tx, 'actor.changed', { userId: actor.userId, closesSockets: true });
  }
}
