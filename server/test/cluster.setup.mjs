import { startThrowawayCluster } from '../../scripts/postgres/throwaway-cluster.ts';

/** One cluster for the run; each spec file clones its database from a migrated template (test/databases.ts). */
export default async function startCluster() {
  globalThis.testCluster = await startThrowawayCluster();
  process.env.TEST_CLUSTER_URL = globalThis.testCluster.url('').replace(/\/$/, '');
}
