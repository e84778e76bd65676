import type { Lang, Role } from '@musubi/contracts';

/** A role that somebody holds; without event and organisation it holds everywhere. */
export interface Grant {
  role: Role;
  eventId: string | null;
  organisationId: string | null;
}

/** Who is acting: a signed-in person. */
export interface Actor {
  userId: string;
  loginId: string;
  grants: readonly Grant[];
  /** The second factor was given in this login. */
  secondFactor: boolean;
  lang: Lang;
  zone: string;
  name: string;
  /** User id of whoever really acts, where somebody acts for this person. */
  by?: string;
}

/** True where the person holds one of the roles, everywhere or for this event. */
export function holds(actor: Actor, roles: readonly Role[], eventId?: string): boolean {
  return actor.grants.some(
    (grant) => roles.includes(grant.role) && (grant.eventId === null || grant.eventId === eventId),
  );
}

/** Reads captured mail and sets the clock: everybody in the demo, in a rehearsal those who organise everything. */
export function mayStage({ demo, rehearsal }: { demo: boolean; rehearsal: boolean }, actor: Actor | null): boolean {
  return demo || (rehearsal && actor !== null && actor.secondFactor && holds(actor, ['organiser', 'owner']));
}
