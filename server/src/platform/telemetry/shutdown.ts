import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '../config/config.js';
import { Readiness } from './readiness.js';

const atMostMs = 25_000;

/**
 * Ends the process in order on SIGTERM or SIGINT: not ready any more, a pause for load balancers to notice, requests,
 * jobs and sockets drained, connections closed; after 25 seconds at the latest.
 */
export function endOnSignals(app: NestFastifyApplication): void {
  const log = new Logger('Shutdown');
  let ending = false;
  const end = async (signal: NodeJS.Signals) => {
    if (ending) return;
    ending = true;
    log.log(`${signal}: ending`);
    setTimeout(() => {
      log.error('Did not end in time');
      process.exit(1);
    }, atMostMs).unref();
    app.get(Readiness).closing();
    await sleep(app.get(Config).shutdownDelaySeconds * 1_000);
    await app.close();
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void end(signal));
  process.on('SIGINT', (signal) => void end(signal));
}
