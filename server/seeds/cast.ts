import type { DirectoryChoice, RegistrationInput } from '@musubi/contracts';
import { rng } from '@musubi/testing';
import type { Command, Tx } from '../src/platform/index.js';
import type { DemoKit } from '../src/demo/demo-kit.js';
import { inventCrowd } from './crowd.ts';
import type { Cited } from './requests/request.ts';
import { europeanOpportunities } from './opportunities/european.ts';
import { japaneseOpportunities } from './opportunities/japanese.ts';
import { organisationNames, type OrganisationName, organisations } from './organisations.ts';
import { type DemoIndividual, people, type PersonKey, personKeys } from './people.ts';
import { otherTitles } from './titles.ts';

/** Some do not want to be found, some are glad to be found by anybody. */
const directory: Partial<Record<PersonKey, DirectoryChoice>> = {
  paolo: 'nobody',
  ryoN: 'nobody',
  martina: 'public',
  naoko: 'public',
  jan: 'public',
  haruka: 'public',
};

const accessNeeds: Partial<Record<PersonKey, string>> = {
  lars: 'Captions in English, please.',
  takumi: '日本語の字幕を希望します。',
};

/** Everybody of the demo once they are in the database. */
export class Cast {
  readonly organisations = new Map<OrganisationName, string>();
  readonly users = new Map<PersonKey, string>();
  readonly crowd: { userId: string; person: DemoIndividual }[] = [];
  readonly opportunities = new Map<Cited, string>();
  private readonly actors = new Map<string, Command['actor']>();
  private readonly kit: DemoKit;

  constructor(kit: DemoKit) {
    this.kit = kit;
  }

  /** Those who take part in an event already, with what their organisations have published, and its staff. */
  static async found(kit: DemoKit, eventId: string): Promise<Cast> {
    const cast = new Cast(kit);
    const participants = await kit.participants.ofEvent(eventId);
    const users = await kit.users.of(participants.map(({ userId }) => userId));
    const cards = await kit.participants.cards(participants.map(({ participantId }) => participantId));
    const keys = new Map(personKeys.map((key) => [people[key].address.toLowerCase(), key]));
    for (const { userId, participantId } of participants) {
      const key = keys.get(users.get(userId)!.address);
      if (!key) continue;
      cast.users.set(key, userId);
      cast.organisations.set(people[key].organisation, cards.get(participantId)!.organisation.organisationId);
    }
    const staff = [
      ...(await kit.grants.holders('owner', eventId)),
      ...(await kit.grants.holders('organiser', eventId)),
    ];
    for (const [userId, { address }] of await kit.users.of(staff)) {
      const key = keys.get(address);
      if (key) cast.users.set(key, userId);
    }
    const published = await kit.opportunities.publishedOf([...cast.organisations.values()]);
    for (const [name, id] of cast.organisations) {
      const oldestFirst = [...(published.get(id) ?? [])].reverse();
      oldestFirst.forEach(({ opportunityId }, place) => cast.opportunities.set(`${name}.${place}`, opportunityId));
    }
    return cast;
  }

  /** Organisations, their people and the roles of the helpdesk. */
  async arrive(): Promise<void> {
    const { organisations: all, users, affiliations, grants } = this.kit;
    await this.kit.inTx(async (tx) => {
      for (const name of organisationNames) {
        const { domain: _, ...input } = organisations[name];
        this.organisations.set(name, await all.create(tx, input));
      }
    });
    const admins = new Map<OrganisationName, string>();
    const enter = async (tx: Tx, { address, name, lang, zone, organisation }: DemoIndividual) => {
      const { id } = await users.ensureByAddress(tx, address, lang);
      await users.update(tx, id, { name, lang, zone });
      const organisationId = this.organisations.get(organisation)!;
      if (admins.has(organisation)) {
        await affiliations.request(tx, id, organisationId);
      } else {
        await affiliations.makeAdmin(tx, id, organisationId);
        admins.set(organisation, id);
      }
      return id;
    };
    await this.kit.inTx(async (tx) => {
      for (const key of personKeys) this.users.set(key, await enter(tx, people[key]));
      for (const person of inventCrowd()) this.crowd.push({ userId: await enter(tx, person), person });
      for (const key of ['marie', 'yumi'] as const) await grants.give(tx, { userId: this.user(key), role: 'owner' });
      await grants.give(tx, { userId: this.user('thomas'), role: 'organiser' });
    });
    for (const admin of admins.values()) await this.welcomeColleagues(admin);
  }

  /** An admin approves everybody who says to belong to their organisation. */
  private async welcomeColleagues(admin: string): Promise<void> {
    const { affiliationRequests: requests } = this.kit;
    const { actor } = await this.kit.by(admin);
    for (const { people: colleagues } of await requests.mine(actor)) {
      for (const { affiliationId } of colleagues.filter(({ mayAnswer }) => mayAnswer)) {
        await requests.answer(await this.kit.by(admin, actor), affiliationId, 'active');
      }
    }
  }

  /** What their organisations offer and seek, each written by its first person. */
  async publish(): Promise<void> {
    for (const { organisation, input } of [...europeanOpportunities, ...japaneseOpportunities]) {
      const author = personKeys.find((key) => people[key].organisation === organisation)!;
      const organisationId = this.organisations.get(organisation)!;
      const { opportunityId } = await this.kit.opportunities.create(await this.by(author), organisationId, input);
      await this.kit.opportunities.publish(await this.by(author), opportunityId);
      const place = [...this.opportunities.keys()].filter((key) => key.startsWith(`${organisation}.`)).length;
      this.opportunities.set(`${organisation}.${place}`, opportunityId);
    }
  }

  /** Some of the people and some of the crowd register. */
  async register(eventId: string, keys: readonly PersonKey[], crowd: Cast['crowd'] = []): Promise<void> {
    const { consents } = await this.kit.forms.view(eventId, null);
    const chance = rng(`consents ${keys.join()} ${crowd.length}`);
    const formOf = (person: DemoIndividual, given: Partial<RegistrationInput>): RegistrationInput => {
      const { name, organisation, department, jobTitle, workingLanguages, lang, zone } = person;
      const organisationId = this.organisations.get(organisation) as never;
      return {
        name,
        organisation: { choose: 'existing', organisationId },
        department,
        jobTitle,
        departmentOther: (department && otherTitles[department]) || null,
        jobTitleOther: otherTitles[jobTitle] ?? null,
        workingLanguages,
        lang,
        zone,
        directory: 'participants',
        consents: consents.map(({ purpose, version }) => ({ purpose, version, given: chance.chance(0.6) })),
        answers: {},
        accessNeeds: null,
        ...given,
      };
    };
    await this.kit.inTx(async (tx) => {
      for (const key of keys) {
        const given = { directory: directory[key] ?? 'participants', accessNeeds: accessNeeds[key] ?? null };
        await this.kit.registrations.add(tx, this.user(key), eventId, formOf(people[key], given));
      }
      for (const { userId, person } of crowd) {
        await this.kit.registrations.add(tx, userId, eventId, formOf(person, { directory: 'nobody' }));
      }
    });
  }

  user(key: PersonKey): string {
    return this.users.get(key)!;
  }

  /** A command of this person. */
  async by(key: PersonKey): Promise<Command> {
    const command = await this.kit.by(this.user(key), this.actors.get(key));
    this.actors.set(key, command.actor);
    return command;
  }
}
