import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { at } from '../paths.ts';

/** The rules that hold this repository together. */
export const rules = createRequire(import.meta.url)(at('.dependency-cruiser.cjs')) as {
  forbidden: { name: string; comment?: string }[];
  options: Record<string, unknown> & { enhancedResolveOptions: Record<string, unknown> };
};

/** A folder with these files (path → what each imports), judged by the rules; answers `rule: from → to`, sorted. */
export async function judge(folder: string, files: Record<string, string[]>): Promise<string[]> {
  const everything = { ...packages, ...files };
  for (const [path, imports] of Object.entries(everything)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const text = path.endsWith('.json')
      ? '{"type":"module","main":"index.js"}'
      : imports.map((one) => `import '${one}';`).join('\n');
    writeFileSync(join(folder, path), `${text}\n`);
  }
  const { enhancedResolveOptions, ...options } = rules.options;
  const top = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
  const { output } = await cruise(
    top,
    { ...options, baseDir: folder, validate: true, ruleSet: { forbidden: rules.forbidden } } as never,
    enhancedResolveOptions,
  );
  const { violations } = (output as ICruiseResult).summary;
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}

const packages: Record<string, string[]> = Object.fromEntries(
  ['zod', 'date-holidays', 'fast-check', '@nestjs/common', '@angular/core', '@jsverse/transloco'].flatMap((name) => [
    [`node_modules/${name}/package.json`, []],
    [`node_modules/${name}/index.js`, []],
  ]),
);
