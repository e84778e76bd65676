import type { CaseKind, CaseStatus, EvidenceLevel, OutcomeInput, Side } from '@musubi/contracts';
import { DomainError } from '../../../platform/index.js';

/** What one person says now of one of the case's meetings. */
export interface Statement extends Pick<
  OutcomeInput,
  'followUp' | 'nextStep' | 'nextStepOwner' | 'nextStepDue' | 'kind'
> {
  organisationId: string;
  at: Date;
}

/** What a case is judged from. */
export interface CaseEvidence {
  parties: readonly { organisationId: string; side: Side }[];
  statements: readonly Statement[];
  /** Organisations that said so outside of an outcome. */
  confirmedBy: readonly string[];
  verified: boolean;
}

export interface CaseJudgement {
  status: Extract<CaseStatus, 'contact' | 'follow_up_agreed' | 'initiated'>;
  level: EvidenceLevel;
  disputed: boolean;
  kind: CaseKind | null;
  nextStep: string | null;
  nextStepDue: string | null;
  /** Who named the step first; only another party can confirm it. */
  claimedBy: string | null;
}

/** A named joint action with its owner and date: a claim that cooperation begins. */
export function isClaim({
  followUp,
  nextStep,
  nextStepOwner,
  nextStepDue,
}: Omit<Statement, 'organisationId' | 'at'>): boolean {
  return followUp !== 'none' && Boolean(nextStep) && nextStepOwner !== null && nextStepDue !== null;
}

/**
 * What is known of a case. It begins with a claim; another party's agreement confirms it, a colleague's does not;
 * between an EU and a Japanese party it counts as initiated. Who says that nothing follows disputes it.
 */
export function judgeCase({ parties, statements, confirmedBy, verified }: CaseEvidence): CaseJudgement {
  const claims = statements.filter(isClaim).sort((a, b) => a.at.getTime() - b.at.getTime());
  const [first] = claims;
  if (!first) return unclaimed(statements);
  const others = statements.filter(({ organisationId }) => organisationId !== first.organisationId);
  const agreed =
    others.some(({ followUp }) => followUp === 'agreed') || confirmedBy.some((id) => id !== first.organisationId);
  const sides = new Set(parties.map(({ side }) => side));
  const latest = claims.at(-1)!;
  return {
    status: sides.has('eu') && sides.has('jp') ? 'initiated' : 'follow_up_agreed',
    level: verified ? 'verified' : agreed ? 'confirmed' : 'claimed',
    disputed: others.some(({ followUp }) => followUp === 'none'),
    kind: latest.kind ?? first.kind,
    nextStep: latest.nextStep,
    nextStepDue: latest.nextStepDue,
    claimedBy: first.organisationId,
  };
}

/** @throws DomainError `case.same_party` for the claimant's own people, `case.wrong_state` when there is nothing to confirm */
export function assertMayConfirm({ claimedBy, level }: CaseJudgement, organisationIds: readonly string[]): void {
  if (claimedBy === null || level === 'verified') throw new DomainError('case.wrong_state');
  if (organisationIds.includes(claimedBy)) throw new DomainError('case.same_party');
}

/** @throws DomainError `case.wrong_state` unless another party has confirmed it */
export function assertMayVerify({ level }: CaseJudgement): void {
  if (level === 'claimed') throw new DomainError('case.wrong_state');
}

/** Every claim was taken back, or none was made. */
function unclaimed(statements: readonly Statement[]): CaseJudgement {
  return {
    status: statements.some(({ followUp }) => followUp === 'agreed') ? 'follow_up_agreed' : 'contact',
    level: 'claimed',
    disputed: false,
    kind: null,
    nextStep: null,
    nextStepDue: null,
    claimedBy: null,
  };
}
