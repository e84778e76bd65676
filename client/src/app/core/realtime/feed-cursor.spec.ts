import { describe, expect, it } from '@jest/globals';
import type { FeedEntry, FeedPage } from '@musubi/contracts';
import fc from 'fast-check';
import { FeedCursor } from './feed-cursor';

const entry = (n: number): FeedEntry => ({
  n,
  kind: 'agenda.changed',
  ids: { eventId: 'e' },
  at: '2027-01-26T08:00:00Z',
});

/** A server's feed: entries are appended, pages of three are read. */
class Feed {
  readonly rows: FeedEntry[] = [];
  lost = false;

  append(): FeedEntry {
    const row = entry(this.rows.length + 1);
    this.rows.push(row);
    return row;
  }

  readonly read = async (after: number): Promise<FeedPage> => {
    await Promise.resolve();
    const entries = this.lost ? [] : this.rows.filter(({ n }) => n > after).slice(0, 3);
    return { entries, cursor: this.rows.length, reload: this.lost };
  };
}

function follow(feed: Feed) {
  const told: number[] = [];
  let reloads = 0;
  const cursor = new FeedCursor(
    feed.read,
    ({ n }) => told.push(n),
    () => (reloads += 1),
  );
  return { cursor, told, reloads: () => reloads };
}

describe('the feed of a person', () => {
  it('starts at the newest number: what was before is read by the pages', async () => {
    const feed = new Feed();
    for (let n = 0; n < 8; n++) feed.append();
    const { cursor, told } = follow(feed);
    await cursor.begin();
    cursor.offer(feed.append());
    expect({ told, at: cursor.position }).toEqual({ told: [9], at: 9 });
  });

  it('reads over several pages what was missed, and says how much', async () => {
    const feed = new Feed();
    const { cursor, told } = follow(feed);
    await cursor.begin();
    for (let n = 0; n < 7; n++) feed.append();
    expect(await cursor.catchUp()).toBe(7);
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('fills the gap when the socket lost an entry', async () => {
    const feed = new Feed();
    const { cursor, told } = follow(feed);
    await cursor.begin();
    feed.append();
    cursor.offer(feed.append());
    expect(told).toEqual([]);
    await cursor.catchUp();
    expect(told).toEqual([1, 2]);
  });

  it('holds entries that arrive while the gap is being read', async () => {
    const feed = new Feed();
    const { cursor, told } = follow(feed);
    await cursor.begin();
    feed.append();
    const reading = cursor.catchUp();
    cursor.offer(feed.append());
    cursor.offer(feed.append());
    await reading;
    expect(told).toEqual([1, 2, 3]);
  });

  it('drops what was told already', async () => {
    const feed = new Feed();
    const { cursor, told } = follow(feed);
    await cursor.begin();
    const first = feed.append();
    cursor.offer(first);
    cursor.offer(first);
    await cursor.catchUp();
    expect(told).toEqual([1]);
  });

  it('says so when the gap is too old to be read, and goes on from there', async () => {
    const feed = new Feed();
    const { cursor, told, reloads } = follow(feed);
    await cursor.begin();
    feed.append();
    feed.lost = true;
    await cursor.catchUp();
    feed.lost = false;
    cursor.offer(feed.append());
    expect({ told, reloads: reloads() }).toEqual({ told: [2], reloads: 1 });
  });

  it('tells each entry once and in order, whatever the socket drops, doubles or delays', async () => {
    const steps = fc.array(fc.constantFrom('deliver', 'lose', 'twice', 'late', 'catch up'), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const feed = new Feed();
        const { cursor, told } = follow(feed);
        await cursor.begin();
        let delayed: FeedEntry | null = null;
        for (const step of script) {
          if (step === 'catch up') {
            void cursor.catchUp();
            continue;
          }
          const row = feed.append();
          if (step === 'late') delayed = row;
          if (step === 'deliver' || step === 'twice') cursor.offer(row);
          if (step === 'twice') cursor.offer(row);
          if (step !== 'late' && delayed) {
            cursor.offer(delayed);
            delayed = null;
          }
        }
        await cursor.catchUp();
        await cursor.catchUp();
        expect(told).toEqual(feed.rows.map(({ n }) => n));
      }),
      { numRuns: 200 },
    );
  });
});
