import type { Participant } from '../../../registration/index.js';

/** Somebody as far as a plan needs to know. */
export type Planned = Pick<Participant, 'participantId' | 'userId' | 'organisationId' | 'workingLanguages' | 'zone'>;

/** How a delegation shares what comes in, as seen from one of its people. */
export interface Sharing {
  mode: 'own' | 'pool' | 'everyone';
  organisationId: string;
  /** Who may come when this person is asked for. */
  reachable: readonly string[];
  /** The same people come whichever of them is asked for. */
  common: boolean;
}

/** Who a wish is really with: a person, whoever of a pool can, or a whole delegation. */
export interface Party {
  /** The same for everybody who leads to the same people. */
  key: string;
  organisationId: string;
  people: readonly string[];
  need: 'all' | 'one';
}

export function partyOf({ participantId, organisationId }: Planned, sharing: Sharing | undefined): Party {
  if (!sharing || sharing.mode === 'own' || sharing.reachable.length < 2)
    return { key: participantId, organisationId, people: [participantId], need: 'all' };
  return {
    key: sharing.common ? sharing.organisationId : participantId,
    organisationId: sharing.organisationId,
    people: [...sharing.reachable].sort(),
    need: sharing.mode === 'pool' ? 'one' : 'all',
  };
}

/** As themselves: two people of one delegation meet like that. */
export const alone = ({ participantId, organisationId }: Planned): Party => ({
  key: participantId,
  organisationId,
  people: [participantId],
  need: 'all',
});
