import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FileId, FileKind, FileView } from '@musubi/contracts';
import type { FastifyRequest } from 'fastify';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { Command } from '../access/access.decorators.js';
import type { Actor } from '../access/actor.js';
import { Transactions } from '../database/transactions/transactions.js';
import type { Tx } from '../database/transactions/tx.js';
import { DomainError } from '../http/problems/domain-error.js';
import { Turns } from '../http/turns.js';
import { ByteStore } from './byte-store.js';
import { FileUses } from './file-uses.js';
import { type Incoming, receive, written } from './incoming/incoming.js';
import { type Prepared, prepare } from './incoming/prepare.js';
import { StoredFileEntity } from './stored-file.entity.js';

export type StoredFile = Pick<
  StoredFileEntity,
  'id' | 'sha256' | 'bytes' | 'mediaType' | 'name' | 'uploadedBy' | 'uploadedAt'
>;

/** Files that people send: taken in, attached to something, and read by whom that something lets. */
@Injectable()
export class Files {
  /** Looking into archives and making pictures anew takes memory: a few at a time. */
  private readonly turns = new Turns(2, 50);

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly store: ByteStore,
    private readonly uses: FileUses,
  ) {}

  /**
   * Takes the file of a multipart request. Sent again with the same key it is taken once; another file under the same key is
   * refused. It is its sender's alone until it is attached, and swept after a day.
   * @throws DomainError `request.invalid`, `file.too_big`, `file.empty`, `file.type_refused`, `idempotency.key_reused`
   */
  async accept(request: FastifyRequest, command: Command, kind: FileKind): Promise<FileView> {
    return this.taken(await receive(request, await this.store.draft()), kind, async (prepared, incoming) => {
      const fingerprint = createHash('sha256')
        .update(command.fingerprint)
        .update(`\n${kind}\n${incoming.sha256}\n${incoming.name}`)
        .digest();
      return this.transactions.command({ ...command, fingerprint }, async (tx) =>
        viewOf(await this.keep(tx, prepared, command.actor.userId)),
      );
    });
  }

  /** Takes bytes that are here already, as {@link accept} would. */
  async take(source: Buffer | Readable, name: string, kind: FileKind, userId: string): Promise<FileView> {
    const stream = Buffer.isBuffer(source) ? Readable.from([source]) : source;
    const incoming = { ...(await written(stream, await this.store.draft())), name };
    return this.taken(incoming, kind, (prepared) =>
      this.transactions.run(async (tx) => viewOf(await this.keep(tx, prepared, userId))),
    );
  }

  /**
   * Says in this transaction that something refers to the file from now on. Only who sent it may, and only once; the row that
   * refers to it is for the caller to write, in the same transaction.
   * @throws DomainError `file.unknown` for a file of somebody else, one that is in use, and one that was swept
   */
  async attach(tx: Tx, fileId: string, actor: { userId: string }): Promise<StoredFile> {
    const [, attached] = (await tx.em.query(
      'UPDATE stored_file SET attached_at = now() WHERE id = $1 AND uploaded_by = $2 AND attached_at IS NULL',
      [fileId, actor.userId],
    )) as [unknown[], number];
    if (attached === 0) throw new DomainError('file.unknown');
    return tx.em.findOneByOrFail(StoredFileEntity, { id: fileId });
  }

  /** Files by id; an unknown id is left out. One query. */
  async views(ids: Iterable<string>, em: EntityManager = this.dataSource.manager): Promise<Map<string, FileView>> {
    const found = await em.findBy(StoredFileEntity, { id: In([...new Set(ids)]) });
    return new Map(found.map((file) => [file.id, viewOf(file)]));
  }

  /**
   * A file that this person may read: their own that still waits, or one of something that lets them.
   * @throws DomainError `not_found`, whether there is such a file or not
   */
  async require(actor: Actor | null, fileId: string): Promise<StoredFile> {
    const em = this.dataSource.manager;
    const file = await em.findOneBy(StoredFileEntity, { id: fileId });
    const waits = file?.attachedAt === null && file.uploadedBy === actor?.userId;
    if (!file || !(waits || (await this.uses.mayRead(em, actor, fileId)))) throw new DomainError('not_found');
    return file;
  }

  private async taken<T>(
    incoming: Incoming,
    kind: FileKind,
    keep: (prepared: Prepared, incoming: Incoming) => Promise<T>,
  ): Promise<T> {
    const draft = await this.store.draft();
    try {
      const prepared = await this.turns.take(() => prepare(incoming, kind, draft));
      return await keep(prepared, incoming);
    } finally {
      await Promise.all([incoming.path, draft].map((path) => rm(path, { force: true })));
    }
  }

  /** Bytes first, then the row; the sweep waits for the same lock, so that it never takes the bytes of a row that is coming. */
  private async keep(tx: Tx, { path, sha256, ...row }: Prepared, userId: string): Promise<StoredFileEntity> {
    await lockBytes(tx.em, sha256);
    await this.store.put(path, sha256);
    const { raw } = await tx.em
      .createQueryBuilder()
      .insert()
      .into(StoredFileEntity)
      .values({ ...row, sha256, uploadedBy: userId })
      .returning('id')
      .execute();
    const [{ id }] = raw as [{ id: string }];
    return tx.em.findOneByOrFail(StoredFileEntity, { id });
  }
}

/** Whoever puts or removes these bytes waits for the other. */
export async function lockBytes(em: EntityManager, sha256: string): Promise<void> {
  await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('bytes ' || $1, 0))`, [sha256]);
}

export const viewOf = ({ id, name, bytes, mediaType }: StoredFile): FileView => ({
  fileId: id as FileId,
  name,
  bytes,
  mediaType,
});
