import { Injectable } from '@nestjs/common';
import type { Role } from '@musubi/contracts';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { type Grant, Notices, type Tx } from '../../../platform/index.js';
import { RoleGrantEntity } from './role-grant.entity.js';

export interface NewGrant {
  userId: string;
  role: Role;
  eventId?: string | null;
  organisationId?: string | null;
}

/** Who holds which role, where. */
@Injectable()
export class Grants {
  constructor(
    private readonly dataSource: DataSource,
    private readonly notices: Notices,
  ) {}

  /** Gives a role; who holds it already keeps it. */
  async give(tx: Tx, { userId, role, eventId = null, organisationId = null }: NewGrant): Promise<void> {
    const held = await tx.em.existsBy(RoleGrantEntity, {
      userId,
      role,
      eventId: eventId ?? IsNull(),
      organisationId: organisationId ?? IsNull(),
      endsAt: IsNull(),
    });
    if (held) return;
    await tx.em.insert(RoleGrantEntity, { userId, role, eventId, organisationId, startsAt: tx.now });
    await this.notices.tell(tx, 'actor.changed', { userId, closesSockets: false });
  }

  /** Ends a role; the sockets of the person close, so that nothing is watched any longer by its leave. */
  async end(tx: Tx, { userId, role, eventId = null, organisationId = null }: NewGrant): Promise<void> {
    await tx.em.update(
      RoleGrantEntity,
      { userId, role, eventId: eventId ?? IsNull(), organisationId: organisationId ?? IsNull(), endsAt: IsNull() },
      { endsAt: tx.now },
    );
    await this.notices.tell(tx, 'actor.changed', { userId, closesSockets: true });
  }

  /** The roles a person holds now. */
  async of(userId: string, em: EntityManager = this.dataSource.manager): Promise<Grant[]> {
    return (await em.query(
      `SELECT role, event_id AS "eventId", organisation_id AS "organisationId" FROM role_grant
       WHERE user_id = $1 AND starts_at <= domain_now() AND (ends_at IS NULL OR ends_at > domain_now())
       ORDER BY id`,
      [userId],
    )) as Grant[];
  }

  /** Everybody who holds the role for the event, or for all events. */
  async holders(role: Role, eventId: string, em: EntityManager = this.dataSource.manager): Promise<string[]> {
    const rows = (await em.query(
      `SELECT DISTINCT user_id FROM role_grant
       WHERE role = $1 AND (event_id = $2 OR event_id IS NULL)
         AND starts_at <= domain_now() AND (ends_at IS NULL OR ends_at > domain_now())
       ORDER BY user_id`,
      [role, eventId],
    )) as { user_id: string }[];
    return rows.map((row) => row.user_id);
  }
}
