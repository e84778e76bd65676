import { Injectable } from '@nestjs/common';
import { type ConsentText, consentPurposes, type Lang } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import type { Tx } from '../../../platform/index.js';
import { ConsentEntity } from './consent.entity.js';
import type { ConsentRecord } from '../registrations/registration.rules.js';

/** What people are asked to agree to, and what they said. */
@Injectable()
export class Consents {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest text of each purpose, in the order of the form. */
  async texts(em: EntityManager = this.dataSource.manager): Promise<ConsentText[]> {
    const texts = (await em.query(
      'SELECT DISTINCT ON (purpose) purpose, version, title, text FROM consent_text ORDER BY purpose, version DESC',
    )) as ConsentText[];
    return texts.sort((a, b) => consentPurposes.indexOf(a.purpose) - consentPurposes.indexOf(b.purpose));
  }

  /** What holds for each registration: the newest record of each purpose. */
  async of(
    registrationIds: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, ConsentRecord[]>> {
    const rows = (await em.query(
      `SELECT DISTINCT ON (registration_id, purpose) registration_id AS "registrationId", purpose, version, given, directory
       FROM consent WHERE registration_id = ANY($1::uuid[]) ORDER BY registration_id, purpose, id DESC`,
      [registrationIds],
    )) as (ConsentRecord & { registrationId: string })[];
    return Map.groupBy(
      rows.map(({ registrationId, ...record }) => ({ registrationId, ...record })),
      (row) => row.registrationId,
    );
  }

  async write(tx: Tx, registrationId: string, lang: Lang, records: readonly ConsentRecord[]): Promise<void> {
    if (records.length === 0) return;
    await tx.em.insert(
      ConsentEntity,
      records.map((record) => ({ ...record, registrationId, lang, at: tx.now })),
    );
  }
}
