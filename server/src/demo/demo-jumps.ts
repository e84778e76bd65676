import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { DemoDoor } from '../modules/identity/index.js';
import { serverFolder } from '../platform/index.js';
import { DemoKit } from './demo-kit.js';

interface DemoJump {
  liveUntil(kit: DemoKit, to: Date): Promise<void>;
}

/** Seeds stay TypeScript beside the sources: the runtime strips their types. */
const jump = pathToFileURL(join(serverFolder, 'seeds/jump.ts')).href;

/** Lets the demo's people go on with their conference while its clock jumps; without them it jumps all the same. */
export function liveThroughJumps(app: INestApplicationContext): void {
  const log = new Logger('DemoJumps');
  const kit = new DemoKit(app);
  app.get(DemoDoor).onTheWay(async (to) => {
    try {
      const { liveUntil } = (await import(jump)) as DemoJump;
      await liveUntil(kit, to);
    } catch (error) {
      log.error(`The demo’s people could not go on: ${String(error)}`);
    }
  });
}
