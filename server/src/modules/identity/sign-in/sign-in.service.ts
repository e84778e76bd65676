import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Lang } from '@musubi/contracts';
import { Config, DomainError, Jobs, Mailer, RateLimits, Transactions, type Tx } from '../../../platform/index.js';
import { Logins } from '../logins/logins.js';
import { signInLetter } from './sign-in-letter.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';
import { codeHash, randomToken, sha256, SignInSecrets } from './sign-in-secrets.js';
import { UserEntity } from '../users/user.entity.js';
import { Users } from '../users/users.js';

const mailQueue = 'identity.sign-in-mail';
const triesAtMost = 5;
const perAddress = { name: 'sign-in address', points: 8, perSeconds: 3_600 };

/** An attempt that can still be used; real time. */
const live = `used_at IS NULL AND expires_at > now() AND tries < ${triesAtMost}`;

export interface Browser {
  /** What the browser calls itself. */
  device: string;
  /** Value of the cookie given with the attempt, in the browser that asked. */
  nonce: string | undefined;
}
export interface SignedIn {
  reference: string;
  userId: string;
  returnTo: string | null;
}
interface UsedAttempt {
  address: string;
  lang: Lang;
  return_to: string | null;
}

/** Signing in by mail: a link for the browser that asked, a code for whoever reads mail elsewhere. */
@Injectable()
export class SignIn implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly rateLimits: RateLimits,
    private readonly secrets: SignInSecrets,
    private readonly users: Users,
    private readonly logins: Logins,
  ) {}

  onModuleInit(): void {
    this.jobs.queue<{ attemptId: string }>(mailQueue, { concurrency: 2, expireSeconds: 60 }, ({ attemptId }) =>
      this.mail(attemptId),
    );
    this.jobs.sweep('old sign-in attempts', 600, async ({ em }) => {
      const [, gone] = (await em.query(`DELETE FROM sign_in_attempt WHERE expires_at < now() - interval '1 day'`)) as [
        unknown,
        number,
      ];
      return gone;
    });
  }

  /**
   * Takes an attempt. Nothing here tells whether the address is known.
   * @returns the nonce for the asking browser's cookie; a browser that has one keeps it, so that its earlier mails still work
   */
  async attempt(address: string, lang: Lang, returnTo: string | null, nonce: string = randomToken()): Promise<string> {
    await this.rateLimits.consume(perAddress, sha256(address).toString('base64url'));
    await this.transactions.run(async (tx) => {
      const { identifiers } = await tx.em.insert(SignInAttemptEntity, {
        address,
        lang,
        returnTo,
        nonceHash: sha256(nonce),
        expiresAt: () => `now() + interval '30 minutes'`,
      });
      await tx.job(mailQueue, { attemptId: identifiers[0]!['id'] as string });
    });
    return nonce;
  }

  /**
   * Signs in by the link's token, in the browser that asked only.
   * @returns null in another browser: the page there shows the code
   * @throws DomainError `sign_in.link_invalid`
   */
  async byLink(token: string, { device, nonce }: Browser): Promise<SignedIn | null> {
    return this.transactions.run(async (tx) => {
      const nonceHash = nonce === undefined ? null : sha256(nonce);
      const [used] = await taken(
        tx,
        `UPDATE sign_in_attempt SET used_at = now() WHERE token_hash = $1 AND nonce_hash = $2 AND ${live} RETURNING address, lang, return_to`,
        [sha256(token), nonceHash],
      );
      if (used) return this.signIn(tx, used, device);
      const elsewhere = (await tx.em.query(
        `SELECT FROM sign_in_attempt WHERE token_hash = $1 AND nonce_hash IS NOT NULL AND nonce_hash IS DISTINCT FROM $2 AND ${live}`,
        [sha256(token), nonceHash],
      )) as unknown[];
      if (elsewhere.length === 0) throw new DomainError('sign_in.link_invalid');
      return null;
    });
  }

  /**
   * Signs in by the code, in the browser that asked. A wrong code uses up one of five tries.
   * @throws DomainError `sign_in.code_wrong`, `sign_in.too_many_tries`, `sign_in.link_invalid`
   */
  async byCode(code: string, { device, nonce }: Browser): Promise<SignedIn> {
    if (nonce === undefined) throw new DomainError('sign_in.link_invalid');
    const result = await this.transactions.run(async (tx) => {
      const attempts = (await tx.em.query(
        `SELECT id FROM sign_in_attempt WHERE nonce_hash = $1 AND ${live} ORDER BY id FOR UPDATE`,
        [sha256(nonce)],
      )) as { id: string }[];
      const [used] = await taken(
        tx,
        `UPDATE sign_in_attempt SET used_at = now() FROM unnest($1::uuid[], $2::bytea[]) AS given (id, hash)
         WHERE sign_in_attempt.id = given.id AND code_hash = given.hash RETURNING address, lang, return_to`,
        [attempts.map(({ id }) => id), attempts.map(({ id }) => codeHash(id, code))],
      );
      if (used) return this.signIn(tx, used, device);
      return this.countWrongCode(tx, nonce);
    });
    // Thrown out here, because inside it would undo the counting.
    if (result instanceof DomainError) throw result;
    return result;
  }

  private async countWrongCode(tx: Tx, nonce: string): Promise<DomainError> {
    const [rows] = (await tx.em.query(
      `UPDATE sign_in_attempt SET tries = tries + 1 WHERE nonce_hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING tries`,
      [sha256(nonce)],
    )) as [{ tries: number }[], number];
    if (rows.length === 0) return new DomainError('sign_in.link_invalid');
    const triesLeft = triesAtMost - Math.min(...rows.map(({ tries }) => tries));
    return triesLeft > 0
      ? new DomainError('sign_in.code_wrong', { triesLeft })
      : new DomainError('sign_in.too_many_tries');
  }

  private async signIn(tx: Tx, { address, lang, return_to: returnTo }: UsedAttempt, device: string): Promise<SignedIn> {
    const user = await this.users.ensureByAddress(tx, address, lang);
    if (!user.addressVerified) await tx.em.update(UserEntity, { id: user.id }, { addressVerifiedAt: () => 'now()' });
    return { reference: await this.logins.openIn(tx, user.id, device), userId: user.id, returnTo };
  }

  /** Makes token and code, keeps their hashes, and mails them. */
  private async mail(attemptId: string): Promise<void> {
    const { token, code } = this.secrets.of(attemptId);
    const attempt = await this.transactions.run(async (tx) => {
      const [rows] = (await tx.em.query(
        `UPDATE sign_in_attempt SET token_hash = $2, code_hash = $3 WHERE id = $1 AND ${live} RETURNING address, lang`,
        [attemptId, sha256(token), codeHash(attemptId, code)],
      )) as [{ address: string; lang: Lang }[], number];
      return rows[0] ?? null;
    });
    if (!attempt) return;
    const { address, lang } = attempt;
    const letter = await signInLetter(lang, this.config.link(`sign-in/link#${token}.${code}`), code);
    await this.mailer.send({
      messageId: `sign-in.${attemptId}@${new URL(this.config.publicOrigin).hostname}`,
      to: { name: '', address },
      lang,
      ...letter,
    });
  }
}

async function taken(tx: Tx, statement: string, parameters: unknown[]): Promise<UsedAttempt[]> {
  const [rows] = (await tx.em.query(statement, parameters)) as [UsedAttempt[], number];
  return rows;
}
