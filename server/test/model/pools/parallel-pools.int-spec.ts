import { happensAtOnce } from '../at-once.js';
import { poolAnswer, poolBeginning } from './acts.js';
import { pools } from './on-postgresql.js';

happensAtOnce('acts of somebody and an organisation that shares what comes in at once', pools, {
  ...{ beginning: poolBeginning, answer: poolAnswer },
  histories: 20,
});
