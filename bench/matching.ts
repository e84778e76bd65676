// `npm run bench -- matching [--json] [--worlds N] [--people N] [--shown N]`: the recommender judged offline, in invented
// conferences in which it is known who would gladly meet whom, beside chance and beside scores that look in one direction.
import { matchingWorld, usualWorld, type MatchingWorldOptions } from '@musubi/testing/matching';
import { play, type Outcome } from './matching/market.ts';
import { measure, measureNames, type Measures } from './matching/measures.ts';
import { methods, type MethodName } from './matching/methods.ts';
import { option, Report, rounded } from './report/report.ts';

const worlds = option('worlds', 10);
const size = option('people', usualWorld.size);
const shownEach = option('shown', 10);
const names = Object.keys(methods) as MethodName[];

/** The world as believed, and what would be if people published less or were moved more by what nobody can know. */
const conditions: Readonly<Record<string, MatchingWorldOptions>> = {
  usual: { ...usualWorld, size },
  'less published': { ...usualWorld, size, published: 0.4 },
  'mostly unknowable': { ...usualWorld, size, unknowable: 2 },
};

interface Estimate {
  mean: number;
  plusMinus: number;
}
type Figures = Record<keyof Measures, Estimate>;

const report = new Report();
const results: Record<string, Record<string, Figures>> = {};
/** Reciprocal precision in each world, by method. */
let perWorld: Partial<Record<MethodName, readonly number[]>> = {};
const gains: Record<string, Estimate> = {};
const began = performance.now();
for (const [condition, options] of Object.entries(conditions)) {
  const drawn = Array.from({ length: worlds }, (_, seed) => matchingWorld(seed, options));
  results[condition] = {};
  report.say(
    `${condition}: ${worlds} conferences of ${size} people, ${shownEach} shown to each (in %, ± is the 95 % interval)`,
  );
  report.say(['', ...measureNames].map((name) => name.padEnd(18)).join(''));
  for (const name of names) {
    const measured = drawn.map((world) => measure(world, methods[name], shownEach));
    const figures = summary(measured);
    perWorld[name] = measured.map(({ reciprocal }) => reciprocal);
    results[condition][name] = figures;
    const cells = measureNames.map((key) => `${percent(figures[key].mean)} ± ${percent(figures[key].plusMinus)}`);
    report.say([name, ...cells].map((cell) => cell.padEnd(18)).join(''));
  }
  // World by world: how lucky a world is counts for both methods alike.
  const gain = estimate(perWorld.reciprocal!.map((one, n) => one - perWorld['one-sided']![n]!));
  gains[condition] = gain;
  perWorld = {};
  report.say(`over one-sided, world by world: ${percent(gain.mean)} ± ${percent(gain.plusMinus)} points\n`);
}
const market = { sorted: played(false), spread: played(true) };
report.say(
  `ten days of requests, ${worlds} conferences (means): suggestions by score alone, and spread by who waits for whom`,
);
for (const [name, { held, withOne, asked, turnedAway }] of Object.entries(market)) {
  report.say(
    `${name.padEnd(8)} ${held} meetings held, ${percent(withOne)} % with at least one, ${asked} requests, ${turnedAway} of them wanted and turned away`,
  );
}

report.end({
  bench: 'matching',
  worlds,
  people: size,
  shown: shownEach,
  intervalPercent: 95,
  results: process.argv.includes('--json') ? results : `${Object.keys(results).length} conditions, above`,
  gains: process.argv.includes('--json') ? gains : 'above',
  reciprocalPrecision: results['usual']!['reciprocal']!.reciprocal.mean,
  overRandom: ratio('random'),
  overRandomAbroad: ratio('random abroad'),
  overOneSided: ratio('one-sided'),
  ofCeiling: ratio('ceiling'),
  gainOverOneSided: gains['usual']!.mean,
  gainPlusMinus: gains['usual']!.plusMinus,
  market,
  heldBySpreading: rounded(market.spread.held / market.sorted.held, 2),
  seconds: rounded((performance.now() - began) / 1000),
});

/** How many times as many of those shown fit both ways as with the other method, in the usual world. */
function ratio(name: MethodName): number {
  const { reciprocal } = results['usual']!;
  return rounded(reciprocal!.reciprocal.mean / results['usual']![name]!.reciprocal.mean, 2);
}

/** What came of requests in the usual world, on average. */
function played(spread: boolean): Outcome {
  const outcomes = Array.from({ length: worlds }, (_, seed) =>
    play(matchingWorld(seed, conditions['usual']), seed, spread),
  );
  const mean = (of: (one: Outcome) => number, digits = 1): number =>
    rounded(outcomes.reduce((sum, one) => sum + of(one), 0) / worlds, digits);
  return {
    held: mean((one) => one.held),
    withOne: mean((one) => one.withOne, 4),
    asked: mean((one) => one.asked),
    turnedAway: mean((one) => one.turnedAway),
  };
}

function summary(measured: readonly Measures[]): Figures {
  return Object.fromEntries(measureNames.map((key) => [key, estimate(measured.map((one) => one[key]))])) as Figures;
}

/** Mean over the worlds, and half of its 95 % interval (normal approximation). */
function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return { mean: rounded(mean, 4), plusMinus: rounded(1.96 * Math.sqrt(variance / values.length), 4) };
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
