import { answer, beginning } from './acts.js';
import { happensAtOnce } from './at-once.js';

happensAtOnce('acts of two people at once', { beginning, answer, histories: 150 });
