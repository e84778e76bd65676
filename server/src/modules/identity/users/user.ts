import type { Lang, PersonName } from '@musubi/contracts';

/** A person's account as other modules see it. */
export interface User {
  id: string;
  address: string;
  addressVerified: boolean;
  name: PersonName | null;
  lang: Lang;
  zone: string;
}

/** What may be shown of a person without asking who looks: never the address. */
export interface UserCard {
  userId: string;
  name: PersonName | null;
  lang: Lang;
  zone: string;
}

export interface UserPatch {
  name?: PersonName;
  lang?: Lang;
  zone?: string;
}

/** The name in Latin script, given name first; the mail address's first part while there is none. */
export function displayName({ name, address }: { name: PersonName | null; address: string }): string {
  return name ? `${name.givenLatin} ${name.familyLatin}` : (address.split('@')[0] ?? address);
}
