import { Injectable } from '@nestjs/common';
import { Config, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Grants } from '../grants/grants.js';
import { Logins } from '../logins/logins.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';
import { randomToken, sha256 } from './sign-in-secrets.js';
import type { SignedIn } from './sign-in.service.js';
import { UserEntity } from '../users/user.entity.js';
import { Users } from '../users/users.js';

/** The way in for the first owner of an empty instance: a link made at the console, used once. */
@Injectable()
export class OwnerLinks {
  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly users: Users,
    private readonly grants: Grants,
    private readonly logins: Logins,
  ) {}

  /**
   * Makes a link that works once, for 30 minutes.
   * @throws Error when there is an owner already
   */
  async make(address: string): Promise<string> {
    const token = randomToken();
    await this.transactions.run(async (tx) => {
      if (await hasOwner(tx)) throw new Error('There is an owner already; owners make further owners.');
      await tx.em.insert(SignInAttemptEntity, {
        address,
        lang: 'en',
        tokenHash: sha256(token),
        expiresAt: () => `now() + interval '30 minutes'`,
      });
    });
    return this.config.link(`sign-in/owner#${token}`);
  }

  /** @throws DomainError `sign_in.link_invalid` */
  async use(token: string, device: string): Promise<SignedIn> {
    return this.transactions.run(async (tx) => {
      await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('first owner', 0))`);
      const [rows] = (await tx.em.query(
        `UPDATE sign_in_attempt SET used_at = now()
         WHERE token_hash = $1 AND nonce_hash IS NULL AND used_at IS NULL AND expires_at > now() RETURNING address`,
        [sha256(token)],
      )) as [{ address: string }[], number];
      if (!rows[0] || (await hasOwner(tx))) throw new DomainError('sign_in.link_invalid');
      const user = await this.users.ensureByAddress(tx, rows[0].address, 'en');
      await tx.em.update(
        UserEntity,
        { id: user.id },
        { addressVerifiedAt: () => 'coalesce(address_verified_at, now())' },
      );
      await this.grants.give(tx, { userId: user.id, role: 'owner' });
      return { reference: await this.logins.openIn(tx, user.id, device), userId: user.id, returnTo: null };
    });
  }
}

async function hasOwner(tx: Tx): Promise<boolean> {
  const rows = (await tx.em.query(
    `SELECT FROM role_grant WHERE role = 'owner' AND ends_at IS NULL LIMIT 1`,
  )) as unknown[];
  return rows.length > 0;
}
