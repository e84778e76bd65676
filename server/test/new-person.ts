import type { Lang, PersonName, Role } from '@musubi/contracts';
import { Grants, Users } from '../src/modules/identity/index.js';
import type { TestApp } from './start-app.js';

let made = 0;

export interface NewPerson {
  address?: string;
  lang?: Lang;
  name?: Partial<PersonName>;
  /** Roles held everywhere, or in `eventId`. */
  roles?: readonly Role[];
  eventId?: string;
}

/** A person with an account, a name and the roles given. */
export async function newPerson(
  app: TestApp,
  { address, lang = 'en', name, roles = [], eventId }: NewPerson = {},
): Promise<string> {
  const number = ++made;
  return app.transactions.run(async (tx) => {
    const users = app.app.get(Users);
    const { id } = await users.ensureByAddress(tx, address ?? `test-person-${number}@example.org`, lang);
    await users.update(tx, id, {
      name: {
        familyLatin: `Family ${'I'.repeat(number)}`,
        givenLatin: 'Given',
        familyLocal: null,
        givenLocal: null,
        familyKana: null,
        givenKana: null,
        ...name,
      },
    });
    for (const role of roles) await app.app.get(Grants).give(tx, { userId: id, role, eventId: eventId ?? null });
    return id;
  });
}
