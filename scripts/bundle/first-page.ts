import { existsSync, readFileSync, statSync } from 'node:fs';
import { at } from '../paths.ts';
import { fetchedFor, strangers, type Stats } from './stats.ts';

/** Script and style that somebody's first visit to the public home may cost, brotli, in bytes. */
export const firstPageAtMost = 150_000;

/** The public home, in the language whose words weigh more. */
const firstPage = [
  'client/src/main.ts',
  'client/src/app/features/public/landing/landing.ts',
  ...['common', 'problem', 'public'].map((area) => `client/src/i18n/ja/${area}.json`),
  'angular:styles/global:styles',
];

/** What is wrong with the built client, in words; nothing when it is as light and as clean as it should be. */
export function complaints(stats: Stats, bytesOf: (file: string) => number): string[] {
  const files = fetchedFor(stats, firstPage);
  const weights = files.map((file) => ({ file, bytes: bytesOf(file) })).sort((a, b) => b.bytes - a.bytes);
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0);
  const heaviest = weights
    .slice(0, 8)
    .map(({ file, bytes }) => `  ${bytes} ${file} ${largestSource(stats, file)}`)
    .join('\n');
  const foreign = strangers(stats);
  return [
    ...(total > firstPageAtMost
      ? [`The first page fetches ${total} bytes of script and style, at most ${firstPageAtMost}:\n${heaviest}`]
      : []),
    ...(foreign.length > 0 ? [`These belong on the server, not in the client:\n  ${foreign.join('\n  ')}`] : []),
  ];
}

/** Judges `client/dist`. */
export function judgeClient(): string[] {
  const stats = JSON.parse(readFileSync(at('client', 'dist', 'browser-stats.json'), 'utf8')) as Stats;
  return complaints(stats, (file) => {
    const plain = at('client', 'dist', 'browser', file);
    return statSync(existsSync(`${plain}.br`) ? `${plain}.br` : plain).size;
  });
}

function largestSource({ outputs }: Stats, file: string): string {
  const sources = Object.entries(outputs[file]?.inputs ?? {}) as [string, { bytesInOutput?: number }][];
  return sources.sort(([, a], [, b]) => (b.bytesInOutput ?? 0) - (a.bytesInOutput ?? 0))[0]?.[0] ?? '';
}
