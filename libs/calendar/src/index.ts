export * from './office-calendar.ts';
export * from './answer-deadline.ts';
