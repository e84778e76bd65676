import { importGraph, mermaid, withoutShortcuts } from './import-graph.ts';

const partOf = (pattern: RegExp) => (file: string) => pattern.exec(file)?.[1] ?? null;

const packageOf = (file: string) =>
  /^libs\/([a-z]+)\/|@musubi\/([a-z]+)|^(server|client)\/src\//.exec(file)?.slice(1).find(Boolean) ?? null;
const moduleOf = partOf(/^server\/src\/(?:modules\/)?(platform|(?<=modules\/)[a-z]+)\//);
const layerOf = partOf(/^client\/src\/app\/(core|ui|data|parts|features|organiser|shell)\//);

/** The pictures in docs/architecture.md, by the name of their marker, each drawn from the imports of the code. */
export const drawings: Record<string, () => Promise<string>> = {
  packages: async () => mermaid(withoutShortcuts(await importGraph(['libs', 'server/src', 'client/src'], packageOf))),
  modules: async () => mermaid(withoutShortcuts(await importGraph(['server/src'], moduleOf))),
  client: async () => mermaid(withoutShortcuts(await importGraph(['client/src/app'], layerOf))),
};
