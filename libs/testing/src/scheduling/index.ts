export * from './event-options.ts';
export * from './scheduled-event.ts';
