import type { EntityManager } from 'typeorm';
import { DomainError } from '../../http/problems/domain-error.js';
import type { Command } from './tx.js';

type Claim = { now: Date } | { answer: unknown };

/**
 * Takes the key for this transaction. A second arrival waits here until the first has committed, then gets its answer;
 * had the first rolled back, the second goes ahead.
 */
export async function claimKey(em: EntityManager, { actor, key, fingerprint }: Command): Promise<Claim> {
  const [taken] = (await em.query(
    `INSERT INTO idempotency (user_id, key, fingerprint) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT idempotency_pk DO NOTHING RETURNING domain_now() AS now`,
    [actor.userId, key, fingerprint],
  )) as { now: Date }[];
  if (taken) return { now: taken.now };
  const [known] = (await em.query('SELECT fingerprint, answer FROM idempotency WHERE user_id = $1 AND key = $2', [
    actor.userId,
    key,
  ])) as { fingerprint: Buffer; answer: unknown }[];
  if (!known?.fingerprint.equals(fingerprint)) throw new DomainError('idempotency.key_reused');
  return { answer: known.answer ?? undefined };
}

/** Keeps the answer beside the change it belongs to. */
export async function keepAnswer(em: EntityManager, { actor, key }: Command, answer: unknown): Promise<void> {
  if (answer === undefined) return;
  await em.query('UPDATE idempotency SET answer = $3 WHERE user_id = $1 AND key = $2', [
    actor.userId,
    key,
    JSON.stringify(answer),
  ]);
}
