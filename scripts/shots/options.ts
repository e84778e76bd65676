import { parseArgs } from 'node:util';

export const roles = ['anonymous', 'european', 'japanese', 'organiser'] as const;
export type Role = (typeof roles)[number];

export const phases = ['booking', 'live', 'follow-up'] as const;
/** Where the demo's clock stands: it begins in the first and only moves forward. */
export type Phase = (typeof phases)[number];

export interface Options {
  /** Words that a page's name or path must contain; none means every page. */
  pages: string[];
  widths: number[];
  langs: string[];
  themes: string[];
  roles: Role[];
  phases: Phase[];
  /** A running demo to photograph as it is, instead of one of its own. */
  site: string | null;
}

const usage = `npm run shots -- [page…] [--widths=1440,768,390] [--langs=en,ja] [--themes=light,dark]
  [--roles=${roles.join(',')}] [--phases=${phases.join(',')}] [--site=http://localhost:3000/]`;

/** @throws Error with the usage when an option is not known */
export function readOptions(args: string[]): Options {
  const option = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { widths: option, langs: option, themes: option, roles: option, phases: option, site: option },
    });
    return {
      pages: positionals,
      widths: list(values.widths, ['1440', '768', '390']).map(Number),
      langs: list(values.langs, ['en', 'ja']),
      themes: list(values.themes, ['light', 'dark']),
      roles: list(values.roles, roles),
      phases: list(values.phases, phases),
      site: values.site ? values.site.replace(/\/*$/, '/') : null,
    };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`, { cause: error });
  }
}

function list<T extends string>(given: string | undefined, all: readonly T[]): T[] {
  if (!given) return [...all];
  const wanted = given.split(',');
  const strange = wanted.find((one) => !(all as readonly string[]).includes(one) && !/^\d+$/.test(one));
  if (strange) throw new Error(`"${strange}" is none of ${all.join(', ')}`);
  return wanted as T[];
}
