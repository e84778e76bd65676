import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TotpEnrolment } from '@musubi/contracts';
import { Secret, TOTP } from 'otpauth';
import { type Actor, DomainError, InstanceKey, RateLimits, Transactions, type Tx } from '../../../platform/index.js';
import { Logins } from '../logins/logins.js';
import { UserEntity } from '../users/user.entity.js';

const tries = { name: 'second factor', points: 5, perSeconds: 300 };
const stepSeconds = 30;
const recently = `interval '5 minutes'`;

/** Time-based codes (RFC 6238) for those whose roles ask for a second factor. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly transactions: Transactions,
    private readonly logins: Logins,
    private readonly rateLimits: RateLimits,
    private readonly key: InstanceKey,
  ) {}

  /**
   * A new secret, which counts once a code of it was given. Needs a login of the last five minutes.
   * @throws DomainError `login.recent_required`, `totp.already_enrolled`
   */
  async enrol(actor: Actor): Promise<TotpEnrolment> {
    const secret = new Secret({ size: 20 });
    const address = await this.transactions.run(async (tx) => {
      const user = await locked(tx, actor);
      if (user.totpConfirmedAt) throw new DomainError('totp.already_enrolled');
      const recent = (await tx.em.query(`SELECT FROM login WHERE id = $1 AND started_at > now() - ${recently}`, [
        actor.loginId,
      ])) as unknown[];
      if (recent.length === 0) throw new DomainError('login.recent_required');
      await tx.em.update(
        UserEntity,
        { id: user.id },
        { totpSecret: this.sealed(actor.userId, Buffer.from(secret.bytes)), totpLastStep: null },
      );
      return user.address;
    });
    const totp = new TOTP({ issuer: 'Musubi', label: address, secret, period: stepSeconds });
    return { secret: secret.base32, uri: totp.toString() };
  }

  /** @throws DomainError `totp.code_wrong`, `totp.already_enrolled` */
  async confirm(actor: Actor, code: string): Promise<void> {
    await this.rateLimits.consume(tries, actor.userId);
    await this.transactions.run(async (tx) => {
      const user = await locked(tx, actor);
      if (user.totpConfirmedAt) throw new DomainError('totp.already_enrolled');
      await this.take(tx, user, code);
      await tx.em.update(UserEntity, { id: user.id }, { totpConfirmedAt: () => 'now()' });
      await this.logins.secondFactorGiven(tx, actor);
    });
  }

  /** @throws DomainError `totp.code_wrong`: also for a code that was taken before */
  async give(actor: Actor, code: string): Promise<void> {
    await this.rateLimits.consume(tries, actor.userId);
    await this.transactions.run(async (tx) => {
      const user = await locked(tx, actor);
      if (!user.totpConfirmedAt) throw new DomainError('totp.code_wrong');
      await this.take(tx, user, code);
      await this.logins.secondFactorGiven(tx, actor);
    });
  }

  private async take(tx: Tx, user: UserEntity, code: string): Promise<void> {
    if (!user.totpSecret) throw new DomainError('totp.code_wrong');
    const secret = new Secret({ buffer: Uint8Array.from(this.opened(user.id, user.totpSecret)).buffer });
    const now = Date.now();
    const delta = new TOTP({ secret, period: stepSeconds }).validate({ token: code, timestamp: now, window: 1 });
    if (delta === null) throw new DomainError('totp.code_wrong');
    const step = Math.floor(now / 1_000 / stepSeconds) + delta;
    if (user.totpLastStep !== null && step <= user.totpLastStep) throw new DomainError('totp.code_wrong');
    await tx.em.update(UserEntity, { id: user.id }, { totpLastStep: step });
  }

  /** AES-256-GCM: 12 bytes of nonce, 16 of tag, then the sealed secret; bound to the person's id. */
  private sealed(userId: string, secret: Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key.derive('totp'), nonce).setAAD(Buffer.from(userId));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  private opened(userId: string, sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.key.derive('totp'), sealed.subarray(0, 12))
      .setAAD(Buffer.from(userId))
      .setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  }
}

async function locked(tx: Tx, actor: Actor): Promise<UserEntity> {
  return tx.em.findOneOrFail(UserEntity, { where: { id: actor.userId }, lock: { mode: 'pessimistic_write' } });
}
