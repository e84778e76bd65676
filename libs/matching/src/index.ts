export * from './candidate.ts';
export * from './pairs.ts';
export * from './parts.ts';
export * from './score.ts';
export * from './recommend.ts';
