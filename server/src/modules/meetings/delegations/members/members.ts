import { Injectable } from '@nestjs/common';
import type { DelegationMode, DelegationPart } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import type { Member, Reach } from './delegation.rules.js';

/** A member and whose delegation it is. */
export interface Placed extends Member {
  eventId: string;
  organisationId: string;
  mode: DelegationMode;
}

interface Raw {
  contactId: string;
  eventId: string;
  organisationId: string;
  mode: DelegationMode;
  participantId: string;
  userId: string;
  part: DelegationPart;
  zone: string;
  languages: string[];
  sortName: string;
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
    const rows = (await em.query(
      `SELECT contact.participant_id AS "contactId", ${columns}
       FROM delegation_member contact
       JOIN delegation_member member ON member.event_id = contact.event_id AND member.organisation_id = contact.organisation_id
       ${joined}
       WHERE contact.participant_id = ANY ($1) AND contact.mode <> 'own' AND NOT EXISTS (
         SELECT FROM person_block
         WHERE (by_user_id = member.user_id AND user_id = $2) OR (by_user_id = $2 AND user_id = member.user_id))
       ${inOrder}`,
      [[...contactIds], awayFrom],
    )) as Raw[];
    const byContact = Map.groupBy(rows, (row) => row.contactId);
    return new Map(
      [...byContact].map(([contactId, members]) => {
        const { mode, organisationId } = members[0]!;
        return [contactId, { mode, contactId, organisationId, members }];
      }),
    );
  }
}
