import type { Lang, PersonName, Role } from '@musubi/contracts';
import { zoneOfRegion } from '@musubi/reference';
import { addressOf, inventPerson, rng } from '@musubi/testing';
import { Grants, Users } from '../../src/modules/identity/index.js';
import { nextSeed } from '../draws.js';
import type { TestApp } from '../start-app.js';

export interface TestPerson {
  userId: string;
  cookie: string;
  name: PersonName;
  address: string;
  lang: Lang;
  zone: string;
}

/** Somebody who signed in once, with a name; the same seed and region give the same name. */
export async function newPerson(app: TestApp, region = 'DE1', seed: string = nextSeed()): Promise<TestPerson> {
  const { name, lang, zone } = inventPerson(rng(seed), region);
  const address = addressOf(name, `${nextSeed()}.example`);
  const userId = await app.transactions.run(async (tx) => {
    const user = await app.app.get(Users).ensureByAddress(tx, address, lang);
    await app.app.get(Users).update(tx, user.id, { name, zone: zoneOfRegion(region) ?? zone });
    return user.id;
  });
  return { ...(await app.signIn(userId)), name, address, lang, zone };
}

/** Somebody who organises: everything, or one event. */
export async function newOrganiser(
  app: TestApp,
  eventId: string | null = null,
  role: Role = 'organiser',
): Promise<TestPerson> {
  const person = await newPerson(app);
  await app.transactions.run((tx) => app.app.get(Grants).give(tx, { userId: person.userId, role, eventId }));
  return person;
}
