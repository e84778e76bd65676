import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Controller, Module, Post } from '@nestjs/common';
import { newPerson } from '../../../test/new-person.js';
import { startApp } from '../../../test/start-app.js';
import { until } from '../../../test/until.js';
import { Jobs, Public, Transactions } from '../index.js';

const happened: string[] = [];

@Controller('probe/slow')
@Public()
class SlowController {
  constructor(private readonly transactions: Transactions) {}

  @Post()
  async slow() {
    happened.push('request started');
    await sleep(400);
    await this.transactions.run((tx) => tx.job('probe.slow', {}));
    happened.push('request done');
    // Sent while the workers rest: it stays for the next start.
    return this.transactions.read(async (em) => ({
      jobsLeft: (await em.query(`SELECT FROM pgboss.job WHERE name = 'probe.slow' AND state = 'created'`)).length,
    }));
  }
}
@Module({ controllers: [SlowController] })
class SlowModule {
  constructor(jobs: Jobs) {
    jobs.queue('probe.slow', {}, async () => {
      happened.push('job started');
      await sleep(400);
      happened.push('job done');
    });
  }
}

test('at the end, running requests are answered, running jobs are done, sockets are closed, and nothing is lost', async () => {
  const app = await startApp({ modules: [SlowModule], env: { WORKERS: '1' } });
  const person = await app.signIn(await newPerson(app));
  const socket = app.socket(person);
  socket.connect();
  await until(() => socket.connected);
  await app.transactions.run((tx) => tx.job('probe.slow', {}));
  await until(() => happened.includes('job started'));
  const request = app.http().post('/api/probe/slow');
  await until(() => happened.includes('request started'));
  const ended = app.close();
  expect(await request).toMatchObject({ status: 201, body: { jobsLeft: 1 } });
  await ended;
  expect(happened.toSorted()).toEqual(['job done', 'job started', 'request done', 'request started']);
  expect(socket.connected).toBe(false);
});
