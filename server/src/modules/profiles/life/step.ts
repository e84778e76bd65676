import { type Action, next, revisionOf, type Standing, standingOf, stateOf, type Thing, waits } from './life.rules.js';
import type { LifeColumns } from './life.columns.js';

/** What a step needs to know of the thing that lives: where its public text is kept. */
export interface Living<Content> {
  thing: Thing;
  row: LifeColumns<Content>;
  read(): Content;
  write(content: Content): void;
}

/** Said by a decision that leaves everything as it was: nobody is told of it. */
export const asItWas = Symbol('as it was');

/** Takes a step and keeps what belongs to it: dates of waiting, and which text is the one. Says where it stands now. */
export function step<Content>(living: Living<Content>, action: Action, now: Date): Standing {
  const { thing, row } = living;
  const to = next(thing, standingOf(row), action);
  stand(living, to, now);
  if (action === 'submit' || action === 'publish' || action === 'approve') {
    Object.assign(row, { sentBackAt: null, sentBackBecause: null });
  }
  return to;
}

/** Changes that lost their public text beside them, or were approved, become the text. */
export function stand<Content>({ row, read, write }: Living<Content>, to: Standing, now: Date): void {
  const revisionState = revisionOf(to);
  if (revisionState === null && row.revision !== null) {
    write(row.revision);
    row.revision = null;
  } else if (revisionState !== null) {
    row.revision ??= read();
  }
  row.state = stateOf(to);
  row.revisionState = revisionState;
  row.submittedAt = waits(to) ? (row.submittedAt ?? now) : null;
}
