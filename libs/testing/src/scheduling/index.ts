export * from './event-options.ts';
export * from './scheduled-event.ts';
export * from './dzn.ts';
export * from './b2b-instance.ts';
export * from './small-event.ts';
export * from './meetings-day.ts';
