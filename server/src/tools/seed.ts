// `npm run seed -- --stage=registration|booking|live|followup`: empties the demo's database and brings its year to a stage.
import { parseArgs } from 'node:util';
import { demoStages, type DemoStage, refillDemo } from '../demo/demo-data.js';
import { Config, migrate } from '../platform/index.js';

const { values } = parseArgs({ options: { stage: { type: 'string', default: 'booking' } } });
if (!demoStages.some((stage) => stage === values.stage)) {
  console.error(`Say which stage: --stage=${demoStages.join('|')}`);
  process.exit(2);
}
await migrate(Config.from(process.env).databaseUrl);
await refillDemo(process.env, values.stage as DemoStage);
console.log(`The demo's year has come to: ${values.stage}.`);
