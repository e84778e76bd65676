import { Injectable } from '@nestjs/common';
import { completenessOf, type ProfileImportError } from '@musubi/contracts';
import type { Tx } from '../../../platform/index.js';
import { OrganisationEntity, placeOf } from '../../organisations/index.js';
import { standingOf, writing } from '../life/life.rules.js';
import { stand } from '../life/step.js';
import { Writers } from '../life/writers.js';
import { CooperationProfileEntity } from '../profile/cooperation-profile.entity.js';
import { emptyProfile } from '../profile/empty-profile.js';
import { livingOf } from '../profile/living-profile.js';
import { ProfileEditEntity } from '../profile/edits/profile-edit.entity.js';
import { changedFields } from '../profile/profile.rules.js';
import type { Known } from './import-known.js';
import { merged } from './import-merge.js';
import type { ImportedRow } from './import-row.js';

/** Rows in one statement: PostgreSQL takes 65,535 values. */
const chunk = 500;

/** Writes what a file says into organisations and their profiles. New profiles are drafts: somebody still reads them. */
@Injectable()
export class ImportWriter {
  constructor(private readonly writers: Writers) {}

  /** What the state of a profile refuses. */
  faults(rows: readonly ImportedRow[], known: ReadonlyMap<number, Known>): ProfileImportError[] {
    return rows.flatMap((row): ProfileImportError[] => {
      const { profile } = known.get(row.line)!;
      if (!profile) return [];
      const found = row.organisation.nameLatin;
      if (profile.state === 'archived') return [{ line: row.line, column: null, problem: 'archived', found }];
      const isRead = profile.state === 'published' || profile.submittedAt !== null;
      const lacks = completenessOf(merged(contentOf(profile), row), true).gaps.some(({ needed }) => needed);
      return isRead && lacks ? [{ line: row.line, column: null, problem: 'too_short', found }] : [];
    });
  }

  changes(row: ImportedRow, { organisation, profile }: Known): boolean {
    const before = contentOf(profile);
    return changedOrganisation(row, organisation!) !== null || changedFields(before, merged(before, row)).length > 0;
  }

  async write(tx: Tx, rows: readonly ImportedRow[], known: Map<number, Known>, userId: string): Promise<void> {
    const changed = rows.filter((row) => !known.get(row.line)!.organisation || this.changes(row, known.get(row.line)!));
    await this.organise(tx, changed, known);
    const fresh = changed.filter((row) => !known.get(row.line)!.profile);
    for (let at = 0; at < fresh.length; at += chunk) {
      const some = fresh.slice(at, at + chunk).map((row) => ({
        organisationId: known.get(row.line)!.organisation!.id,
        openedAt: tx.now,
        content: merged(emptyProfile, row),
      }));
      await tx.em.insert(CooperationProfileEntity, some);
    }
    for (const row of changed) {
      const { profile } = known.get(row.line)!;
      if (profile) await this.rewrite(tx, profile, row, userId);
    }
    await this.writers.tell(
      tx,
      changed.map((row) => known.get(row.line)!.organisation!.id),
    );
  }

  private async organise(tx: Tx, rows: readonly ImportedRow[], known: Map<number, Known>): Promise<void> {
    const fresh = rows.filter((row) => !known.get(row.line)!.organisation);
    for (let at = 0; at < fresh.length; at += chunk) {
      const some = fresh.slice(at, at + chunk);
      const made = some.map(({ organisation }) => ({
        ...organisation,
        ...placeOf(organisation.regionCode),
        createdAt: tx.now,
      }));
      const { identifiers } = await tx.em.insert(OrganisationEntity, made);
      some.forEach((row, place) => {
        known.get(row.line)!.organisation = { ...made[place], id: identifiers[place]!['id'] } as OrganisationEntity;
      });
    }
    for (const row of rows) {
      const { organisation } = known.get(row.line)!;
      const patch = changedOrganisation(row, organisation!);
      if (patch) await tx.em.update(OrganisationEntity, { id: organisation!.id }, patch);
    }
  }

  /** As its people's own change: beside the public text only where the text already has changes beside it. */
  private async rewrite(tx: Tx, profile: CooperationProfileEntity, row: ImportedRow, userId: string): Promise<void> {
    const before = contentOf(profile);
    const after = merged(before, row);
    const fields = changedFields(before, after);
    if (fields.length === 0) return;
    const { to, into } = writing('profile', standingOf(profile), false);
    stand(livingOf(profile), to, tx.now);
    if (into === 'revision') profile.revision = after;
    else profile.content = after;
    profile.version++;
    await tx.em.save(profile);
    const { organisationId, version } = profile;
    await tx.em.insert(ProfileEditEntity, { organisationId, version, byUserId: userId, at: tx.now, fields });
  }
}

function contentOf(profile: CooperationProfileEntity | null) {
  return profile?.revision ?? profile?.content ?? emptyProfile;
}

/** What the row says of the organisation itself; an empty cell leaves what is there. */
function changedOrganisation(
  { organisation: said }: ImportedRow,
  is: OrganisationEntity,
): Partial<OrganisationEntity> | null {
  const patch = {
    ...(said.nameLocal && said.nameLocal !== is.nameLocal ? { nameLocal: said.nameLocal } : {}),
    ...(said.nameKana && said.nameKana !== is.nameKana ? { nameKana: said.nameKana } : {}),
    ...(said.kind !== is.kind ? { kind: said.kind } : {}),
    ...(said.website && said.website !== is.website ? { website: said.website } : {}),
  };
  return Object.keys(patch).length > 0 ? patch : null;
}
