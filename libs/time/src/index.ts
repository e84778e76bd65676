export * from './interval.ts';
export * from './interval-set.ts';
export * from './wall-clock.ts';
export * from './slot-grid.ts';
export * from './zones.ts';
export * from './format.ts';
export * from './shared-window.ts';
export * from './remaining.ts';
