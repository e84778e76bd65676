import { StopList } from '../../scripts/instance/stop-list.ts';

/** What the run's setup started; the teardown stops it. Both run in the same process. */
export const stopList = new StopList();
