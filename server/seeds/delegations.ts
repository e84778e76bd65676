import type { DemoKit } from '../src/demo/demo-kit.js';
import type { Cast } from './cast.ts';
import type { PersonKey } from './people.ts';

interface Asked {
  from: PersonKey;
  to: PersonKey;
  /** Place among the event's slots. */
  slot: number;
  reason: string;
}

const safety: Asked = {
  from: 'aoife',
  to: 'misaki',
  slot: 9,
  reason: 'Two of our food firms would like to sell through your markets. Which papers do they need first?',
};
const joint: Asked = {
  from: 'emi',
  to: 'lotte',
  slot: 8,
  reason: 'A joint call on electrolysers opens in April. We would like to compare the two consortia before it does.',
};

/**
 * Organisations whose people share what comes in: in Hokkaido a meeting was handed over and one acts for the other; in
 * Brabant somebody has left, and nobody comes to their meeting yet.
 */
export async function shareMeetings(kit: DemoKit, cast: Cast, eventId: string): Promise<void> {
  const slots = await kit.slots.ofEvent(eventId);
  const participant = async (key: PersonKey) => (await kit.participants.ofUser(cast.user(key), eventId))!.participantId;
  const meet = async ({ from, to, slot, reason }: Asked): Promise<string> => {
    const slotId = slots[slot]!.id as never;
    const { requestId } = await kit.sending.send(await cast.by(from), eventId, {
      to: (await participant(to)) as never,
      reason,
      opportunityIds: [],
      slotIds: [slotId],
      language: 'en',
    });
    return (await kit.answering.accept(await cast.by(to), requestId, { slotId })).meetingId;
  };
  for (const key of ['misaki', 'jan'] as const) {
    const parts =
      key === 'jan' ? [{ participantId: (await participant('bram')) as never, part: 'backup' as const }] : [];
    await kit.delegations.keepMine(await cast.by(key), eventId, { mode: 'pool', parts });
  }
  const given = await meet(safety);
  await kit.handingOver.handOver(await cast.by('misaki'), given, await participant('sho'));
  await meet(joint);
  await kit.registrations.withdraw(await cast.by('lotte'), eventId);
  const { assistantId } = await kit.assistants.ask(await cast.by('misaki'), eventId, await participant('sho'));
  await kit.assistants.accept(await cast.by('sho'), assistantId);
}
