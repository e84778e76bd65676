import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '@musubi/scheduling';
import {
  b2bInstance,
  denseEvent,
  meetingsDay,
  ruledEvent,
  scheduledEvent,
  usualEvent,
} from '@musubi/testing/scheduling';

/** A problem of the bench, made when its turn comes. */
export interface Instance {
  readonly name: string;
  readonly kind: 'B' | 'O';
  /** What others have published as the best, and whether they proved it; `null` where nothing is known. */
  readonly published: Published | null;
  readonly make: () => Problem;
}

export interface Published {
  /** `null` where it was proved that there is no plan. */
  readonly objective: number | null;
  readonly seconds: number;
}

/** The three sizes of problem O and one with every rule, all seeded. */
export const events: readonly Instance[] = [
  { name: 'O-300-organisations', kind: 'O', published: null, make: () => scheduledEvent(1, denseEvent) },
  { name: 'O-2000-people', kind: 'O', published: null, make: () => scheduledEvent(1, usualEvent) },
  { name: 'O-2000-every-rule', kind: 'O', published: null, make: () => scheduledEvent(1, ruledEvent) },
  {
    name: 'O-10000-people',
    kind: 'O',
    published: null,
    make: () =>
      scheduledEvent(1, {
        ...usualEvent,
        people: 10_000,
        wishes: 200_000,
        slots: 80,
        maximum: [8, 30],
        interpreters: 100,
      }),
  },
];

/** Days of problem B that have a plan by how they are made; every published instance is as large as one of them. */
export const days: readonly Instance[] = [
  { name: 'B-invented-180', kind: 'B', published: null, make: () => meetingsDay(1) },
  { name: 'B-invented-180-ordered', kind: 'B', published: null, make: () => meetingsDay(2, { ordered: 0.15 }) },
  {
    name: 'B-invented-300',
    kind: 'B',
    published: null,
    make: () => meetingsDay(3, { people: 78, meetings: 300, slots: 22, tables: 22 }),
  },
];

/** Every `.dzn` of the folder, in order of their names, beside what `published-results.csv` there says of it. */
export function instancesIn(folder: string): readonly Instance[] {
  if (!existsSync(folder)) throw new Error(`${folder}: there is no such folder`);
  const known = publishedIn(folder);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.dzn'))
    .sort()
    .map((file) => {
      const name = file.replace(/\.dzn$/, '');
      return {
        name,
        kind: 'B',
        published: known.get(name.split('/').at(-1)!) ?? null,
        make: () => read(join(folder, file)),
      };
    });
}

function read(file: string): Problem {
  try {
    return b2bInstance(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read as an instance`, { cause: error });
  }
}

/** `family,d,instance,solver,time_s,objective`, the results that were proved within the paper's limit, by `instance.family`. */
function publishedIn(folder: string): ReadonlyMap<string, Published> {
  const file = join(folder, 'published-results.csv');
  const found = new Map<string, Published>();
  if (!existsSync(file)) return found;
  for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
    const [family, spread, instance, , time, objective] = line.trim().split(',');
    const seconds = Number(time);
    if (!instance || spread !== '2' || !Number.isFinite(seconds)) continue;
    const name = `${instance}.${family}`;
    if ((found.get(name)?.seconds ?? Infinity) <= seconds) continue;
    found.set(name, { objective: objective === '-' ? null : Number(objective), seconds });
  }
  return found;
}
