import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { DelegationMode } from '@musubi/contracts';
import { Affiliations } from '../../../organisations/index.js';
import type { MeetingRow } from '../../booked/views/meeting-rows.js';
import { Members } from '../members/members.js';

/** On which side of a meeting somebody has a say in who comes. */
export interface Standing {
  side: 0 | 1;
  organisationId: string;
  mode: DelegationMode;
}

const principalSides = [0, 1] as const;

/** Who may say who comes to a meeting: whoever comes, the members of a pool, the administrators of the organisation. */
@Injectable()
export class Standings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly members: Members,
    private readonly affiliations: Affiliations,
  ) {}

  /** @returns null for somebody who has no say in it */
  async of(
    actor: { userId: string },
    { eventId, sides, principalIds }: MeetingRow,
    em: EntityManager = this.dataSource.manager,
  ): Promise<Standing | null> {
    const organisations = await organisationsOf(em, eventId, principalIds);
    const seat = sides.find(({ userId }) => userId === actor.userId);
    const may: Standing[] = [];
    for (const side of principalSides) {
      const { organisationId, mode } = organisations.get(principalIds[side])!;
      if (seat && seat.side === side && seat.part !== 'observer') return { side, organisationId, mode };
      if (!seat && (await this.speaksFor(actor, eventId, organisationId, mode, em)))
        may.push({ side, organisationId, mode });
    }
    return may.length === 1 ? may[0]! : null;
  }

  /** @returns whether the person says who comes for this organisation, whatever meeting it is */
  async speaksFor(
    { userId }: { userId: string },
    eventId: string,
    organisationId: string,
    mode: DelegationMode,
    em?: EntityManager,
  ): Promise<boolean> {
    const role = await this.affiliations.roleIn(userId, organisationId, em);
    if (role === 'admin') return true;
    if (role === null || mode !== 'pool') return false;
    return (await this.members.of(eventId, organisationId, em)).some((member) => member.userId === userId);
  }
}

async function organisationsOf(
  em: EntityManager,
  eventId: string,
  participantIds: readonly string[],
): Promise<Map<string, { organisationId: string; mode: DelegationMode }>> {
  const rows = (await em.query(
    `SELECT registration.id, registration.organisation_id AS "organisationId", coalesce(delegation.mode, 'own') AS mode
     FROM registration LEFT JOIN delegation ON delegation.event_id = $1 AND delegation.organisation_id = registration.organisation_id
     WHERE registration.id = ANY ($2)`,
    [eventId, [...participantIds]],
  )) as { id: string; organisationId: string; mode: DelegationMode }[];
  return new Map(rows.map(({ id, ...of }) => [id, of]));
}
