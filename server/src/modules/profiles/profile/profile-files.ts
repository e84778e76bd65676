import { Injectable } from '@nestjs/common';
import { type FileView, profileDocumentsAtMost } from '@musubi/contracts';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type Actor, DomainError, Files, FileUses, type Tx } from '../../../platform/index.js';
import { Writers } from '../life/writers.js';
import { Appearances } from '../open/appearances.js';
import { isPublic } from '../open/public-query.js';
import { ProfileFileEntity } from './profile-file.entity.js';

export interface FilesOfProfile {
  logo: FileView | null;
  documents: FileView[];
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

  /** Of each organisation; two queries. */
  async of(
    organisationIds: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, FilesOfProfile>> {
    const rows = await em.find(ProfileFileEntity, {
      where: { organisationId: In([...organisationIds]) },
      order: { addedAt: 'ASC', fileId: 'ASC' },
    });
    const views = await this.files.views(
      rows.map(({ fileId }) => fileId),
      em,
    );
    const found = new Map(organisationIds.map((id): [string, FilesOfProfile] => [id, { logo: null, documents: [] }]));
    for (const { organisationId, use, fileId } of rows) {
      const of = found.get(organisationId)!;
      if (use === 'logo') of.logo = views.get(fileId)!;
      else of.documents.push(views.get(fileId)!);
    }
    return found;
  }

  /** @throws DomainError `file.unknown`; `file.type_refused` where it is no picture */
  async setLogo(tx: Tx, organisationId: string, fileId: string | null, actor: Actor): Promise<void> {
    const kept = await tx.em.findOneBy(ProfileFileEntity, { organisationId, use: 'logo' });
    if (kept?.fileId === fileId) return;
    if (kept) await tx.em.delete(ProfileFileEntity, { fileId: kept.fileId });
    if (fileId === null) return;
    const { mediaType } = await this.files.attach(tx, fileId, actor);
    if (!mediaType.startsWith('image/')) throw new DomainError('file.type_refused', { why: 'kind' });
    await tx.em.insert(ProfileFileEntity, { fileId, organisationId, use: 'logo', addedAt: tx.now });
  }

  /** @throws DomainError `file.unknown`, `profile.too_many_documents` */
  async addDocument(tx: Tx, organisationId: string, fileId: string, actor: Actor): Promise<void> {
    const kept = await tx.em.countBy(ProfileFileEntity, { organisationId, use: 'document' });
    if (kept >= profileDocumentsAtMost)
      throw new DomainError('profile.too_many_documents', { atMost: profileDocumentsAtMost });
    await this.files.attach(tx, fileId, actor);
    await tx.em.insert(ProfileFileEntity, { fileId, organisationId, use: 'document', addedAt: tx.now });
  }

  /** @throws DomainError `not_found` */
  async dropDocument(tx: Tx, organisationId: string, fileId: string): Promise<void> {
    const { affected } = await tx.em.delete(ProfileFileEntity, { organisationId, fileId, use: 'document' });
    if (!affected) throw new DomainError('not_found');
  }

  private async readable(em: EntityManager, actor: Actor | null, fileId: string): Promise<boolean> {
    const [row] = (await em.query(
      `SELECT organisation.id, ${isPublic} AS open, profile.state = 'published' AND profile.expires_at > domain_now() AS published
       FROM profile_file JOIN cooperation_profile AS profile USING (organisation_id)
       JOIN organisation ON organisation.id = organisation_id WHERE file_id = $1`,
      [fileId],
    )) as { id: string; open: boolean; published: boolean | null }[];
    if (!row) return false;
    if (row.open) return true;
    if (!actor) return false;
    if (this.writers.mayReview(actor) || (await this.writers.reads(actor, row.id))) return true;
    return row.published === true && (await this.appearances.meets(actor.userId, row.id));
  }
}
