import { Injectable } from '@nestjs/common';
import { type FileId, type FileView, profileDocumentsAtMost } from '@musubi/contracts';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type Actor, DomainError, Files, FileUses, type Tx } from '../../../../platform/index.js';
import { Writers } from '../../life/writers.js';
import { Appearances } from '../../open/appearances.js';
import { isPublic } from '../../open/public-query.js';
import { ProfileFileEntity } from './profile-file.entity.js';

export interface FilesOfProfile {
  logo: FileView | null;
  documents: FileView[];
}

/** A file as the reviewers read it. */
export interface FileOfProfile extends FileView {
  use: 'logo' | 'document';
  waiting: boolean;
}

/** Whose file it is, and whether it waits beside a text that was read. */
interface Place {
  organisationId: string;
  waiting: boolean;
}

/** Logos and documents of profiles. */
@Injectable()
export class ProfileFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: Files,
    private readonly writers: Writers,
    private readonly appearances: Appearances,
    uses: FileUses,
  ) {
    uses.register({
      table: 'profile_file',
      column: 'file_id',
      readable: (em, actor, fileId) => this.readable(em, actor, fileId),
    });
  }

  /** What belongs to the public text of each organisation; two queries. */
  async of(organisationIds: readonly string[], em?: EntityManager): Promise<Map<string, FilesOfProfile>> {
    const all = await this.all(organisationIds, em);
    return new Map([...all].map(([id, files]) => [id, shown(files.filter(({ waiting }) => !waiting))]));
  }

  /** As its own people see them: what waits stands in the place of what it will replace. */
  async own(organisationId: string, em: EntityManager): Promise<FilesOfProfile & { waitingFiles: FileId[] }> {
    const files = (await this.all([organisationId], em)).get(organisationId)!;
    return { ...shown(files), waitingFiles: files.filter(({ waiting }) => waiting).map(({ fileId }) => fileId) };
  }

  /** Of each organisation, as they came; what waits last. Two queries. */
  async all(
    organisationIds: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, FileOfProfile[]>> {
    const rows = await em.find(ProfileFileEntity, {
      where: { organisationId: In([...organisationIds]) },
      order: { waiting: 'ASC', addedAt: 'ASC', fileId: 'ASC' },
    });
    const views = await this.files.views(
      rows.map(({ fileId }) => fileId),
      em,
    );
    const found = new Map(organisationIds.map((id): [string, FileOfProfile[]] => [id, []]));
    for (const { organisationId, use, waiting, fileId } of rows)
      found.get(organisationId)!.push({ ...views.get(fileId)!, use, waiting });
    return found;
  }

  /** What waited belongs to the text itself from now on; a logo that waited takes the other's place. */
  async settle(tx: Tx, organisationId: string): Promise<void> {
    await tx.em.query(
      `DELETE FROM profile_file AS old USING profile_file AS new
       WHERE old.organisation_id = $1 AND new.organisation_id = $1 AND old.use = 'logo' AND new.use = 'logo'
         AND new.waiting AND NOT old.waiting`,
      [organisationId],
    );
    await tx.em.query('UPDATE profile_file SET waiting = false WHERE organisation_id = $1 AND waiting', [
      organisationId,
    ]);
  }

  /**
   * None takes every logo away, at once; one that waits leaves the public one where it is.
   * @throws DomainError `file.unknown`; `file.type_refused` where it is no picture
   */
  async setLogo(tx: Tx, { organisationId, waiting }: Place, fileId: string | null, actor: Actor): Promise<void> {
    const logos = await tx.em.findBy(ProfileFileEntity, { organisationId, use: 'logo' });
    if (fileId !== null && logos.some((one) => one.fileId === fileId)) return;
    const replaced = logos.filter((one) => fileId === null || !waiting || one.waiting).map((one) => one.fileId);
    if (replaced.length > 0) await tx.em.delete(ProfileFileEntity, { fileId: In(replaced) });
    if (fileId === null) return;
    const { mediaType } = await this.files.attach(tx, fileId, actor);
    if (!mediaType.startsWith('image/')) throw new DomainError('file.type_refused', { why: 'kind' });
    await tx.em.insert(ProfileFileEntity, { fileId, organisationId, use: 'logo', waiting, addedAt: tx.now });
  }

  /** @throws DomainError `file.unknown`, `profile.too_many_documents` */
  async addDocument(tx: Tx, { organisationId, waiting }: Place, fileId: string, actor: Actor): Promise<void> {
    const kept = await tx.em.countBy(ProfileFileEntity, { organisationId, use: 'document' });
    if (kept >= profileDocumentsAtMost)
      throw new DomainError('profile.too_many_documents', { atMost: profileDocumentsAtMost });
    await this.files.attach(tx, fileId, actor);
    await tx.em.insert(ProfileFileEntity, { fileId, organisationId, use: 'document', waiting, addedAt: tx.now });
  }

  /** @throws DomainError `not_found` */
  async dropDocument(tx: Tx, organisationId: string, fileId: string): Promise<void> {
    const { affected } = await tx.em.delete(ProfileFileEntity, { organisationId, fileId, use: 'document' });
    if (!affected) throw new DomainError('not_found');
  }

  private async readable(em: EntityManager, actor: Actor | null, fileId: string): Promise<boolean> {
    const [row] = (await em.query(
      `SELECT organisation.id, NOT waiting AND ${isPublic} AS open, NOT waiting AND profile.state = 'published' AND profile.expires_at > domain_now() AS published
       FROM profile_file JOIN cooperation_profile AS profile USING (organisation_id)
       JOIN organisation ON organisation.id = organisation_id WHERE file_id = $1`,
      [fileId],
    )) as { id: string; open: boolean; published: boolean | null }[];
    if (!row) return false;
    if (row.open) return true;
    if (!actor) return false;
    if (this.writers.mayReview(actor) || (await this.writers.reads(actor, row.id))) return true;
    return row.published === true && (await this.appearances.meets(actor.userId, [row.id])).length > 0;
  }
}

const shown = (files: readonly FileOfProfile[]): FilesOfProfile => {
  const viewOf = ({ fileId, name, bytes, mediaType }: FileOfProfile): FileView => ({ fileId, name, bytes, mediaType });
  const logo = files.findLast(({ use }) => use === 'logo');
  return { logo: logo ? viewOf(logo) : null, documents: files.filter(({ use }) => use === 'document').map(viewOf) };
};
