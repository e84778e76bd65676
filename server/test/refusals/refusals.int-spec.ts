import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorCodes } from '@musubi/contracts';
import { after, newMeetingEvent, type MeetingEvent } from '../builders/meetings.js';
import { startApp, type TestApp } from '../start-app.js';
import { commandNames, commands, type CommandName } from './commands.js';
import { answerTo } from './table.js';
import { bystandersOf, fingerprint, type Role, roles, type State, states, type Thing, thingIn } from './things.js';

let app: TestApp;
let scene: MeetingEvent;
let bystanders: Awaited<ReturnType<typeof bystandersOf>>;
/** Those that are over when their turn comes: the clock goes forward once, at the end. */
let later: Thing;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  bystanders = await bystandersOf(app, scene);
  later = await thingIn(app, scene, bystanders, 'over');
}, 60_000);
afterAll(() => app.close());

/** Whoever has nothing to do with it may ask as anybody may, and knows of nothing else. */
function expected(command: CommandName, state: State, role: Role): string {
  if (role === 'stranger') return command === 'ask' ? 'registration.required' : 'not_found';
  if (role === 'third') return command === 'ask' ? 'does' : 'not_found';
  return answerTo(command, state, role);
}

describe.each(states)('what is %s', (state) => {
  it('answers every command that does not fit with its code, and nothing changes or is told', async () => {
    if (state === 'over') {
      await app.jumpTo(after(scene.slots[0]!.endsAt, 2));
      await app.jobs.runSweeps();
    }
    const thing = state === 'over' ? later : await thingIn(app, scene, bystanders, state);
    const before = await fingerprint(app);
    for (const role of roles) {
      const refused = commandNames.filter((command) => expected(command, state, role) !== 'does');
      const answers: Record<string, string> = {};
      for (const command of refused) {
        const { status, body } = await commands[command](app.http(thing.people[role]), thing, role);
        answers[command] = status < 300 ? 'does' : String(body.code);
        if (status >= 300) expect([body.code, status]).toEqual([body.code, errorCodes[body.code as never]]);
      }
      const wanted = Object.fromEntries(refused.map((command) => [command, expected(command, state, role)]));
      expect([role, answers]).toEqual([role, wanted]);
    }
    expect(await fingerprint(app)).toBe(before);
  }, 60_000);
});

it('the table leaves out no command', () => {
  const cells = states.flatMap((state) => commandNames.map((command) => expected(command, state, 'organiser')));
  expect(cells.filter((cell) => cell !== 'does' && !(cell in errorCodes))).toEqual([]);
});
