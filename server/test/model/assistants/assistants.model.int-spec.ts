import { lifeCycle } from '../on-postgresql.js';
import { playsOut } from '../plays-out.js';
import { assistedAct, assistedBeginning } from './acts.js';

playsOut('any sequence of acts of two people, of whom one has an assistant', lifeCycle, {
  ...{ beginning: assistedBeginning, act: assistedAct },
  sequences: 30,
});
