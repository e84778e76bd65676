import { describe, expect, it } from '@jest/globals';
import { disputedListed, type DisputeRow } from '@musubi/contracts';
import { aiko, clara, eventId } from '../../../testing/meeting-fixtures';
import { OpenedPage } from '../../../testing/opened-page';
import { Disputes } from './disputes';

const path = `/organise/events/${eventId}/disputes`;
const row = (more: Partial<DisputeRow> = {}): DisputeRow =>
  ({
    meetingId: 'meeting',
    eventId,
    state: 'no_show',
    source: 'presence',
    excluded: false,
    startsAt: '2027-01-26T08:25:00Z',
    endsAt: '2027-01-26T08:45:00Z',
    people: [
      { participant: aiko, side: 0 },
      { participant: clara, side: 1 },
    ],
    disputes: [
      {
        disputeId: 'd',
        by: clara,
        reason: 'technical',
        statement: 'The sound failed',
        at: '2027-01-26T09:00:00Z',
        decidedAt: null,
        outcome: null,
      },
    ],
    open: true,
    ...more,
  }) as DisputeRow;
const open = async (rows: DisputeRow[]): Promise<OpenedPage<Disputes>> => {
  const page = await OpenedPage.of(Disputes, { areas: ['organiser', 'meetings', 'records'] });
  await page.answer(path, rows);
  return page;
};

describe('disputed records', () => {
  it('say who disputes what and why, and lead to the record', async () => {
    const page = await open([row(), row({ meetingId: 'other' as never, open: false })]);
    expect(page.texts('.soft')).toEqual(['One waits for a decision.']);
    expect(page.texts('.states')).toEqual([
      'One side was missing Waits for a decision',
      'One side was missing Decided',
    ]);
    expect(page.texts('blockquote p')[0]).toBe('The sound failed');
    expect(page.get('h2 a').getAttribute('href')).toBe('/organise/events/conference/meetings/meeting');
    expect(page.texts('.head .btn')).toEqual([
      'Decide the record of Aiko Tanaka and Clara Weiss',
      'Look at it the record of Aiko Tanaka and Clara Weiss',
    ]);
    expect(page.button('Audit log')).not.toBeNull();
  });

  it('are marked where they are written in another language than the page', async () => {
    const [dispute] = row().disputes;
    const page = await open([row({ disputes: [{ ...dispute!, statement: '音声が途切れました' }] })]);
    expect([page.get('blockquote p').getAttribute('lang'), page.texts('blockquote small')]).toEqual([
      'ja',
      ['Written in Japanese'],
    ]);
  });

  it('say so where more may be disputed than are listed', async () => {
    const rows = (many: number) =>
      Array.from({ length: many }, (_, n) => row({ meetingId: `meeting-${n}` as never, open: n === 0 }));
    const page = await open(rows(disputedListed - 1));
    expect(page.texts('p.meta').filter((text) => text.startsWith('Listed'))).toEqual([]);
    await page.tell('verdicts.changed');
    await page.answer(path, rows(disputedListed));
    expect(page.texts('p.meta').at(-1)).toBe(
      'Listed are 200 records: those that wait, then the latest. Every other record opens from the list of meetings.',
    );
  });

  it('follow by themselves', async () => {
    const page = await open([]);
    expect([page.texts('musubi-empty h2'), page.texts('.soft')[0]]).toEqual([
      ['Nothing is disputed'],
      'Nothing waits for a decision.',
    ]);
    await page.tell('verdicts.changed', { eventId, meetingId: 'meeting' });
    await page.answer(path, [row()]);
    expect(page.texts('h2')).toEqual(['Aiko Tanaka and Clara Weiss']);
  });
});
