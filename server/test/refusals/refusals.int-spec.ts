import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorCodes } from '@musubi/contracts';
import { after } from '../builders/meetings.js';
import { startApp, type TestApp } from '../start-app.js';
import { type Area, type Moment, moments, type Thing } from './area.js';
import { areas } from './areas/index.js';
import { fingerprint } from './fingerprint.js';
import { outsiders, Scene } from './scene.js';

interface Cell {
  command: string;
  role: string;
  is: string;
}

/** Every command in this state, by every role. */
function cellsOf({ columns, commands, rows, outside }: Area, state: string): Cell[] {
  const strangers = outsiders.filter((role) => !columns.includes(role));
  return [...columns, ...strangers].flatMap((role) =>
    Object.keys(commands).map((command) => {
      const column = columns.indexOf(role);
      const row = rows[command]?.[state];
      const is = column >= 0 ? row?.[column] : outside?.[command]?.[role];
      return { command, role, is: is ?? 'not_found' };
    }),
  );
}

const done = (cell: Cell) => cell.is === 'does';
const states = areas.flatMap((area) =>
  Object.entries(area.states).map(([state, moment]) => ({ area, state, moment, cells: cellsOf(area, state) })),
);

describe('every command, in every state of its thing, by everybody', () => {
  let app: TestApp;
  let scene: Scene;
  /** Those whose turn comes when the clock has gone forward: they begin before. */
  const later = new Map<string, Thing[]>();
  beforeAll(async () => {
    app = await startApp();
    scene = await Scene.set(app, states.flatMap(({ cells }) => cells.filter(done)).length + 2 * states.length);
    for (const { area, state, cells } of states.filter(({ moment }) => moment !== 'before')) {
      const things = [];
      for (let n = 0; n <= cells.filter(done).length; n += 1) things.push(await area.make(scene, state));
      later.set(`${area.name} ${state}`, things);
    }
  }, 300_000);
  afterAll(() => app.close());

  const thingIn = async (area: Area, state: string): Promise<Thing> =>
    later.get(`${area.name} ${state}`)?.shift() ?? area.make(scene, state);

  const answerTo = async ({ commands }: Area, { command, role }: Cell, thing: Thing): Promise<string> => {
    const http = app.http(thing.people[role]!);
    const { status, body } = await commands[command]!.send({ app, http, thing, role });
    if (status < 300) return 'does';
    const { code, data } = body as { code: keyof typeof errorCodes; data?: object };
    expect([command, code, status]).toEqual([command, code, errorCodes[code]]);
    // What is not there has nothing to it; what people wrote and their addresses are told to nobody.
    if (code === 'not_found') expect([command, role, data]).toEqual([command, role, undefined]);
    expect(JSON.stringify(body)).not.toMatch(/@|Sensors for small/);
    return code;
  };

  const jumpTo = async (moment: Moment) => {
    const { startsAt, endsAt } = scene.slots[0]!;
    const to = { before: null, during: after(startsAt, 5), after: after(endsAt, 2), 'long after': after(endsAt, 5760) };
    if (to[moment]) await app.jumpTo(to[moment]);
    await app.jobs.runSweeps();
  };

  describe.each(moments)('%s', (now) => {
    beforeAll(() => jumpTo(now));

    const here = states.filter(({ moment }) => moment === now).map((one) => ({ ...one, name: one.area.name }));

    if (here.length > 0)
      it.each(here)(
        '$name, $state: what does not fit is refused with its code, changes nothing and tells nobody',
        async ({ area, state, cells }) => {
          const thing = await thingIn(area, state);
          const before = await fingerprint(app);
          const quiet = cells.filter((cell) => !done(cell));
          const answers = await Promise.all(quiet.map((cell) => answerTo(area, cell, thing)));
          const told = Object.fromEntries(
            quiet.map(({ command, role, is }, index) => [
              `${command} by ${role}`,
              answers[index] === 'does' && is === 'again' ? 'again' : answers[index]!,
            ]),
          );
          expect(told).toEqual(Object.fromEntries(quiet.map(({ command, role, is }) => [`${command} by ${role}`, is])));
          expect(await fingerprint(app)).toEqual(before);
        },
        120_000,
      );

    if (here.some(({ cells }) => cells.some(done)))
      it.each(here.filter(({ cells }) => cells.some(done)))(
        '$name, $state: what fits does what it says',
        async ({ area, state, cells }) => {
          const seen: Record<string, unknown> = {};
          await Promise.all(
            cells.filter(done).map(async (cell) => {
              const thing = await thingIn(area, state);
              const answer = await answerTo(area, cell, thing);
              seen[`${cell.command} by ${cell.role}`] =
                answer === 'does' ? await isDone(app, area, cell, thing) : answer;
            }),
          );
          expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((cell) => [cell, true])));
        },
        120_000,
      );
  });

  it('no row and no column is of nothing', () => {
    const unknown = areas.flatMap(({ name, columns, states, commands, rows }) =>
      Object.entries(rows).flatMap(([command, row]) =>
        Object.entries(row)
          .filter(([state, { length }]) => !(command in commands) || !(state in states) || length !== columns.length)
          .map(([state]) => `${name}: ${command} in ${state}`),
      ),
    );
    expect(unknown).toEqual([]);
  });
});

async function isDone(
  { db }: TestApp,
  { commands }: Area,
  { command, role }: Cell,
  { ids, people }: Thing,
): Promise<unknown> {
  const named: Record<string, string> = { ...ids, me: people[role]!.userId, mine: people[role]!.participantId! };
  const text = commands[command]!.done.replaceAll(/(?<!:):([a-zA-Z]+)/g, (_, name: string) => `'${named[name]}'`);
  const [row] = (await db.query(`SELECT (${text}) AS done`)) as { done: unknown }[];
  return row!.done;
}
