import { type BlockInput, ScheduleRunInput } from '@musubi/contracts';
import type { DemoKit } from '../../src/demo/demo-kit.js';
import type { Cast } from '../cast.ts';
import type { PersonKey } from '../people.ts';
import { type DemoWish, sayWishes } from './wish.ts';

/** Before the last webinar of the year the organisers bring people together, from what each of them wishes. */
export const arrangedBlock: BlockInput = {
  name: { en: 'Meetings arranged by the organisers', ja: '主催者が調整する面談' },
  dates: ['2027-03-10', '2027-03-11'],
  from: '15:30',
  until: '17:00',
  slotMinutes: 20,
  gapMinutes: 5,
  rooms: 5,
  mode: 'plan',
};

export const wishing = [
  ...(['giulia', 'jonas', 'clara', 'carmen', 'eleni', 'elodie', 'martina', 'marek', 'lars', 'jan'] as const),
  ...(['aiko', 'naoko', 'takumi', 'kenichi', 'misaki', 'emi', 'miyu', 'sho', 'ryoN'] as const),
] satisfies readonly PersonKey[];

const wishes: readonly DemoWish[] = [
  ['giulia', 'aiko', 'must'],
  ['aiko', 'giulia', 'must'],
  ['giulia', 'naoko', 'meet'],
  ['naoko', 'giulia', 'meet'],
  ['giulia', 'takumi', 'meet'],
  ['jonas', 'aiko', 'must'],
  ['aiko', 'jonas', 'meet'],
  ['jonas', 'sho', 'meet'],
  ['clara', 'kenichi', 'must'],
  ['kenichi', 'clara', 'meet'],
  ['clara', 'emi', 'meet'],
  ['carmen', 'miyu', 'must'],
  ['miyu', 'carmen', 'must'],
  ['carmen', 'aiko', 'meet'],
  ['carmen', 'misaki', 'meet'],
  ['misaki', 'carmen', 'meet'],
  ['eleni', 'misaki', 'must'],
  ['eleni', 'aiko', 'meet'],
  ['elodie', 'emi', 'must'],
  ['emi', 'elodie', 'must'],
  ['elodie', 'aiko', 'meet'],
  ['martina', 'sho', 'meet'],
  ['sho', 'martina', 'must'],
  ['martina', 'aiko', 'must'],
  ['marek', 'ryoN', 'meet'],
  ['ryoN', 'marek', 'meet'],
  ['marek', 'aiko', 'must'],
  ['lars', 'takumi', 'meet'],
  ['takumi', 'lars', 'must'],
  ['lars', 'aiko', 'meet'],
  ['jan', 'naoko', 'meet'],
  ['naoko', 'jan', 'no_thanks'],
  ['jan', 'aiko', 'meet'],
  ['kenichi', 'jan', 'meet'],
];

/** Everybody says whom they want to meet; the organisers have tried a first plan, which nobody else has seen. */
export async function planAhead(kit: DemoKit, cast: Cast, eventId: string): Promise<void> {
  const { version } = await kit.schedules.of(eventId);
  await kit.schedules.put(await cast.by('marie'), eventId, {
    opensAt: null,
    preferencesUntil: '2027-02-26T08:00:00Z',
    mustAtMost: 3,
    meetingsAtMost: null,
    pairsOnce: true,
    version,
  });
  await sayWishes(kit, cast, eventId, wishes);
  const options = ScheduleRunInput.parse({ seed: 11, seconds: 60, iterations: 400 });
  const { runId } = await kit.scheduleRuns.start(await cast.by('marie'), eventId, options);
  await kit.runDesk.settled(runId);
}
