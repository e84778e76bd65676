import type { DelegationMode, DelegationPart } from '@musubi/contracts';

/** Somebody whom an organisation sends to an event. */
export interface Member {
  readonly participantId: string;
  readonly userId: string;
  readonly part: DelegationPart;
  readonly zone: string;
  readonly languages: readonly string[];
  /** By which members stand in a list: kana where there is one, else Latin, family name first. */
  readonly sortName: string;
}

/** The people behind a contact, as whoever asks for a meeting meets them. */
export interface Reach<M extends { participantId: string; part: DelegationPart } = Member> {
  readonly mode: DelegationMode;
  readonly contactId: string;
  readonly members: readonly M[];
}

/** Who of them may come when the contact is asked: backups only where they were asked themselves. */
export function reachable<M extends { participantId: string; part: DelegationPart }>({
  mode,
  contactId,
  members,
}: Reach<M>): M[] {
  const isContact = (member: M) => member.participantId === contactId;
  if (mode === 'own') return members.filter(isContact);
  if (mode === 'pool') return members.filter((member) => member.part !== 'backup' || isContact(member));
  return members.filter((member) => member.part === 'required' || isContact(member));
}
