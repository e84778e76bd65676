import type { DemoKit } from '../src/demo/demo-kit.js';
import { Cast } from './cast.ts';
import { Encounters } from './encounters.ts';
import { demoEvents } from './events.ts';
import { groupsMeet } from './group.ts';
import { firstRoundMeets, firstRoundSays } from './plans/conference.ts';
import { agreedRequests } from './requests/agreed.ts';
import { disputes } from './requests/disputes.ts';
import { morningRequests } from './requests/morning.ts';
import { endedWithin, goingOn, type Taking } from './stays.ts';

/** What happens at the conference whether or not somebody watches. */
const scenes: readonly {
  at: string;
  play: (encounters: Encounters, kit: DemoKit, eventId: string) => Promise<void>;
}[] = [
  { at: '2027-01-26T09:12:00+01:00', play: (encounters) => encounters.askUnlessMeeting(morningRequests) },
  { at: '2027-01-27T12:00:00+01:00', play: (encounters) => encounters.sayOn() },
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
  const encounters = await beInRooms(kit, event.id, endedWithin(from, to));
  for (const { at, play } of ahead) {
    await kit.jumpTo(at);
    await play(encounters, kit, event.id);
  }
}

/** What is there to be seen while the hour goes by: the meetings of the seed that are on now, and that no visitor plays. */
export async function liveNow(kit: DemoKit): Promise<void> {
  const event = await kit.events.bySlug(demoEvents.conference.input.slug);
  const now = await kit.now();
  if (!event || now < event.startsAt || now >= event.endsAt) return;
  const people = await kit.participants.ofEvent(event.id);
  const visited = await kit.door.visited(people.map(({ userId }) => userId));
  await beInRooms(kit, event.id, goingOn(now, visited));
}

async function beInRooms(kit: DemoKit, eventId: string, takes: Taking): Promise<Encounters> {
  const cast = await Cast.found(kit, eventId);
  const encounters = await Encounters.at(kit, cast, eventId);
  await encounters.recall(agreedRequests);
  await encounters.meet(takes);
  await groupsMeet(kit, cast, eventId, takes);
  await firstRoundMeets(kit, eventId, takes);
  return encounters;
}
