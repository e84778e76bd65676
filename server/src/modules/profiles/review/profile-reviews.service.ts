import { Injectable } from '@nestjs/common';
import type { OpportunityId, OrganisationId, Reviewed, ReviewItem } from '@musubi/contracts';
import { DataSource, IsNull, Not } from 'typeorm';
import { type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Organisations } from '../../organisations/index.js';
import { standingOf, stateOf } from '../life/life.rules.js';
import { assertRead, sendBack } from '../life/reading.js';
import { step } from '../life/step.js';
import { Writers } from '../life/writers.js';
import { OpportunityEntity } from '../opportunities/opportunity.entity.js';
import { contentOf } from '../opportunities/opportunity.views.js';
import { CooperationProfileEntity } from '../profile/cooperation-profile.entity.js';
import { livingOf } from '../profile/living-profile.js';
import { lockProfile } from '../profile/open-profile.js';
import { ProfileFiles } from '../profile/files/profile-files.js';
import { Profiles } from '../profile/profiles.service.js';

/** What organisers of either side read before it is public. */
@Injectable()
export class ProfileReviews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly organisations: Organisations,
    private readonly writers: Writers,
    private readonly profiles: Profiles,
    private readonly files: ProfileFiles,
  ) {}

  /** What waits, the longest first, beside what the public reads of it now. */
  async waiting(): Promise<ReviewItem[]> {
    const waits = { where: { submittedAt: Not(IsNull()) } };
    const profiles = await this.dataSource.manager.find(CooperationProfileEntity, waits);
    const opportunities = await this.dataSource.manager.find(OpportunityEntity, waits);
    const files = await this.files.all(profiles.map(({ organisationId }) => organisationId));
    const cards = await this.organisations.cards([...profiles, ...opportunities].map((row) => row.organisationId));
    const items: ReviewItem[] = [
      ...profiles.map(({ organisationId, version, submittedAt, revision, content }) => ({
        what: 'profile' as const,
        id: organisationId as OrganisationId,
        organisation: cards.get(organisationId)!,
        version,
        submittedAt: submittedAt!.toISOString(),
        before: revision ? content : null,
        after: revision ?? content,
        files: files
          .get(organisationId)!
          .filter(({ waiting }) => waiting || revision === null)
          .map(({ waiting: _, ...file }) => file),
      })),
      ...opportunities.map((row) => ({
        what: 'opportunity' as const,
        id: row.id as OpportunityId,
        organisation: cards.get(row.organisationId)!,
        version: row.version,
        submittedAt: row.submittedAt!.toISOString(),
        before: row.revision ? contentOf(row) : null,
        after: row.revision ?? contentOf(row),
      })),
    ];
    return items.toSorted((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1));
  }

  /** @throws DomainError `profile.changed` where the text is not the one that was read */
  approve(command: Command, organisationId: string, version: number): Promise<Reviewed> {
    return this.read(command, organisationId, version, 'profile_text.approved', async (tx, profile) => {
      step(livingOf(profile), 'approve', tx.now);
      await this.profiles.makePublic(tx, profile);
    });
  }

  sendBack(command: Command, organisationId: string, version: number, because: string): Promise<Reviewed> {
    return this.read(command, organisationId, version, 'profile_text.sent_back', async (tx, profile) =>
      sendBack(livingOf(profile), because, tx.now),
    );
  }

  private async read(
    command: Command,
    organisationId: string,
    version: number,
    name: 'profile_text.approved' | 'profile_text.sent_back',
    decide: (tx: Tx, profile: CooperationProfileEntity) => Promise<void>,
  ): Promise<Reviewed> {
    return this.transactions.command(command, async (tx) => {
      const known = await tx.em.existsBy(CooperationProfileEntity, { organisationId });
      if (!known) throw new DomainError('not_found');
      const profile = await lockProfile(tx, organisationId);
      assertRead('profile', profile, version);
      await decide(tx, profile);
      Object.assign(profile, { reviewedAt: tx.now, reviewedByUserId: command.actor.userId });
      await tx.em.save(profile);
      await this.profiles.settleFiles(tx, profile);
      const userIds = (await this.writers.tell(tx, [organisationId])).get(organisationId) ?? [];
      await tx.fact({ name, what: 'profile', id: organisationId, organisationId, userIds });
      return { state: stateOf(standingOf(profile)), version: profile.version };
    });
  }
}
