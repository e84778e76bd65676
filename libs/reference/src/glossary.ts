import { sentenceRows, termRows } from './data/glossary.ts';
import type { GlossaryTerm } from './glossary-term.ts';

export type { GlossaryTerm };

/** The terms of the interface in both languages: what translations are checked against. Not loaded by the browser. */
export const glossaryTerms: readonly GlossaryTerm[] = termRows;

/** Polite sentences in both languages. */
export const glossarySentences: readonly GlossaryTerm[] = sentenceRows;
