import { Injectable } from '@nestjs/common';
import type { BilingualText } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { DomainClock } from '../../../platform/index.js';
import { OpportunityEntity } from '../opportunities/opportunity.entity.js';
import { CooperationProfileEntity } from './cooperation-profile.entity.js';

/** Something of an organisation that ends: its profile, or an opportunity by its title. */
export interface Ending {
  title: BilingualText | null;
  endsAt: Date;
}

/** What letters tell of profiles, read when they are written. */
@Injectable()
export class ProfileNews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: DomainClock,
  ) {}

  /** What is to be changed, and of what; null where it was handed in again since. */
  async sentBack(
    what: 'profile' | 'opportunity',
    id: string,
  ): Promise<{ title: BilingualText | null; because: string } | null> {
    const row = await this.find(what, id);
    if (!row?.sentBackBecause) return null;
    return { title: titleOf(row), because: row.sentBackBecause };
  }

  /** The title of what was approved; null where it is not public any more. */
  async approved(what: 'profile' | 'opportunity', id: string): Promise<{ title: BilingualText | null } | null> {
    const row = await this.find(what, id);
    return row?.state === 'published' ? { title: titleOf(row) } : null;
  }

  /** What of the organisation ends within 30 days, the soonest first. */
  async endings(organisationId: string): Promise<Ending[]> {
    const until = (await this.clock.now()).getTime() + 30 * 86_400_000;
    const where = { organisationId, state: 'published' as const };
    const rows = [
      ...(await this.dataSource.manager.findBy(CooperationProfileEntity, where)),
      ...(await this.dataSource.manager.findBy(OpportunityEntity, where)),
    ];
    return rows
      .filter((row) => row.expiresAt!.getTime() <= until)
      .map((row) => ({ title: titleOf(row), endsAt: row.expiresAt! }))
      .toSorted((a, b) => a.endsAt.getTime() - b.endsAt.getTime());
  }

  private find(what: 'profile' | 'opportunity', id: string) {
    const { manager } = this.dataSource;
    return what === 'profile'
      ? manager.findOneBy(CooperationProfileEntity, { organisationId: id })
      : manager.findOneBy(OpportunityEntity, { id });
  }
}

function titleOf(row: CooperationProfileEntity | OpportunityEntity): BilingualText | null {
  return row instanceof OpportunityEntity ? row.title : null;
}
