import { type BlockInput, ScheduleRunInput } from '@musubi/contracts';
import type { DemoKit } from '../../src/demo/demo-kit.js';
import type { MeetingRow } from '../../src/modules/meetings/index.js';
import type { Cast } from '../cast.ts';
import { plainOutcome } from '../encounters.ts';
import { isAsSeeded } from '../requests/lived.ts';
import { staysIn, type Taking } from '../stays.ts';
import { earlyWishes, laterWishes } from './conference-wishes.ts';
import { sayWishes } from './wish.ts';

/** The days after the conference: the organisers bring people together, at first those who answered early. */
export const arrangedBlocks = [
  {
    name: { en: 'Arranged meetings, first round', ja: '主催者が調整する面談（第1回）' },
    dates: ['2027-01-28'],
    from: '17:00',
    until: '18:40',
    slotMinutes: 20,
    gapMinutes: 5,
    rooms: 6,
    mode: 'plan',
  },
  {
    name: { en: 'Arranged meetings, second round', ja: '主催者が調整する面談（第2回）' },
    dates: ['2027-01-29', '2027-02-01'],
    from: '16:30',
    until: '19:00',
    slotMinutes: 20,
    gapMinutes: 5,
    rooms: 4,
    mode: 'plan',
  },
] as const satisfies readonly BlockInput[];

/** Enough for the best plan of so few; the same steps give the same plan everywhere. */
const steps = { seconds: 60, iterations: 400 };

/** The plan of the first round, in which everything fits; it is published while the second is still being asked for. */
export async function publishFirstRound(kit: DemoKit, cast: Cast, eventId: string): Promise<void> {
  await atMost(kit, cast, eventId, null);
  await sayWishes(kit, cast, eventId, earlyWishes);
  const runId = await run(kit, cast, eventId, { round: 0, seed: 7 });
  const { planVersion } = await kit.scheduleRuns.view(eventId, runId);
  await kit.publishing.publish(await cast.by('yumi'), eventId, runId, planVersion);
}

/** Two plans of the second round, with four meetings for each at most and with as many as fit; which it will be is open. */
export async function trySecondRound(kit: DemoKit, cast: Cast, eventId: string): Promise<void> {
  await sayWishes(kit, cast, eventId, laterWishes);
  await atMost(kit, cast, eventId, 4);
  await run(kit, cast, eventId, { round: 1, seed: 21 });
  await atMost(kit, cast, eventId, null);
  await run(kit, cast, eventId, { round: 1, seed: 41 });
}

/** The people of the first round are in their rooms. */
export async function firstRoundMeets(kit: DemoKit, eventId: string, takes: Taking): Promise<void> {
  const meetings = await firstRound(kit, eventId);
  const ids = meetings.map(({ id }) => id);
  const presence = await kit.rooms.presence('meeting', ids);
  const words = await kit.wordsOf(ids);
  await kit.inTx(async (tx) => {
    for (const meeting of meetings) {
      if (meeting.state !== 'confirmed' || !takes(meeting)) continue;
      if (presence.get(meeting.id)!.length === 0 && words.get(meeting.id)!.length === 0)
        await kit.rooms.remember(tx, ...staysIn(meeting, undefined));
    }
  });
}

/** Both sides say the same of each meeting: one in three has led nowhere. Where a visitor had a hand in it, nobody is spoken for. */
export async function firstRoundSays(kit: DemoKit, eventId: string): Promise<void> {
  const meetings = (await firstRound(kit, eventId)).filter(({ state }) => state === 'held');
  const ids = meetings.map(({ id }) => id);
  const presence = await kit.rooms.presence('meeting', ids);
  const words = await kit.wordsOf(ids);
  for (const [at, meeting] of meetings.entries()) {
    const { id, sides } = meeting;
    if (words.get(id)!.length > 0 || !isAsSeeded(presence.get(id)!, meeting, undefined)) continue;
    const followUp = at % 3 === 2 ? 'none' : 'perhaps';
    for (const { userId } of sides)
      await kit.ifAllowed(async () => {
        await kit.outcomes.give(await kit.by(userId), id, { ...plainOutcome, followUp });
      });
  }
}

async function firstRound(kit: DemoKit, eventId: string): Promise<MeetingRow[]> {
  const blocks = await kit.blocks.ofEvent(eventId);
  const block = blocks.find(({ name }) => name.en === arrangedBlocks[0].name.en);
  const slotIds = new Set<string>(block?.slots.map(({ slotId }) => slotId));
  const meetings = (await kit.meetings.forFollowup([eventId])).filter(({ slotId }) => slotIds.has(slotId));
  return meetings.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** @returns the run, which is over by then */
async function run(
  kit: DemoKit,
  cast: Cast,
  eventId: string,
  { round, seed }: { round: 0 | 1; seed: number },
): Promise<string> {
  const { blocks } = await kit.schedules.of(eventId);
  const { blockId } = blocks.find(({ name }) => name.en === arrangedBlocks[round].name.en)!;
  const options = ScheduleRunInput.parse({ ...steps, blockIds: [blockId], seed });
  const { runId } = await kit.scheduleRuns.start(await cast.by('thomas'), eventId, options);
  await kit.runDesk.settled(runId);
  return runId;
}

async function atMost(kit: DemoKit, cast: Cast, eventId: string, meetingsAtMost: number | null): Promise<void> {
  const { version } = await kit.schedules.of(eventId);
  await kit.schedules.put(await cast.by('thomas'), eventId, {
    opensAt: null,
    preferencesUntil: '2027-01-22T08:00:00Z',
    mustAtMost: 3,
    meetingsAtMost,
    pairsOnce: true,
    version,
  });
}
