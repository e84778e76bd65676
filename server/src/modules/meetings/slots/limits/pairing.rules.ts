import type { KeptApart, OrganisationCard, Pairing } from '@musubi/contracts';

export interface PairingTerms {
  readonly pairing: Pairing;
  /** Pairs of organisations that do not meet, in either order. */
  readonly apart: readonly KeptApart[];
}

type Party = Pick<OrganisationCard, 'organisationId' | 'kind' | 'side'>;

/** Whether people of the two organisations may meet in a block, whoever asks. */
export function mayMeet({ pairing, apart }: PairingTerms, a: Party, b: Party): boolean {
  if (apart.some(({ one, other }) => isPair(one, other, a, b))) return false;
  switch (pairing.kind) {
    case 'all':
      return true;
    case 'eu_jp':
      return (a.side === 'eu' && b.side === 'jp') || (a.side === 'jp' && b.side === 'eu');
    case 'kinds':
      return (
        (pairing.one.includes(a.kind) && pairing.other.includes(b.kind)) ||
        (pairing.one.includes(b.kind) && pairing.other.includes(a.kind))
      );
  }
}

function isPair(one: string, other: string, a: Party, b: Party): boolean {
  return (
    (a.organisationId === one && b.organisationId === other) || (a.organisationId === other && b.organisationId === one)
  );
}
