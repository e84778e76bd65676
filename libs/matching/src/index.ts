export * from './candidate.ts';
export * from './pairs.ts';
export * from './parts.ts';
export * from './score.ts';
export * from './recommend.ts';
export * from './stable/stable-matching.ts';
export * from './stable/blocking-pairs.ts';
