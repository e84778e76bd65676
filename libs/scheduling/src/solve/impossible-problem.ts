import type { Diagnosis } from '../problem/diagnosis.ts';

/** A problem that no plan can keep; `diagnoses` name the causes. */
export class ImpossibleProblem extends Error {
  readonly diagnoses: readonly Diagnosis[];

  constructor(diagnoses: readonly Diagnosis[]) {
    super(`Impossible: ${diagnoses.map(({ code, ids, slots }) => [code, ...ids, ...slots].join(' ')).join('; ')}`);
    this.name = 'ImpossibleProblem';
    this.diagnoses = diagnoses;
  }
}
