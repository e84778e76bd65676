import { In } from 'typeorm';
import type { Tx } from '../../../platform/index.js';
import { OrganisationEntity } from '../../organisations/index.js';
import { CooperationProfileEntity } from '../profile/cooperation-profile.entity.js';
import type { ImportedRow } from './import-row.js';

/** What there is already of the organisation that a row tells of. */
export interface Known {
  /** The name, folded: what makes it the same within its region. */
  key: string;
  organisation: OrganisationEntity | null;
  profile: CooperationProfileEntity | null;
}

/** By line; three queries, however many rows. Profiles are locked in order of their organisations' ids. */
export async function knownOf(tx: Tx, rows: readonly ImportedRow[]): Promise<Map<number, Known>> {
  const found = (await tx.em.query(
    `SELECT row.line, fold(row.name) AS key, organisation.id
     FROM unnest($1::int[], $2::text[], $3::text[]) AS row (line, name, region)
     LEFT JOIN organisation ON fold(organisation.name_latin) = fold(row.name) AND organisation.region_code = row.region`,
    [
      rows.map(({ line }) => line),
      rows.map(({ organisation }) => organisation.nameLatin),
      rows.map(({ organisation }) => organisation.regionCode),
    ],
  )) as { line: number; key: string; id: string | null }[];
  const ids = found.flatMap(({ id }) => id ?? []);
  const organisations = await tx.em.findBy(OrganisationEntity, { id: In(ids) });
  const profiles = await tx.em.find(CooperationProfileEntity, {
    where: { organisationId: In(ids) },
    order: { organisationId: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const profileOf = new Map(profiles.map((profile) => [profile.organisationId, profile]));
  return new Map(
    found.map(({ line, key, id }) => [
      line,
      { key, organisation: (id && byId.get(id)) || null, profile: (id && profileOf.get(id)) || null },
    ]),
  );
}
