import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DraftForm, DraftInput, DraftView } from '@musubi/contracts';
import { DataSource, LessThanOrEqual, Raw } from 'typeorm';
import { DomainError, Jobs, Transactions, type Tx } from '../../../platform/index.js';
import { FormDraftEntity } from './form-draft.entity.js';

/** As many forms as a person can have begun; the oldest give way. */
const formsAtMost = 40;
/** Days after which what did not arrive anew is forgotten. */
const daysKept = 30;

/** Forms that people have begun, each person's own. */
@Injectable()
export class Drafts implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep('drafts are forgotten', 3600, (tx) => this.forget(tx));
  }

  async find(userId: string, form: DraftForm): Promise<DraftView | null> {
    const draft = await this.dataSource.manager.findOneBy(FormDraftEntity, {
      userId,
      form,
      expiresAt: Raw((column) => `${column} > domain_now()`),
    });
    return draft && viewOf(draft);
  }

  /**
   * Of two devices the one where the person typed last keeps its own. How long it is kept, and which of many give way,
   * goes by when it arrived: a device's clock may be wrong, and what was typed without network may come much later.
   * @returns what stands
   * @throws DomainError `not_found` when it is somebody else's
   */
  async keep(userId: string, form: DraftForm, { userId: writer, content, typedAt }: DraftInput): Promise<DraftView> {
    if (writer !== userId) throw new DomainError('not_found');
    return this.transactions.run(async ({ em, now }) => {
      const typed = new Date(Math.min(Date.parse(typedAt), now.getTime()));
      await em.query(
        `INSERT INTO form_draft AS kept (user_id, form, content, typed_at, expires_at)
         VALUES ($1, $2, $3, $4, $6::timestamptz + make_interval(days => $5))
         ON CONFLICT ON CONSTRAINT form_draft_pk DO UPDATE
         SET content = excluded.content, typed_at = excluded.typed_at, expires_at = excluded.expires_at
         WHERE kept.typed_at <= excluded.typed_at`,
        [userId, form, content, typed, daysKept, now],
      );
      const stands = await em.findOneByOrFail(FormDraftEntity, { userId, form });
      await em.query(
        `DELETE FROM form_draft WHERE user_id = $1 AND form IN (
           SELECT form FROM form_draft WHERE user_id = $1 ORDER BY expires_at DESC, form OFFSET $2)`,
        [userId, formsAtMost],
      );
      return viewOf(stands);
    });
  }

  /** @returns how many were forgotten */
  async forget({ em, now }: Tx): Promise<number> {
    const { affected } = await em.delete(FormDraftEntity, { expiresAt: LessThanOrEqual(now) });
    return affected ?? 0;
  }
}

function viewOf({ content, typedAt }: FormDraftEntity): DraftView {
  return { content, typedAt: typedAt.toISOString() };
}
