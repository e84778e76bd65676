import {
  evidenceLevels,
  funnelSteps,
  type CaseStatus,
  type EvidenceLevel,
  type FunnelStep,
  type FunnelView,
  type MeetingRequestState,
  type MeetingState,
  type VerdictSource,
} from '@musubi/contracts';

export interface FunnelRequest {
  id: string;
  state: MeetingRequestState;
}
export interface FunnelMeeting {
  id: string;
  state: MeetingState;
  /** What each side that has answered says of a follow-up. */
  followUps: readonly ('agreed' | 'perhaps' | 'none')[];
}
export interface FunnelCase {
  id: string;
  status: CaseStatus;
  level: EvidenceLevel;
}

/** Everything that is counted. */
export interface FunnelMatter {
  requests: readonly FunnelRequest[];
  meetings: readonly FunnelMeeting[];
  cases: readonly FunnelCase[];
}

/** What stands behind a number: as many ids as the number says, of one kind. */
export interface FunnelBand {
  kind: 'request' | 'meeting' | 'case';
  ids: readonly string[];
  /** For case steps: by how well known, also those that only one side claims and that are not counted. */
  levels: Record<EvidenceLevel, readonly string[]> | null;
}

/** Case statuses that have come as far as the step. */
const reached: Partial<Record<FunnelStep, readonly CaseStatus[]>> = {
  initiated: ['initiated', 'drafted', 'signed'],
  drafted: ['drafted', 'signed'],
  signed: ['signed'],
};

/** ECCP matchmaking events 2016-17 (European Cluster Collaboration Platform, 3 Sep 2018). Beside ours, never a target. */
export const baseline = { held: 2210, initiated: 202, signed: 27, nonEuropeanShare: 0.53 } as const;

/**
 * The bands of the funnel. A number and its records are the same list. What one side claims stands outside of the number
 * until another party confirms it.
 */
export function funnelBands({ requests, meetings, cases }: FunnelMatter): Record<FunnelStep, FunnelBand> {
  const held = meetings.filter(({ state }) => state === 'held');
  const ofMeetings = (chosen: readonly FunnelMeeting[]): FunnelBand => ({
    kind: 'meeting',
    ids: chosen.map(idOf),
    levels: null,
  });
  const ofCases = (step: FunnelStep): FunnelBand => {
    const there = cases.filter(({ status }) => reached[step]!.includes(status));
    const levels = evidenceLevels.map(
      (level) => [level, there.filter((one) => one.level === level).map(idOf)] as const,
    );
    return {
      kind: 'case',
      ids: there.filter(({ level }) => level !== 'claimed').map(idOf),
      levels: Object.fromEntries(levels) as Record<EvidenceLevel, string[]>,
    };
  };
  return {
    requested: { kind: 'request', ids: requests.map(idOf), levels: null },
    confirmed: ofMeetings(meetings.filter(({ state }) => state !== 'cancelled')),
    held: ofMeetings(held),
    unanswered: ofMeetings(held.filter(({ followUps }) => followUps.length === 0)),
    follow_up: ofMeetings(held.filter(({ followUps }) => followUps.includes('agreed'))),
    initiated: ofCases('initiated'),
    drafted: ofCases('drafted'),
    signed: ofCases('signed'),
  };
}

export function funnelSummary(bands: Record<FunnelStep, FunnelBand>): FunnelView['steps'] {
  const held = bands.held.ids.length;
  return funnelSteps.map((step) => ({
    step,
    count: bands[step].ids.length,
    levels: countsOf(bands[step].levels),
    ofHeld: held === 0 || step === 'requested' || step === 'confirmed' ? null : bands[step].ids.length / held,
  }));
}

/** What is known of a meeting's verdict. */
export interface FunnelVerdict {
  state: MeetingState;
  source: VerdictSource;
  provisional: boolean;
  excluded: boolean;
  disputed: boolean;
}

/** How what was held is known, what may still change, and what counts for nobody. */
export function verdictCounts(verdicts: readonly FunnelVerdict[]): Pick<FunnelView, 'held' | 'excluded' | 'disputed'> {
  const held = verdicts.filter(({ state }) => state === 'held');
  const from = (wanted: VerdictSource) => held.filter(({ source }) => source === wanted).length;
  return {
    held: {
      measured: from('presence'),
      declared: from('declaration'),
      decided: from('organiser'),
      provisional: held.filter(({ provisional }) => provisional).length,
    },
    excluded: verdicts.filter(({ excluded }) => excluded).length,
    disputed: verdicts.filter(({ disputed }) => disputed).length,
  };
}

function countsOf(levels: FunnelBand['levels']): FunnelView['steps'][number]['levels'] {
  if (!levels) return null;
  const counts = evidenceLevels.map((level) => [level, levels[level].length] as const);
  return Object.fromEntries(counts) as Record<EvidenceLevel, number>;
}

const idOf = ({ id }: { id: string }): string => id;
