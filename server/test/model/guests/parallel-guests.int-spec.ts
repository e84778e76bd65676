import { lifeCycle } from '../on-postgresql.js';
import { happensAtOnce } from '../at-once.js';
import { guestAnswer, guestBeginning } from './acts.js';

happensAtOnce('acts of two people and their guests at once', lifeCycle, {
  ...{ beginning: guestBeginning, answer: guestAnswer },
  histories: 20,
});
