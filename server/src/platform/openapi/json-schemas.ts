import * as contracts from '@musubi/contracts';
import { z } from 'zod';

/** Schemas of the contract that are objects, or choices between objects, have the names that they are exported by. */
const names = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(contracts)) {
  if (schema instanceof z.ZodObject || schema instanceof z.ZodUnion) names.add(schema, { id });
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * What is sent, written out where it is sent and titled with its name, since a query is spread over its parameters;
 * what comes back, by reference. `components` are the named schemas that either refers to.
 */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  // As items of a list a named schema is referred to like any other; on its own it would be written out.
  const { items, $defs = {} } = inDocument(
    z.toJSONSchema(z.array(schema), {
      io,
      metadata: names,
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema: made }) => {
        // A format says it; its pattern is ten times as long.
        if (made.format) delete made.pattern;
        // Every integer is one that JavaScript holds exactly; that is no rule of ours.
        if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum;
        if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum;
        // Answers may gain keys; only what is strict is closed.
        if (zodSchema instanceof z.ZodObject && !zodSchema.def.catchall) delete made.additionalProperties;
      },
    }),
  );
  const components = Object.fromEntries(Object.entries($defs).map(([name, made]) => [name, withoutId(made)]));
  const name = names.get(schema)?.id;
  if (io === 'output' || !name) return { schema: items as JsonSchema, components };
  const { [name]: own, ...others } = components;
  return { schema: { title: name, ...own }, components: others };
}

/** Named schemas stand beside all others of the document. */
function inDocument(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}

function withoutId({ id: _, ...rest }: JsonSchema): JsonSchema {
  return rest;
}
