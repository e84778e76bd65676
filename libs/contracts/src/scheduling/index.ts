export * from './words.ts';
export * from './preferences.ts';
export * from './runs.ts';
export * from './settings.ts';
export * from './plan.ts';
export * from './adjusting.ts';
export * from './publishing.ts';
export * from './gaps.ts';
