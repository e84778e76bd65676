/** What the client's builder tells of the files it wrote, in `client/dist/browser-stats.json`. */
export interface Stats {
  outputs: Record<string, Output>;
}

export interface Output {
  /** The source that the file was made for: the program's start, or what is imported on demand. */
  entryPoint?: string;
  imports: { path: string; kind: 'import-statement' | 'dynamic-import' }[];
  /** Sources in the file, by path in the checkout. */
  inputs: Record<string, unknown>;
}

/** The files of these sources, with all that they import at once: what a browser must fetch before they run. */
export function fetchedFor({ outputs }: Stats, entryPoints: readonly string[]): string[] {
  const names = new Map(Object.entries(outputs).map(([name, { entryPoint }]) => [entryPoint, name]));
  const fetched = new Set<string>();
  for (const entryPoint of entryPoints) {
    const name = names.get(entryPoint);
    if (!name)
      throw new Error(`The client has no file of its own for ${entryPoint}; scripts/bundle names the first page's`);
    add(name);
  }
  return [...fetched];

  function add(name: string): void {
    if (fetched.has(name)) return;
    fetched.add(name);
    for (const { path, kind } of outputs[name]?.imports ?? []) if (kind === 'import-statement') add(path);
  }
}

const ofTheServer = [
  /node_modules\/(zod|pg|typeorm|fastify|@fastify|@nestjs|nodemailer|pg-boss|livekit-server-sdk|reflect-metadata)\//,
  /^(server|scripts|bench|e2e)\//,
  /^libs\/testing\//,
];

/** Sources in browser files that belong on the server: schemas are checked there, and weigh as much as a page. */
export function strangers({ outputs }: Stats): string[] {
  const sources = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  return [...new Set(sources)].filter((source) => ofTheServer.some((pattern) => pattern.test(source))).sort();
}
