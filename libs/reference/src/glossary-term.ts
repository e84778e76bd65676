/** `attested`: seen in official use; `confident`: usual; `review`: to be looked at by a native reader. */
export type GlossaryTerm = readonly [
  key: string,
  en: string,
  ja: string,
  confidence: 'attested' | 'confident' | 'review',
];
