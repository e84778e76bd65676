import './scheduling.facts.js';

export { Asking } from './preferences/asking/asking.service.js';
export { Preferences } from './preferences/preferences.service.js';
export { Publishing } from './publishing/publishing.service.js';
export { RunDesk } from './runs/solving/run-desk.js';
export { ScheduleRuns } from './runs/schedule-runs.service.js';
export { Schedules } from './settings/schedule.service.js';
export { SchedulingModule } from './scheduling.module.js';
