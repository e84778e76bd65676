import { sentenceRows, termRows } from './data/glossary.ts';

/** `attested`: seen in official use; `confident`: usual; `review`: to be looked at by a native reader. */
export type GlossaryTerm = readonly [
  key: string,
  en: string,
  ja: string,
  confidence: 'attested' | 'confident' | 'review',
];

/** The terms of the interface in both languages: what translations are checked against. Not loaded by the browser. */
export const glossaryTerms: readonly GlossaryTerm[] = termRows;

/** Polite sentences in both languages. */
export const glossarySentences: readonly GlossaryTerm[] = sentenceRows;
