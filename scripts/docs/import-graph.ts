import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import { root } from '../paths.ts';

/** Who imports whom: the importer's group → the groups it imports. */
export type ImportGraph = Map<string, Set<string>>;

/** Reads the imports of the checkout and folds files into groups; `groupOf` says null for what is left out. */
export async function importGraph(
  folders: readonly string[],
  groupOf: (file: string) => string | null,
): Promise<ImportGraph> {
  const { output } = await cruise([...folders], {
    baseDir: root,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(dist|\\.angular|\\.spec\\.ts$|-spec\\.ts$)' },
    tsPreCompilationDeps: true,
  });
  const graph: ImportGraph = new Map();
  for (const { source, dependencies } of (output as ICruiseResult).modules as IModule[]) {
    const from = groupOf(source);
    if (!from) continue;
    const to = graph.get(from) ?? graph.set(from, new Set()).get(from)!;
    for (const { resolved } of dependencies) {
      const group = groupOf(resolved);
      if (group && group !== from) to.add(group);
    }
  }
  return graph;
}

/** Leaves out an arrow where a longer way leads to the same place, so that the order shows. */
export function withoutShortcuts(graph: ImportGraph): ImportGraph {
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(graph.get(from) ?? [])].some(
      (next) => next === to || (!seen.has(next) && (seen.add(next), reaches(next, to, seen))),
    );
  return new Map(
    [...graph].map(([from, all]) => [
      from,
      new Set([...all].filter((to) => ![...all].some((other) => other !== to && reaches(other, to)))),
    ]),
  );
}

/** A mermaid flowchart: an arrow leads from the importer to what it imports. Sorted, so that the same code gives the same text. */
export function mermaid(graph: ImportGraph): string {
  const arrows = [...graph].flatMap(([from, all]) => [...all].map((to) => `  ${from} --> ${to}`)).sort();
  const alone = [...graph.keys()].filter((name) => !arrows.some((arrow) => arrow.split(/ --> | {2}/).includes(name)));
  return ['```mermaid', 'flowchart LR', ...alone.map((name) => `  ${name}`), ...arrows, '```'].join('\n');
}
