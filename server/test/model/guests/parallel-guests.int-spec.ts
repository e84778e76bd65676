import { happensAtOnce } from '../at-once.js';
import { guestAnswer, guestBeginning } from './acts.js';

happensAtOnce('acts of two people and their guests at once', {
  ...{ beginning: guestBeginning, answer: guestAnswer },
  histories: 30,
});
