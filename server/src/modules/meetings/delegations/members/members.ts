import { Injectable } from '@nestjs/common';
import type { DelegationMode } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import type { Member, Reach } from './delegation.rules.js';

/** A member and whose delegation it is. */
export interface Placed extends Member {
  eventId: string;
  organisationId: string;
  mode: DelegationMode;
}

interface Contact {
  contactId: string;
  eventId: string;
  organisationId: string;
}

const sortName = `coalesce(person.name->>'familyKana', person.name->>'familyLatin') || ' ' ||
  coalesce(person.name->>'givenKana', person.name->>'givenLatin')`;

const columns = `member.event_id AS "eventId", member.organisation_id AS "organisationId", member.mode,
  member.participant_id AS "participantId", member.user_id AS "userId", member.part, registration.zone,
  registration.working_languages AS languages,
  ${sortName} AS "sortName"`;

const joined = `JOIN registration ON registration.id = member.participant_id JOIN app_user person ON person.id = member.user_id`;

const inOrder = `ORDER BY ${sortName}, member.participant_id`;

/** Who belongs to which delegation: takes part for an organisation whose administrators have agreed. */
@Injectable()
export class Members {
  constructor(private readonly dataSource: DataSource) {}

  /** Everybody of an organisation at an event, by name. */
  async of(eventId: string, organisationId: string, em: EntityManager = this.dataSource.manager): Promise<Placed[]> {
    return em.query(
      `SELECT ${columns} FROM delegation_member member ${joined}
       WHERE member.event_id = $1 AND member.organisation_id = $2 ${inOrder}`,
      [eventId, organisationId],
    ) as Promise<Placed[]>;
  }

  async find(participantId: string, em: EntityManager = this.dataSource.manager): Promise<Placed | null> {
    const [row] = (await em.query(
      `SELECT ${columns} FROM delegation_member member ${joined} WHERE member.participant_id = $1`,
      [participantId],
    )) as Placed[];
    return row ?? null;
  }

  /**
   * The delegations of these contacts that share what comes in; whoever keeps a calendar of their own is not in the answer.
   * @param awayFrom a person of the other side: members between whom and them a block stands are left out
   */
  async shared(
    contactIds: readonly string[],
    awayFrom: string | null,
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, Reach & { organisationId: string }>> {
    const contacts = (await em.query(
      `SELECT participant_id AS "contactId", event_id AS "eventId", organisation_id AS "organisationId"
       FROM delegation_member WHERE participant_id = ANY ($1) AND mode <> 'own'`,
      [[...contactIds]],
    )) as Contact[];
    if (contacts.length === 0) return new Map();
    const ofDelegation = await this.ofAll(contacts, awayFrom, em);
    return new Map(
      contacts.flatMap((contact): [string, Reach & { organisationId: string }][] => {
        const members = ofDelegation.get(keyOf(contact));
        const { contactId, organisationId } = contact;
        return members ? [[contactId, { mode: members[0]!.mode, contactId, organisationId, members }]] : [];
      }),
    );
  }

  /** Each delegation is read once, however many of its people are asked for: a large one would be its own square otherwise. */
  private async ofAll(
    contacts: readonly Contact[],
    awayFrom: string | null,
    em: EntityManager,
  ): Promise<Map<string, Placed[]>> {
    const delegations = [...new Map(contacts.map((contact) => [keyOf(contact), contact])).values()];
    const members = (await em.query(
      `SELECT ${columns}
       FROM unnest($1::uuid[], $2::uuid[]) AS delegation (event_id, organisation_id)
       JOIN delegation_member member ON member.event_id = delegation.event_id AND member.organisation_id = delegation.organisation_id
       ${joined}
       WHERE NOT EXISTS (
         SELECT FROM person_block
         WHERE (by_user_id = member.user_id AND user_id = $3) OR (by_user_id = $3 AND user_id = member.user_id))
       ${inOrder}`,
      [delegations.map(({ eventId }) => eventId), delegations.map((one) => one.organisationId), awayFrom],
    )) as Placed[];
    return Map.groupBy(members, keyOf);
  }
}

const keyOf = ({ eventId, organisationId }: Pick<Contact, 'eventId' | 'organisationId'>): string =>
  `${eventId} ${organisationId}`;
