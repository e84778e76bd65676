import { answer, beginning } from './acts.js';
import { happensAtOnce } from './at-once.js';
import { lifeCycle } from './on-postgresql.js';

happensAtOnce('acts of two people at once', lifeCycle, { beginning, answer, histories: 150 });
