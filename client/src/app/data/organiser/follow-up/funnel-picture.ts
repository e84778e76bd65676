import type { EvidenceLevel, FunnelStep, FunnelView } from '@musubi/contracts';

/** A piece of a bar: how long it is, from 0 to 1 of the longest number, and what it says. */
export interface FunnelPiece {
  readonly kind: 'all' | EvidenceLevel;
  readonly count: number;
  readonly share: number;
}

export interface FunnelRow {
  readonly step: FunnelStep;
  readonly count: number;
  readonly pieces: readonly FunnelPiece[];
  /** Claimed by one side: beside the number, not in it. Null where nothing is claimed. */
  readonly claimed: number | null;
  /** Share of held meetings, from 0 to 1; only from what follows them on. */
  readonly ofHeld: number | null;
  /** The published baseline's number, and its share of held meetings. */
  readonly baseline: { readonly count: number; readonly ofHeld: number | null } | null;
  /** A section of the ladder begins here. */
  readonly key: boolean;
}

/** Steps that begin a section: what was met, and what became a case. */
const keys: readonly FunnelStep[] = ['held', 'initiated'];

/** Steps that lie after a held meeting. */
const after: readonly FunnelStep[] = ['unanswered', 'follow_up', 'initiated', 'drafted', 'signed'];

/** How well a statement is known, the best first, as the pieces of a bar stand. */
const levels: readonly EvidenceLevel[] = ['verified', 'confirmed', 'claimed'];

/** The ladder from request to signed instrument, all bars on one scale. */
export function funnelPicture({ steps, baseline }: FunnelView): FunnelRow[] {
  const longest = Math.max(1, ...steps.map(({ count }) => count));
  const based: Partial<Record<FunnelStep, number>> = {
    held: baseline.held,
    initiated: baseline.initiated,
    signed: baseline.signed,
  };
  return steps.map(({ step, count, levels: known, ofHeld }) => {
    const piece = (kind: FunnelPiece['kind'], many: number): FunnelPiece => ({
      kind,
      count: many,
      share: many / longest,
    });
    const base = based[step];
    return {
      step,
      count,
      pieces: known
        ? levels.filter((level) => known[level] > 0).map((level) => piece(level, known[level]))
        : count > 0
          ? [piece('all', count)]
          : [],
      claimed: known && known.claimed > 0 ? known.claimed : null,
      ofHeld: after.includes(step) ? ofHeld : null,
      baseline: base === undefined ? null : { count: base, ofHeld: step === 'held' ? null : base / baseline.held },
      key: keys.includes(step),
    };
  });
}
