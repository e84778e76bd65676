import { Injectable } from '@nestjs/common';
import type {
  DirectoryChoice,
  Lang,
  OrganisationCard,
  ParticipantCard,
  ParticipantId,
  ParticipantView,
  Participation,
  UserId,
} from '@musubi/contracts';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type Actor, DomainError } from '../../../platform/index.js';
import { type UserCard, Users } from '../../identity/index.js';
import { Organisations } from '../../organisations/index.js';
import { Opportunities } from '../../profiles/index.js';
import { findableBy } from './findable.js';
import { PersonBlocks } from './person-blocks.service.js';
import { RegistrationEntity } from '../registrations/registration.entity.js';
import { withheld } from '../registrations/registration.rules.js';

/** A registered person inside one event. */
export interface Participant {
  participantId: string;
  eventId: string;
  userId: string;
  organisationId: string;
  directory: DirectoryChoice;
  workingLanguages: readonly string[];
  lang: Lang;
  zone: string;
}

const cardColumns = `id, user_id AS "userId", organisation_id AS "organisationId", job_title AS "jobTitle", department,
  job_title_other AS "jobTitleOther", department_other AS "departmentOther", working_languages AS "workingLanguages", zone`;

const listed: DirectoryChoice[] = ['participants', 'public'];

/** Who takes part in an event. Inside a transaction pass its `em`: a second connection could wait for the first. */
@Injectable()
export class Participants {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: Users,
    private readonly organisations: Organisations,
    private readonly opportunities: Opportunities,
    private readonly blocks: PersonBlocks,
  ) {}

  async get(participantId: string, em: EntityManager = this.dataSource.manager): Promise<Participant | null> {
    const found = await em.findOneBy(RegistrationEntity, { id: participantId, state: 'complete' });
    return found && participantOf(found);
  }

  async ofUser(
    userId: string,
    eventId: string,
    em: EntityManager = this.dataSource.manager,
  ): Promise<Participant | null> {
    const found = await em.findOneBy(RegistrationEntity, { userId, eventId, state: 'complete' });
    return found && participantOf(found);
  }

  /** @throws DomainError `registration.required` */
  async require(actor: { userId: string }, eventId: string, em?: EntityManager): Promise<Participant> {
    const participant = await this.ofUser(actor.userId, eventId, em);
    if (!participant) throw new DomainError('registration.required');
    return participant;
  }

  /** Everybody who takes part in the event, seen or not: for the server's own sums. */
  async ofEvent(eventId: string, em: EntityManager = this.dataSource.manager): Promise<Participant[]> {
    const found = await em.find(RegistrationEntity, { where: { eventId, state: 'complete' }, order: { id: 'ASC' } });
    return found.map(participantOf);
  }

  /** Cards by participant id, also of people who are not listed or have left since: who may see them is for the caller to know. */
  async cards(
    ids: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, ParticipantCard>> {
    const found = (await em.query(`SELECT ${cardColumns} FROM registration WHERE id = ANY ($1::uuid[])`, [
      [...new Set(ids)],
    ])) as CardSource[];
    const cards = await this.cardsOf(found, em);
    return new Map(cards.map((card) => [card.participantId, card]));
  }

  async userIdsOf(ids: readonly string[], em: EntityManager = this.dataSource.manager): Promise<Map<string, string>> {
    const found = await em.find(RegistrationEntity, {
      select: { id: true, userId: true },
      where: { id: In([...new Set(ids)]) },
    });
    return new Map(found.map(({ id, userId }) => [id, userId]));
  }

  /**
   * Who of these organisations can be found by this person: who agreed to it, without people a block stands between, without oneself.
   * Of each the first who registered, and how many there are.
   */
  async findableOf(
    eventId: string,
    viewer: { userId: string },
    organisationIds: readonly string[],
    ofEach: number,
    em: EntityManager = this.dataSource.manager,
  ): Promise<{ cards: ParticipantCard[]; counts: Map<string, number> }> {
    const found = (await em.query(
      `SELECT * FROM (
         SELECT ${cardColumns}, row_number() OVER (PARTITION BY organisation_id ORDER BY id) AS place,
                count(*) OVER (PARTITION BY organisation_id)::int AS count
         FROM registration
         WHERE event_id = $1 AND ${findableBy('$2')} AND organisation_id = ANY ($3::uuid[])) AS person
       WHERE place <= $4 ORDER BY id`,
      [eventId, viewer.userId, organisationIds, ofEach],
    )) as (CardSource & { count: number })[];
    return {
      cards: await this.cardsOf(found, em),
      counts: new Map(found.map(({ organisationId, count }) => [organisationId, count])),
    };
  }

  /** @throws DomainError `not_found` for somebody who is not to be found by this person */
  async view(eventId: string, participantId: string, viewer: Actor): Promise<ParticipantView> {
    await this.require(viewer, eventId);
    const found = await this.findable(eventId, participantId, viewer);
    const [card] = await this.cardsOf([found]);
    const { organisationId } = found;
    const opportunities = (await this.opportunities.publishedOf([organisationId])).get(organisationId) ?? [];
    return { ...card!, opportunities };
  }

  /**
   * Nobody may learn from an answer who takes part unlisted, or who has blocked them.
   * @throws DomainError `not_found` for somebody who is not to be found by this person
   */
  async assertFindable(
    eventId: string,
    participantId: string,
    viewer: { userId: string },
    em?: EntityManager,
  ): Promise<void> {
    await this.findable(eventId, participantId, viewer, em);
  }

  /** How many take part from where, for everybody to see. */
  async participation(eventId: string): Promise<Participation> {
    const rows = (await this.dataSource.query(
      `SELECT organisation_id AS "organisationId", count(*)::int AS people
       FROM registration WHERE event_id = $1 AND state = 'complete' GROUP BY organisation_id`,
      [eventId],
    )) as { organisationId: string; people: number }[];
    const organisations = await this.organisations.cards(rows.map(({ organisationId }) => organisationId));
    const regions = new Map<string, { side: OrganisationCard['side']; people: number }>();
    for (const { organisationId, people } of rows) {
      const { regionCode, side } = organisations.get(organisationId)!;
      regions.set(regionCode, { side, people: (regions.get(regionCode)?.people ?? 0) + people });
    }
    const of = (wanted: OrganisationCard['side']) =>
      [...regions]
        .filter(([, { side }]) => side === wanted)
        .map(([regionCode, { people }]) => ({ regionCode, people: withheld(people) }))
        // The order tells nothing about what is withheld.
        .sort((a, b) => (b.people ?? 0) - (a.people ?? 0) || (a.regionCode < b.regionCode ? -1 : 1));
    return { organisations: rows.length, eu: of('eu'), jp: of('jp') };
  }

  private async findable(
    eventId: string,
    id: string,
    viewer: { userId: string },
    em: EntityManager = this.dataSource.manager,
  ): Promise<RegistrationEntity> {
    const found = await em.findOneBy(RegistrationEntity, { id, eventId, state: 'complete' });
    if (!found || !(await this.maySee(viewer, found, em))) throw new DomainError('not_found');
    return found;
  }

  private async maySee(
    viewer: { userId: string },
    { userId, directory }: RegistrationEntity,
    em: EntityManager,
  ): Promise<boolean> {
    if (userId === viewer.userId) return true;
    const isBlocked = async () => (await this.blocks.between([viewer.userId, userId], em)).has(viewer.userId, userId);
    return listed.includes(directory) && !(await isBlocked());
  }

  /** Cards in the order of the registrations; two queries more, however many there are. */
  async cardsOf(registrations: readonly CardSource[], em?: EntityManager): Promise<ParticipantCard[]> {
    const [users, organisations] = await Promise.all([
      this.users.cards(new Set(registrations.map(({ userId }) => userId)), em),
      this.organisations.cards(
        registrations.map(({ organisationId }) => organisationId),
        em,
      ),
    ]);
    return registrations.map((registration) =>
      cardOf(registration, users.get(registration.userId)!, organisations.get(registration.organisationId)!),
    );
  }
}

function participantOf(registration: RegistrationEntity): Participant {
  const { id: participantId, eventId, userId, organisationId, directory, workingLanguages, lang, zone } = registration;
  return { participantId, eventId, userId, organisationId, directory, workingLanguages, lang, zone };
}

/** What a card takes from a registration. */
type CardSource = Pick<
  RegistrationEntity,
  | 'id'
  | 'userId'
  | 'organisationId'
  | 'jobTitle'
  | 'department'
  | 'jobTitleOther'
  | 'departmentOther'
  | 'workingLanguages'
  | 'zone'
>;

function cardOf(registration: CardSource, user: UserCard, organisation: OrganisationCard): ParticipantCard {
  const { jobTitle, department, jobTitleOther, departmentOther, workingLanguages, zone } = registration;
  return {
    participantId: registration.id as ParticipantId,
    userId: registration.userId as UserId,
    // The form that makes a registration asks for the name.
    name: user.name!,
    jobTitle,
    department,
    jobTitleOther,
    departmentOther,
    workingLanguages,
    zone,
    organisation,
  };
}
