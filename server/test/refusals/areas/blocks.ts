import type { BlockView, EventView } from '@musubi/contracts';
import { accept, manyRequests, newBlock } from '../../builders/meetings.js';
import type { Area, Command, Row } from '../area.js';
import type { Scene } from '../scene.js';

/** What has become of a block of the organisers', with three slots. */
const states = {
  fresh: 'before',
  'with a meeting': 'before',
  'plan published': 'before',
  removed: 'before',
  'removed and replaced': 'before',
} as const;

let days = 0;
/** A day that no other block is on. */
const nextDay = ({ startsAt }: EventView) =>
  new Date(Date.parse(startsAt) + (30 + (days += 1)) * 86_400_000).toISOString().slice(0, 10);

async function make(scene: Scene, state: string) {
  const { app, bystanders, meetings } = scene;
  const { event } = meetings;
  const date = nextDay(event);
  const terms = { dates: [date], from: '10:00', until: '11:10', slotMinutes: 20, gapMinutes: 5 };
  const { body: block } = await newBlock(app, bystanders.organiser, event, terms);
  const path = `/api/events/${event.eventId}/blocks/${block.blockId}`;
  if (state === 'with a meeting') await bookIn(scene, block);
  if (state === 'plan published') await app.http(bystanders.organiser).post(`${path}/plan`);
  if (state.startsWith('removed')) await app.http(bystanders.organiser).delete(path);
  if (state === 'removed and replaced') await newBlock(app, bystanders.organiser, event, terms);
  const version = state === 'fresh' || state === 'with a meeting' ? block.version : block.version + 1;
  return {
    people: bystanders,
    ids: { eventId: event.eventId, blockId: block.blockId, date, version: String(version) },
  };
}

async function bookIn(scene: Scene, { slots }: BlockView): Promise<void> {
  const [from, to] = scene.draw();
  const slotIds = [slots[0]!.slotId];
  const [requestId] = await manyRequests(scene.app, scene.meetings.event, [{ from: from!, to: to!, slotIds }]);
  const { status } = await accept(scene.app, to!, requestId!, slots[0]!);
  if (status >= 300) throw new Error('Nothing is booked');
}

const terms = ({ date }: Record<string, string>, from: string) => ({
  dates: [date],
  ...{ from, until: '11:10', slotMinutes: 20, gapMinutes: 5 },
});
const pathOf = ({ eventId, blockId }: Record<string, string>) => `/api/events/${eventId}/blocks/${blockId}`;
const removed = '(SELECT removed_at IS NOT NULL FROM meeting_block WHERE id = :blockId)';

const commands = {
  'add another then': {
    send: ({ http, thing: { ids } }) => http.post(`/api/events/${ids['eventId']}/blocks`, terms(ids, '10:00')),
    done: `(SELECT count(*) FROM meeting_block WHERE dates::text[] = ARRAY[:date] AND removed_at IS NULL) = 1`,
  },
  'begin later': {
    send: ({ http, thing: { ids } }) =>
      http.put(pathOf(ids), { ...terms(ids, '10:25'), version: Number(ids['version']) }),
    done: `(SELECT count(*) FROM meeting_slot WHERE block_id = :blockId AND retired_at IS NULL) = 2`,
  },
  'change what has changed': {
    send: ({ http, thing: { ids } }) => http.put(pathOf(ids), { ...terms(ids, '10:25'), version: 99 }),
    done: 'false',
  },
  'take it out of all hours': {
    send: ({ http, thing: { ids } }) =>
      http.put(pathOf(ids), { ...terms(ids, '11:05'), version: Number(ids['version']) }),
    done: 'false',
  },
  remove: { send: ({ http, thing: { ids } }) => http.delete(pathOf(ids)), done: removed },
  restore: { send: ({ http, thing: { ids } }) => http.post(`${pathOf(ids)}/restore`), done: `NOT ${removed}` },
  'publish the plan': {
    send: ({ http, thing: { ids } }) => http.post(`${pathOf(ids)}/plan`),
    done: '(SELECT plan_published_at IS NOT NULL FROM meeting_block WHERE id = :blockId)',
  },
} satisfies Record<string, Command>;

/** Participants know the block; that it can be changed they do not. */
const row = (organiser: string): Row => [organiser, 'not_found'];
const each = (fresh: string, used: string, published: string, gone: string, replaced = gone) => ({
  fresh: row(fresh),
  'with a meeting': row(used),
  'plan published': row(published),
  removed: row(gone),
  'removed and replaced': row(replaced),
});
const none = 'not_found';

export const blocks: Area = {
  name: 'a block',
  columns: ['organiser', 'third'],
  states,
  make,
  commands,
  rows: {
    'add another then': each('block.overlaps', 'block.overlaps', 'block.overlaps', 'does', 'block.overlaps'),
    'begin later': each('does', 'block.in_use', 'does', none),
    'change what has changed': each('block.changed', 'block.changed', 'block.changed', none),
    'take it out of all hours': each('request.invalid', 'request.invalid', 'request.invalid', 'request.invalid'),
    remove: each('does', 'block.in_use', 'does', 'again'),
    restore: each('again', 'again', 'again', 'does', 'block.overlaps'),
    'publish the plan': each('does', 'does', 'again', none),
  },
};
