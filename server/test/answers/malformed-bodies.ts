import fc from 'fast-check';

/** As much of JSON Schema as our document uses. */
export interface BodySchema {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  anyOf?: BodySchema[];
  oneOf?: BodySchema[];
  properties?: Record<string, BodySchema>;
  items?: BodySchema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
}

/** One body to send: what is odd about it, its bytes, and whether it must be refused whatever the route does. */
export interface OddBody {
  what: string;
  text: string;
  refused: boolean;
}

type Named = Readonly<Record<string, BodySchema>>;

/** Some twenty bodies that a route of this schema should never get, the same ones for the same schema. */
export function oddBodies(schema: BodySchema, named: Named): OddBody[] {
  const good = sample(schema, named, false) as Record<string, unknown>;
  const unlikely = sample(schema, named, true) as Record<string, unknown>;
  const keys = Object.keys(good);
  const refuse = (what: string, body: unknown): OddBody => ({ what, text: JSON.stringify(body), refused: true });
  const perhaps = (what: string, body: unknown): OddBody => ({ what, text: JSON.stringify(body), refused: false });
  return [
    ...[null, [], [good], 'text', 42, true].map((body) => refuse(`${JSON.stringify(body).slice(0, 8)} as body`, body)),
    { what: 'half of a body', text: '{"a":', refused: true },
    { what: 'a prototype', text: '{"__proto__":{"admin":true}}', refused: true },
    refuse('an unknown key', { ...good, unknown: 1 }),
    refuse('a deep unknown key', { ...good, unknown: deep(5_000) }),
    refuse('a huge unknown key', { ...good, ['x'.repeat(100_000)]: 1 }),
    perhaps('all as it should be, of an unlikely kind', good),
    perhaps('the least likely of each kind', unlikely),
    ...keys.map((key) => perhaps(`${key}: the least likely`, { ...good, [key]: unlikely[key] })),
    perhaps('nothing in it', {}),
    ...keys
      .slice(0, 6)
      .flatMap((key) => [
        refuse(`${key}: an object of another kind`, { ...good, [key]: { surprise: [1] } }),
        perhaps(`${key}: nothing`, { ...good, [key]: null }),
      ]),
    ...keys
      .slice(0, 2)
      .flatMap((key) => [
        refuse(`${key}: deep`, { ...good, [key]: deep(5_000) }),
        perhaps(`${key}: a number out of all bounds`, { ...good, [key]: 1e300 }),
        perhaps(`${key}: long`, { ...good, [key]: '長'.repeat(70_000) }),
      ]),
  ];
}

const deep = (levels: number): unknown => {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level++) value = [value];
  return value;
};

/** Something the schema allows; `least` takes what is allowed and least likely, such as the year 0 or half of a character. */
function sample(schema: BodySchema, named: Named, least: boolean): unknown {
  const within = (part: BodySchema) => sample(part, named, least);
  if (schema.$ref) return within(named[schema.$ref.split('/').at(-1)!]!);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return within(choices.at(least && choices.at(-1)!.type !== 'null' ? -1 : 0)!);
  if (schema.enum) return schema.enum.at(least ? -1 : 0);
  if (schema.type === 'object') {
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, part]) => [key, within(part)]));
  }
  if (schema.type === 'array')
    return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => within(schema.items ?? {}));
  if (schema.type === 'boolean') return !least;
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? (least ? -1 : 1);
  return text(schema, least);
}

function text({ format, pattern, minLength = 1 }: BodySchema, least: boolean): string {
  if (format === 'uuid') return '01890000-0000-7000-8000-000000000000';
  if (format === 'date-time') return least ? '0000-01-01T00:00:00Z' : '2026-11-17T09:00:00Z';
  if (format === 'date') return least ? '0000-01-01' : '2026-11-17';
  if (format === 'email') return 'somebody@example.org';
  if (format === 'uri') return 'https://example.org/';
  const halves = '結\ud800'.repeat(Math.ceil(minLength / 2));
  if (least && new RegExp(pattern ?? '').test(halves)) return pattern ? halves : `\u0000${halves}`;
  if (pattern) {
    // The generator knows no lookahead; what it makes without is tried until it fits the whole.
    const matching = fc
      .stringMatching(new RegExp(pattern.replaceAll(/\(\?![^)]*\)/g, '')))
      .filter((made) => made.length >= minLength && made.length < 60 && new RegExp(pattern).test(made));
    return fc.sample(matching, { numRuns: 1, seed: least ? 2 : 1 })[0]!;
  }
  return '寿限無'.repeat(Math.ceil(minLength / 3));
}
