import type { MeetingPreference, ParticipantId } from '@musubi/contracts';
import type { DemoKit } from '../../src/demo/demo-kit.js';
import type { Cast } from '../cast.ts';
import type { PersonKey } from '../people.ts';

export type DemoWish = readonly [from: PersonKey, to: PersonKey, preference: MeetingPreference];

/** Everybody says whom they want to meet; what the rules refuse stays unsaid. */
export async function sayWishes(kit: DemoKit, cast: Cast, eventId: string, wishes: readonly DemoWish[]): Promise<void> {
  const participants = await kit.participants.ofEvent(eventId);
  const idOf = new Map(participants.map(({ userId, participantId }) => [userId, participantId as ParticipantId]));
  for (const [from, to, preference] of wishes) {
    const toId = idOf.get(cast.user(to));
    if (toId)
      await kit.ifAllowed(async () => void (await kit.preferences.say(await cast.by(from), eventId, toId, preference)));
  }
}
