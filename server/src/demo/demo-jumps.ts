import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { DemoDoor } from '../modules/identity/index.js';
import { Jobs, serverFolder } from '../platform/index.js';
import { DemoKit } from './demo-kit.js';

interface DemoJump {
  liveUntil(kit: DemoKit, to: Date): Promise<void>;
  liveNow(kit: DemoKit): Promise<void>;
}

/** Seeds stay TypeScript beside the sources: the runtime strips their types. */
const jump = pathToFileURL(join(serverFolder, 'seeds/jump.ts')).href;

/**
 * Lets the demo's people go on with their conference, while its clock jumps and while it goes by; without them it does so all
 * the same.
 */
export function liveThroughJumps(app: INestApplicationContext): void {
  const log = new Logger('DemoJumps');
  const kit = new DemoKit(app);
  const live = async (work: (people: DemoJump) => Promise<void>): Promise<void> => {
    try {
      await work((await import(jump)) as DemoJump);
    } catch (error) {
      log.error(`The demo’s people could not go on: ${String(error)}`);
    }
  };
  let jumping = false;
  let meeting = Promise.resolve();
  app.get(DemoDoor).onTheWay(async (to) => {
    jumping = true;
    await meeting;
    await live(({ liveUntil }) => liveUntil(kit, to));
    jumping = false;
  });
  // A jump runs what is due on its way: it does not wait for itself.
  const meet = async (): Promise<void> => {
    if (!jumping) await (meeting = meeting.then(() => live(({ liveNow }) => liveNow(kit))));
  };
  app.get(Jobs).sweep('the demo’s people meet', 15, () => Promise.resolve(0), meet);
}
