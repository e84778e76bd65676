import { Injectable } from '@nestjs/common';
import { everywhere } from '@musubi/contracts';
import { type Actor, PolicyRegistry, type Tx } from '../../../platform/index.js';
import { Affiliations } from '../../organisations/index.js';

/** Who writes for an organisation, and who hears when something of it changed. */
@Injectable()
export class Writers {
  constructor(
    private readonly affiliations: Affiliations,
    private readonly policies: PolicyRegistry,
  ) {}

  /** The answer stays so until the transaction ends. */
  async mayWrite(tx: Tx, actor: Actor, organisationId: string): Promise<boolean> {
    const role = await this.affiliations.holdRole(tx, actor.userId, organisationId);
    return this.policies.can(actor, 'opportunity.write', { role });
  }

  async reads(actor: Actor, organisationId: string): Promise<boolean> {
    const role = await this.affiliations.roleIn(actor.userId, organisationId);
    return this.policies.can(actor, 'opportunity.write', { role });
  }

  mayReview(actor: Actor): boolean {
    return this.policies.can(actor, 'opportunity.review', {});
  }

  /** Its people's screens and the organisers'. @returns its people */
  async tell(tx: Tx, organisationIds: readonly string[]): Promise<Map<string, string[]>> {
    const people = await this.affiliations.peopleOf([...new Set(organisationIds)], tx.em);
    for (const [organisationId, userIds] of people) tx.tell(userIds, 'opportunity.changed', { organisationId });
    for (const organisationId of new Set(organisationIds)) {
      tx.hint(`organise:${everywhere}`, 'profiles.changed', { organisationId });
    }
    return people;
  }
}
