import { Injectable } from '@nestjs/common';
import type { ProfilePage } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/index.js';
import { Affiliations } from '../../organisations/index.js';
import { Appearances } from './appearances.js';

/** Published, and its year not over: that counts at once, not when the sweep has come by. */
const published = `state = 'published' AND expires_at > domain_now()`;

/** Who may read what organisations say of themselves. */
@Injectable()
export class Audience {
  constructor(
    private readonly dataSource: DataSource,
    private readonly affiliations: Affiliations,
    private readonly appearances: Appearances,
  ) {}

  /** Members with a public page are everybody's; others those people's who meet them at an event, and their own people's. */
  async sees(viewer: Actor | null, organisationIds: readonly string[]): Promise<Set<string>> {
    const members = (await this.dataSource.query(
      `SELECT organisation_id FROM cooperation_profile JOIN organisation ON organisation.id = organisation_id
       WHERE organisation_id = ANY($1) AND member_since IS NOT NULL AND ${published}`,
      [organisationIds],
    )) as { organisation_id: string }[];
    const all = new Set(members.map(({ organisation_id }) => organisation_id));
    const others = organisationIds.filter((id) => !all.has(id));
    if (!viewer || others.length === 0) return all;
    const asked = new Set(others);
    const own = (await this.affiliations.of([viewer.userId])).get(viewer.userId) ?? [];
    for (const { organisationId } of own) if (asked.has(organisationId)) all.add(organisationId);
    for (const met of await this.appearances.meets(viewer.userId, others)) all.add(met);
    return all;
  }

  /** Of these organisations the pages that the viewer may open now. */
  async pages(viewer: Actor, organisationIds: readonly string[]): Promise<ProfilePage[]> {
    const seen = await this.sees(viewer, organisationIds);
    return this.dataSource.query(
      `SELECT organisation_id AS "organisationId", slug FROM cooperation_profile
       WHERE organisation_id = ANY($1) AND ${published} ORDER BY organisation_id`,
      [[...seen]],
    );
  }
}
