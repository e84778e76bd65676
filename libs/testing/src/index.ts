export * from './rng.ts';
export * from './clock.ts';
export * from './people.ts';
export * from './organisations.ts';
