import { Injectable } from '@nestjs/common';
import {
  type BilingualText,
  type ProfileList,
  type ProfileQuery,
  profilesOnPage,
  type PublicProfile,
} from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { type Actor, DomainError } from '../../../platform/index.js';
import { Organisations } from '../../organisations/index.js';
import { Opportunities } from '../opportunities/opportunities.service.js';
import { CooperationProfileEntity } from '../profile/cooperation-profile.entity.js';
import { ProfileFiles } from '../profile/files/profile-files.js';
import { Appearances } from './appearances.js';
import { Audience } from './audience.js';
import { topicLabels } from '../words/matched-by-words.js';
import { addressQuery, listQuery } from './public-query.js';
import type { MappedPage } from './sitemap.js';

interface Listed {
  total: number;
  similar: boolean;
  page: Row[];
  counts: { filter: string; code: string; count: number }[];
}

interface Row {
  organisationId: string;
  slug: string;
  summary: BilingualText;
  sectors: string[];
  verified: boolean;
  offers: number;
  requests: number;
}

/** What anybody may read of members, and participants of those they meet. What is not public was never there. */
@Injectable()
export class PublicProfiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: Organisations,
    private readonly opportunities: Opportunities,
    private readonly appearances: Appearances,
    private readonly audience: Audience,
    private readonly files: ProfileFiles,
  ) {}

  async list({ q, page, ...by }: ProfileQuery): Promise<ProfileList> {
    const set = [by.region, by.sector, by.kind, by.side, by.seeks, by.dimension, by.topic, by.form];
    const narrowed = set.map((one) => one ?? null);
    const paged = [profilesOnPage, (page - 1) * profilesOnPage];
    const words = q === '' ? [] : [q, topicLabels];
    const [listed] = (await this.dataSource.query(listQuery(q !== ''), [...narrowed, ...paged, ...words])) as [Listed];
    const { total, similar, page: shown, counts } = listed;
    const countsOf = (wanted: string) =>
      counts.flatMap(({ filter, code, count }) => (filter === wanted ? [{ code, count }] : []));
    const ids = shown.map(({ organisationId }) => organisationId);
    const cards = await this.organisations.cards(ids);
    const files = await this.files.of(ids);
    return {
      total,
      similar,
      page,
      pages: Math.max(1, Math.ceil(total / profilesOnPage)),
      profiles: shown.map(({ organisationId, ...row }) => ({
        ...row,
        organisation: cards.get(organisationId)!,
        logo: files.get(organisationId)?.logo?.fileId ?? null,
      })),
      regions: countsOf('region'),
      sectors: countsOf('sector'),
      dimensions: countsOf('dimension'),
      topics: countsOf('topic'),
      forms: countsOf('form'),
    };
  }

  /** Where public profiles stand, and when each last changed. */
  async addresses(): Promise<MappedPage[]> {
    const rows = (await this.dataSource.query(addressQuery)) as { slug: string; changedAt: Date }[];
    return rows.map(({ slug, changedAt }) => ({ path: `/profiles/${slug}`, changedAt }));
  }

  /** @throws DomainError `not_found` whether it never was or may not be seen */
  async bySlug(slug: string, viewer: Actor | null): Promise<PublicProfile> {
    const profile = await this.dataSource.manager.findOneBy(CooperationProfileEntity, { slug });
    const organisation = profile && (await this.organisations.get(profile.organisationId));
    if (!profile || !organisation || !(await this.isPublished(profile))) throw new DomainError('not_found');
    const { organisationId, content, verifiedAt, publishedAt } = profile;
    if (!(await this.audience.sees(viewer, [organisationId])).has(organisationId)) throw new DomainError('not_found');
    const opportunities = (await this.opportunities.publishedOf([organisationId])).get(organisationId) ?? [];
    const { logo, documents } = (await this.files.of([organisationId])).get(organisationId)!;
    const changes = [publishedAt!.toISOString(), ...opportunities.map((one) => one.publishedAt!)];
    return {
      slug,
      organisation: (await this.organisations.cards([organisationId])).get(organisationId)!,
      content,
      verifiedOn: dayOf(verifiedAt, organisation.zone),
      memberSince: dayOf(organisation.memberSince, organisation.zone),
      publishedAt: publishedAt!.toISOString(),
      changedAt: changes.toSorted().at(-1)!,
      logo: logo?.fileId ?? null,
      documents,
      opportunities,
      meet: await this.appearances.inPublic(organisationId),
    };
  }

  /** A year that is over counts at once, not when the sweep has come by. */
  private async isPublished({ organisationId }: CooperationProfileEntity): Promise<boolean> {
    const [row] = (await this.dataSource.query(
      `SELECT 1 FROM cooperation_profile WHERE organisation_id = $1 AND state = 'published' AND expires_at > domain_now()`,
      [organisationId],
    )) as unknown[];
    return row !== undefined;
  }
}

function dayOf(at: Date | null, zone: string): string | null {
  return at?.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate().toString() ?? null;
}
