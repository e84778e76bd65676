import type { DemoKit } from '../src/demo/demo-kit.js';
import { Cast } from './cast.ts';
import { Encounters } from './encounters.ts';
import { demoEvents } from './events.ts';
import { groupsMeet } from './group.ts';
import { firstRoundMeets, firstRoundSays } from './plans/conference.ts';
import { agreedRequests } from './requests/agreed.ts';
import { disputes } from './requests/disputes.ts';
import { morningRequests } from './requests/morning.ts';

/** What happens at the conference whether or not somebody watches. */
const scenes: readonly {
  at: string;
  play: (encounters: Encounters, kit: DemoKit, eventId: string) => Promise<void>;
}[] = [
  { at: '2027-01-26T09:12:00+01:00', play: (encounters) => encounters.askUnlessMeeting(morningRequests) },
  { at: '2027-01-27T12:00:00+01:00', play: (encounters) => encounters.say('some words missing') },
  { at: '2027-01-27T16:40:00+01:00', play: (encounters) => encounters.dispute(disputes) },
  { at: '2027-01-29T10:00:00+01:00', play: (encounters) => encounters.decide(disputes) },
  { at: '2027-01-30T10:00:00+01:00', play: (_, kit, eventId) => firstRoundSays(kit, eventId) },
  { at: '2027-02-10T10:00:00+01:00', play: (encounters) => encounters.verify(2) },
];

/** Lives the time that a jump of the demo's clock passes over: the meetings of the seed, and each scene at its hour. */
export async function liveUntil(kit: DemoKit, to: Date): Promise<void> {
  const event = await kit.events.bySlug(demoEvents.conference.input.slug);
  if (!event) return;
  const from = await kit.now();
  const ahead = scenes.map(({ at, play }) => ({ at: new Date(at), play })).filter(({ at }) => from < at && at <= to);
  const cast = await Cast.found(kit, event.id);
  const encounters = await Encounters.at(kit, cast, event.id);
  await encounters.recall(agreedRequests);
  await encounters.meet(from, to);
  await groupsMeet(kit, cast, event.id, from, to);
  await firstRoundMeets(kit, event.id, from, to);
  for (const { at, play } of ahead) {
    await kit.jumpTo(at);
    await play(encounters, kit, event.id);
  }
}
