import { playsOut } from '../plays-out.js';
import { poolAct, poolBeginning } from './acts.js';
import { pools } from './on-postgresql.js';

playsOut('any sequence of acts of somebody and an organisation that shares what comes in', pools, {
  ...{ beginning: poolBeginning, act: poolAct },
  sequences: 40,
});
