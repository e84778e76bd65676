import type { BlockInput, BlockView, EventView, SlotChoice } from '@musubi/contracts';
import type { TestApp } from '../start-app.js';
import { newMeetingEvent } from './meetings.js';

const hours = { from: '16:00', until: '18:30', slotMinutes: 20, gapMinutes: 5 };

/** A block as it would be put again. */
export const inputOf = ({ dates, name, rooms, pairing, apart, offered, mode, phases }: BlockView): BlockInput => ({
  ...hours,
  dates,
  name,
  rooms,
  pairing,
  apart,
  offered,
  mode,
  phases,
});

export const pathOf = (event: EventView, block: BlockView) => `/api/events/${event.eventId}/blocks/${block.blockId}`;

/** Events with one block, and what people see of it. */
export function blocksIn(at: () => TestApp) {
  const blocksOf = async (person: { cookie: string }, event: EventView): Promise<BlockView[]> =>
    (await at().http(person).get<BlockView[]>(`/api/events/${event.eventId}/blocks`)).body;
  const scene = async (given: Partial<BlockInput> = {}) => {
    const { event, organiser, slots } = await newMeetingEvent(at(), {}, given);
    const [block] = await blocksOf(organiser, event);
    return { event, organiser, slots, block: block! };
  };
  /** What each time is to one person who would meet another. */
  const states = async (event: EventView, viewer: { cookie: string }, other: { participantId: string }) => {
    const path = `/api/events/${event.eventId}/slots?with=${other.participantId}`;
    const { body } = await at().http(viewer).get<SlotChoice[]>(path);
    return body.map(({ state, instant }) => (instant ? 'instant' : state === 'late' ? 'free' : state));
  };

  return { blocksOf, scene, states };
}
