import { computed, signal } from '@angular/core';
import type { CaseKind, MeetingResult, OutcomeInput, OutcomeView } from '@musubi/contracts';

export type FollowUp = OutcomeInput['followUp'];
export type StepOwner = NonNullable<OutcomeInput['nextStepOwner']>;

/** What is still missing before the form can be sent, by field. */
export type OutcomeGap = 'result' | 'followUp' | 'nextStep' | 'nextStepOwner' | 'nextStepDue';

export interface OutcomeDraft {
  result: MeetingResult | null;
  followUp: FollowUp | null;
  nextStep: string;
  nextStepOwner: StepOwner | null;
  nextStepDue: string;
  kind: CaseKind | null;
  note: string;
}

const empty: OutcomeDraft = {
  result: null,
  followUp: null,
  nextStep: '',
  nextStepOwner: null,
  nextStepDue: '',
  kind: null,
  note: '',
};

/**
 * The ten-second form after a meeting. It asks only what follows from the answer before: whether you met, then whether
 * you go on, then, if you agreed, who does what by when. A step with owner and date claims that a case begins.
 */
export class OutcomeForm {
  private readonly said = signal<OutcomeDraft>(empty);
  private readonly tried = signal(false);

  readonly draft = this.said.asReadonly();
  /** Whether to go on is asked only of those who met. */
  readonly asksFollowUp = computed(() => this.said().result === 'met');
  readonly asksStep = computed(() => this.asksFollowUp() && this.said().followUp === 'agreed');
  readonly gaps = computed<OutcomeGap[]>(() => {
    const { result, followUp, nextStep, nextStepOwner, nextStepDue } = this.said();
    if (!result) return ['result'];
    if (this.asksFollowUp() && !followUp) return ['followUp'];
    if (!this.asksStep()) return [];
    // A step may stay unnamed; once named, it needs who and when to count as one.
    const named = nextStep.trim() !== '';
    if (!named && !nextStepOwner && !nextStepDue) return [];
    return [
      ...(named ? [] : (['nextStep'] as const)),
      ...(nextStepOwner ? [] : (['nextStepOwner'] as const)),
      ...(nextStepDue ? [] : (['nextStepDue'] as const)),
    ];
  });
  readonly complete = computed(() => this.gaps().length === 0);
  /** A named joint action with owner and date: a case is claimed. */
  readonly claimsCase = computed(() => this.asksStep() && this.complete() && this.said().nextStep.trim() !== '');
  /** Gaps to show: none before the reader tried to send. */
  readonly errors = computed<ReadonlySet<OutcomeGap>>(() => new Set(this.tried() ? this.gaps() : []));

  set(change: Partial<OutcomeDraft>): void {
    this.said.update((draft) => ({ ...draft, ...change }));
  }

  /** Starts from an earlier answer, to correct it, or from a draft that was kept. */
  take(from: OutcomeView | OutcomeDraft | null): void {
    this.tried.set(false);
    if (!from) return this.said.set(empty);
    this.said.set({
      result: from.result,
      followUp: from.followUp,
      nextStep: from.nextStep ?? '',
      nextStepOwner: from.nextStepOwner,
      nextStepDue: from.nextStepDue ?? '',
      kind: from.kind,
      note: from.note ?? '',
    });
  }

  /** What to send; null while something is missing, which is then shown. */
  submit(): OutcomeInput | null {
    this.tried.set(true);
    if (!this.complete()) return null;
    const { result, followUp, nextStep, nextStepOwner, nextStepDue, kind, note } = this.said();
    const step = this.claimsCase();
    return {
      result: result!,
      followUp: this.asksFollowUp() ? followUp! : 'none',
      nextStep: step ? nextStep.trim() : null,
      nextStepOwner: step ? nextStepOwner : null,
      nextStepDue: step ? nextStepDue : null,
      kind: this.asksStep() ? kind : null,
      note: note.trim() || null,
    };
  }
}
