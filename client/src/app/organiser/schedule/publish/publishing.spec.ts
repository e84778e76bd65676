import { describe, expect, it } from '@jest/globals';
import type { UnmetView } from '@musubi/contracts';
import type { OpenedPage } from '../../../../testing/opened-page';
import {
  answer,
  at,
  boardOnScreen,
  called,
  click,
  more,
  open,
  path,
  said,
  sent,
  told,
  wish,
} from '../../../../testing/plan-page';
import { plan, planned, run, runId, scheduleView } from '../../../../testing/schedule-fixtures';
import type { PlanPage } from '../board/plan-page';

describe('a plan that is published', () => {
  boardOnScreen();

  it('is published after a look at the counts, reports what came in between, and is rolled back', async () => {
    const page = await open(
      plan({ meetings: [...plan().meetings, planned('m0', 3, ['ben', 'aiko'], { meetingId: 'x' as never })] }),
    );
    await page.press('Publish');
    expect(document.querySelector('.dialog')!.textContent).toContain(
      '2 meetings will be booked. One stands already. 4 people get one letter each, with calendar entries.',
    );
    await page.press('Publish and send');
    const conflicts = [{ plannedId: 'm2', kind: 'time_taken', startsAt: '2027-01-26T08:25:00Z', people: [] }];
    await page.answer(`${path}/publish`, {
      runId,
      publishedAt: '2027-01-21T08:01:00Z',
      published: 1,
      stood: 1,
      letters: 2,
      conflicts,
    });
    const takesBack = { meetings: 1, requests: 2 };
    await answer(page, plan({ run: run({ publishedAt: '2027-01-21T08:01:00Z' }), takesBack }));
    expect(
      page.texts('musubi-publish-report h2, musubi-publish-report musubi-state, musubi-publish-report li'),
    ).toEqual([
      'One meeting is published.',
      'One meeting could not be published',
      'Tue 26 January, 09:25 CET, 17:25 JST Somebody booked that time meanwhile',
    ]);
    await page.press('Roll back');
    expect(document.querySelector('.dialog')!.textContent).toContain(
      'One meeting that this run published is cancelled; its people get a letter. 2 requests that it had answered open again, with their times and deadlines,',
    );
    await page.press('Cancel these meetings');
    await page.answer(`${path}/roll-back`, {
      runId,
      rolledBackAt: '2027-01-21T08:02:00Z',
      cancelled: 1,
      kept: 0,
      letters: 2,
      reopened: 1,
      ended: [{ because: 'deadline', count: 1 }],
    });
    await answer(
      page,
      plan({ run: run({ publishedAt: '2027-01-21T08:01:00Z', rolledBackAt: '2027-01-21T08:02:00Z' }) }),
    );
    expect(told()).toBe('One meeting is cancelled.');
    expect(more()).toBe('One request is open again. One stays ended: its deadline has passed.');
    expect([page.button('Publish')!.hasAttribute('disabled'), page.button('Roll back')]).toEqual([false, null]);
  });

  it('says of a published run what stands and what does not, and follows what becomes of it', async () => {
    const meetings = [
      planned('m1', 0, ['clara', 'aiko'], { meetingId: 'one' as never, locked: true }),
      planned('m2', 1, ['ben', 'emi'], { conflict: 'time_taken', locked: true }),
    ];
    const page = await open(plan({ meetings, run: run({ publishedAt: '2027-01-21T08:01:00Z' }) }));
    const real = (meetingId: string, slotId: string, state: string, ...people: string[]) => ({
      ...{ meetingId, slotId, state },
      sides: people.map((one) => ({ participant: { participantId: one }, part: 'required' })),
    });
    await page.answer('/organise/events/event/meetings', [real('one', 'slot-0', 'confirmed', 'clara', 'aiko')]);
    expect(page.texts('.published')).toEqual([
      'One of its meetings is published and stands. One could not be published.',
    ]);
    expect(page.texts('.keys > span').at(-2)).toBe('Could not be published');
    expect(said(at(page, /^Ben .*09:25/))).toContain('Could not be published');
    expect(said(at(page, /^Ben .*09:25/))).not.toContain('Confirmed or locked');
    expect(page.texts('section > [role=status]')[0]).toContain('2 people with a wish have no meeting.');
    // Two bookings become one reading, after a pause.
    await page.tell('slots.changed', { eventId: 'event' });
    await page.tell('slots.changed', { eventId: 'event' });
    expect(page.http.match('/api/organise/events/event/meetings')).toEqual([]);
    const reading = await called(page, '/api/organise/events/event/meetings');
    reading.flush([
      real('one', 'slot-0', 'cancelled', 'clara', 'aiko'),
      real('gap', 'slot-2', 'confirmed', 'ben', 'aiko'),
    ]);
    await page.settle();
    expect(page.texts('.published')).toEqual(['None of its meetings stands. One could not be published.']);
    expect(said(at(page, /^Clara .*09:00/))).toContain('free');
    expect(said(at(page, /^Ben .*09:50/))).toContain('Aiko');
  });

  it('is read anew where somebody else publishes it, and counts no meeting twice', async () => {
    const page = await open(plan({ meetings: [planned('m1', 0, ['clara', 'aiko'])] }));
    const out = run({ publishedAt: '2027-01-21T08:01:00Z' });
    const meetings = [planned('m1', 0, ['clara', 'aiko'], { meetingId: 'one' as never })];
    await page.tell('schedule.changed', { eventId: 'event' });
    await answer(page, plan({ meetings, run: out }));
    const sides = ['clara', 'aiko'].map((one) => ({ participant: { participantId: one }, part: 'required' }));
    await page.answer('/organise/events/event/meetings', [
      { meetingId: 'one', slotId: 'slot-0', state: 'confirmed', sides },
    ]);
    expect(page.texts('.published')).toEqual(['One of its meetings is published and stands.']);
    expect(said(at(page, /^Clara [^:]*, [^:]*: \d/))).toMatch(/: 1 of 2$/);
  });

  it('is changed and published again once it was rolled back, and neither while it is published', async () => {
    const unmet: UnmetView = { version: 3, wishes: [wish({ possibleWith: { slot: 2, remedies: [] } })] };
    const shown = (page: OpenedPage<PlanPage>) =>
      [/^Lock/, /^Move or swap/, /^Take out/, /^Place it/, /^Publish$/, /^Roll back$/].map((name) =>
        [...page.element.querySelectorAll('button')].some((one) => name.test(one.textContent.trim()) && !one.disabled),
      );
    const publishedAt = '2027-01-21T08:01:00Z';
    const page = await open(plan({ run: run({ publishedAt }) }), unmet);
    await click(page, /^Clara Weiss, .*09:00/);
    expect(shown(page)).toEqual([false, false, false, false, false, true]);
    await page.tell('schedule.changed', { eventId: 'event' });
    const rolledBackAt = '2027-01-21T08:02:00Z';
    await page.answer('/organise/events/event/schedule', scheduleView());
    await page.answer(path, run({ publishedAt, rolledBackAt }));
    expect(shown(page)).toEqual([true, true, true, true, true, false]);
    await page.press('Take out: Clara Weiss and Aiko Tanaka');
    expect(sent(page).map(({ request }) => request.body.adjustment.do)).toEqual(['unbook']);
  });
});
