import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PlanView, UnmetView, UnmetWishView, WishId } from '@musubi/contracts';
import { Toasts } from '../../../core/page/toasts';
import { largePlan, plan, planned, run, runId, scheduleView, wished } from '../../../../testing/schedule-fixtures';
import { OpenedPage } from '../../../../testing/opened-page';
import { planBoard } from '../../../data/organiser/schedule/plan-board';
import { UnmetWords } from '../unmet/unmet-words';
import { PlanPage } from './plan-page';

const path = `/organise/events/event/schedule/runs/${runId}`;
const noneUnmet: UnmetView = { version: 3, wishes: [] };
const wish = (more: Partial<UnmetWishView>): UnmetWishView => ({
  wishId: 'wish-x' as WishId,
  people: ['clara', 'emi'] as never,
  origin: wished('must', 'none', ['clara', 'emi']),
  weight: 10,
  reason: 'displaced',
  actors: [],
  instead: ['m1'] as never,
  possibleWith: null,
  ...more,
});

async function open(view: PlanView = plan(), unmet = noneUnmet, lang: 'en' | 'ja' = 'en') {
  const page = await OpenedPage.of(PlanPage, {
    areas: ['schedule', 'meetings'],
    now: '2027-01-21T08:00:20Z',
    inputs: { runId },
    lang,
  });
  await answer(page, view, unmet);
  await page.answer('/organise/events/event/schedule', scheduleView());
  return page;
}
async function answer(page: OpenedPage<PlanPage>, view: PlanView, unmet = noneUnmet) {
  await page.answer(path, view.run);
  await page.answer(`${path}/plan`, view);
  await page.answer(`${path}/unmet`, unmet);
}
const cells = (page: OpenedPage<PlanPage>) =>
  [...page.element.querySelectorAll('.body > [role=row]')].map((row) =>
    [...row.querySelectorAll('[role=gridcell]')]
      .map(
        (cell) =>
          cell.querySelector('.mt')?.textContent?.replaceAll(/\s+/g, ' ').trim() ??
          (cell.querySelector('.away') ? '/' : '·'),
      )
      .join(' | '),
  );
const said = (cell: Element) => cell.querySelector('.visually-hidden')!.textContent!;
const at = (page: OpenedPage<PlanPage>, name: RegExp) =>
  [...page.element.querySelectorAll<HTMLElement>('[role=gridcell], [role=rowheader]')].find((cell) =>
    name.test(said(cell)),
  )!;
const click = async (page: OpenedPage<PlanPage>, name: RegExp) => {
  at(page, name).click();
  await page.settle();
};
const key = async (page: OpenedPage<PlanPage>, from: Element, name: string, more: KeyboardEventInit = {}) => {
  from.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
  await page.settle();
};
const sent = (page: OpenedPage<PlanPage>) => page.http.match(`/api${path}/adjustments`);
/** The question that comes once somebody has stayed on a place. */
const asked = async (page: OpenedPage<PlanPage>) => {
  for (;;) {
    const [check] = page.http.match(`/api${path}/adjustments/check`);
    if (check) return check;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const told = () => TestBed.inject(Toasts).all().at(-1)?.text;

describe('the board of a run', () => {
  beforeEach(() => {
    jest.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(642);
    jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(804);
  });
  afterEach(() => void jest.restoreAllMocks());

  it('shows who meets whom when, on both clocks, with what was reached', async () => {
    const page = await open();
    expect(page.texts('.lead, .page-head .soft')[0]).toBe(
      'Run 7 of Thu 21 January, whole event. Nothing is sent until you publish.',
    );
    expect(page.texts('.big')).toEqual(['2 of 4 wishes placed, 99.85 % of what is possible']);
    expect(page.texts('[role=columnheader]')).toEqual([
      'Tuesday 26 January',
      'Wishes met',
      '09:00 17:00',
      '09:25 17:25',
      '09:50 17:50',
      '10:15 18:15',
    ]);
    expect(cells(page)).toEqual([
      'Osaka田中 | · | · | ·',
      '· | OsakaEndo | / | ·',
      'Baden-WürttembergWeiss | · | · | ·',
      '· | Baden-WürttembergBauer | · | ·',
    ]);
    expect(said(at(page, /Clara Weiss, Tue 26 January, 09:00/))).toBe(
      'Clara Weiss, Tue 26 January, 09:00 CET, 17:00 JST: Aiko Tanaka, Osaka Bay Green Industry Council, Must, wished by both',
    );
    expect(page.get('musubi-run-curve [role=img]').getAttribute('aria-label')).toBe(
      'The value of the plan over time: from 3,771 to 3,918; nothing can exceed 3,924.',
    );
  });

  it('shows the times that the run plans, and all of them when asked or needed', async () => {
    const slots = plan().slots.map((slot, at) => (at > 1 ? { ...slot, blockId: 'other' as never } : slot));
    const of = run({ blockIds: ['other' as never] });
    const page = await open(plan({ run: of, slots }), { version: 3, wishes: [wish({})] });
    expect(page.texts('[role=columnheader]').slice(2)).toEqual(['09:50 17:50', '10:15 18:15']);
    expect(cells(page)).toEqual(['· | ·', '/ | ·', '· | ·', '· | ·']);
    await page.press('Show that meeting: Clara Weiss and Emi Endo');
    await new Promise((resolve) => setTimeout(resolve));
    await page.settle();
    expect(page.texts('[role=columnheader]').length).toBe(6);
    expect(said(document.activeElement!)).toMatch(/^Clara Weiss, .*09:00/);
    await page.press('Only the times of the run');
    expect(page.texts('[role=columnheader]').length).toBe(4);
  });

  it('draws only what can be seen of 2,000 people and 40 slots', async () => {
    const page = await open(largePlan());
    expect(page.get('[role=grid]').getAttribute('aria-rowcount')).toBe('2002');
    expect(page.element.querySelectorAll('[role=rowheader]').length).toBe(14);
    expect(page.element.querySelectorAll('[role=gridcell]').length).toBe(14 * 12);
  });

  it('moves a meeting: chosen, picked up, put into a free slot; taken back with a key', async () => {
    const page = await open();
    await click(page, /^Clara Weiss, .*09:00/);
    expect(page.texts('.panel h2')).toEqual(['Clara Weiss and Aiko Tanaka']);
    await page.press('Move or swap: Clara Weiss and Aiko Tanaka');
    await new Promise((resolve) => setTimeout(resolve));
    await page.settle();
    expect(said(document.activeElement!)).toMatch(/^Clara Weiss, .*09:00/);
    expect(said(at(page, /^Clara Weiss, .*10:15/))).toMatch(/free: can be moved here$/);
    await click(page, /^Clara Weiss, .*10:15/);
    const [move] = sent(page);
    expect(move!.request.body).toEqual({ version: 3, adjustment: { do: 'move', plannedId: 'm1', slotId: 'slot-3' } });
    const moved = planned('m1', 3, ['clara', 'aiko'], { byHand: true });
    move!.flush({ version: 4, changed: [moved], removed: [] });
    await page.settle();
    expect([cells(page)[0], told()]).toEqual([
      '· | · | · | Osaka田中',
      'Clara Weiss and Aiko Tanaka: moved to Tue 26 January, 10:15 CET, 18:15 JST.',
    ]);
    await key(page, at(page, /^Clara Weiss, .*10:15/), 'z', { ctrlKey: true });
    expect(sent(page).map(({ request }) => request.body)).toEqual([
      { version: 4, adjustment: { do: 'move', plannedId: 'm1', slotId: 'slot-0', interpreterId: null } },
    ]);
  });

  it('takes changes back one after the other, also of a meeting that was taken out and is another one since', async () => {
    const page = await open();
    const done = async (version: number, changed: ReturnType<typeof planned>[], removed: string[] = []) => {
      const [one] = sent(page);
      one!.flush({ version, changed, removed });
      await page.settle();
      return one!.request.body.adjustment;
    };
    const undo = async () => {
      await page.settle();
      await page.press('Undo the last change');
    };
    await click(page, /^Clara Weiss, .*09:00/);
    await page.press('Move or swap: Clara Weiss and Aiko Tanaka');
    await click(page, /^Clara Weiss, .*10:15/);
    await done(4, [planned('m1', 3, ['clara', 'aiko'], { interpreterId: 'i1' as never })]);
    await page.press('Take out: Clara Weiss and Aiko Tanaka');
    await done(5, [], ['m1']);
    await undo();
    const again = planned('m8', 3, ['clara', 'aiko'], { wishId: 'wish-m1' as WishId });
    expect(await done(6, [again])).toEqual({
      do: 'book',
      wishId: 'wish-m1',
      slotId: 'slot-3',
      people: ['clara', 'aiko'],
      interpreterId: 'i1',
    });
    await undo();
    expect(await done(7, [{ ...again, slot: 0 }])).toEqual({
      do: 'move',
      plannedId: 'm8',
      slotId: 'slot-0',
      interpreterId: null,
    });
    expect(cells(page)[0]).toBe('Osaka田中 | · | · | ·');
    expect((page.button('Undo the last change') as HTMLButtonElement).disabled).toBe(true);
  });

  it('is changed with keys alone: Space picks up, arrows lead, Space changes places; Delete takes out', async () => {
    const page = await open();
    await key(page, at(page, /^Clara Weiss, .*09:00/), 'ArrowRight');
    const from = document.activeElement!;
    expect(said(from)).toMatch(/^Clara Weiss, .*09:00/);
    await key(page, from, ' ');
    await key(page, document.activeElement!, 'ArrowDown');
    await key(page, document.activeElement!, 'ArrowRight');
    expect(said(document.activeElement!)).toMatch(/^Ben Bauer, .*09:25.*: can change places$/);
    await key(page, document.activeElement!, ' ');
    const [swap] = sent(page);
    expect(swap!.request.body.adjustment).toEqual({ do: 'swap', plannedId: 'm1', withId: 'm2' });
    swap!.flush({
      version: 4,
      changed: [planned('m1', 1, ['clara', 'aiko']), planned('m2', 0, ['ben', 'emi'])],
      removed: [],
    });
    await page.settle();
    await key(page, document.activeElement!, 'ArrowLeft');
    await key(page, document.activeElement!, 'Delete');
    expect(said(document.activeElement!)).toMatch(/^Ben Bauer, .*09:00/);
    expect(sent(page).map(({ request }) => request.body.adjustment.do)).toEqual(['unbook']);
  });

  it('looks ahead where a meeting is carried to: rooms and interpreters are asked about before it is put down', async () => {
    const page = await open();
    await key(page, at(page, /^Clara Weiss, .*09:00/), 'ArrowRight');
    await key(page, document.activeElement!, ' ');
    await key(page, document.activeElement!, 'End');
    const check = await asked(page);
    expect(check.request.body).toEqual({ version: 3, adjustment: { do: 'move', plannedId: 'm1', slotId: 'slot-3' } });
    const rooms = { kind: 'rooms', people: [], interpreters: [], planned: [], meetings: [], slots: [3] };
    check.flush({ possible: false, conflicts: [rooms] });
    await page.settle();
    expect(said(document.activeElement!)).toMatch(/^Clara Weiss, .*10:15.*free: not possible there$/);
    expect(page.texts('.panel musubi-note')).toEqual(['Not possible there. No room is left then.']);
    await key(page, document.activeElement!, ' ');
    expect(sent(page)).toEqual([]);
    await key(page, document.activeElement!, 'ArrowLeft');
    (await asked(page)).flush({ possible: true, conflicts: [] });
    await page.settle();
    expect(page.texts('.panel musubi-state')).toEqual([
      'Tue 26 January, 09:50: it fits, rooms and interpreters included.',
    ]);
  });

  it('says what stands against a change, and changes nothing', async () => {
    const page = await open();
    await click(page, /^Clara Weiss, .*09:00/);
    await page.press('Move or swap: Clara Weiss and Aiko Tanaka');
    await click(page, /^Clara Weiss, .*09:50/);
    const conflicts = [{ kind: 'not_free', people: ['aiko'], interpreters: [], planned: [], meetings: [], slots: [2] }];
    const problem = { code: 'schedule.conflict', title: '', status: 409, data: { conflicts } };
    sent(page)[0]!.flush(problem, { status: 409, statusText: 'Refused' });
    await page.settle();
    expect(page.texts('.panel musubi-note')).toEqual(['Not possible there. Cannot meet then: Aiko Tanaka.']);
    expect(cells(page)[0]).toBe('Osaka田中 | · | · | ·');
  });

  it('says why wishes are not met and what would help; one that fits is placed', async () => {
    const unmet: UnmetView = {
      version: 3,
      wishes: [
        wish({ possibleWith: { slot: 2, remedies: [] } }),
        wish({
          wishId: 'wish-y' as WishId,
          people: ['ben', 'aiko'] as never,
          reason: 'maximum_reached',
          actors: [{ kind: 'person', participantId: 'ben' as never }],
          instead: [],
          possibleWith: {
            slot: 3,
            remedies: [{ kind: 'raise_maximum', actor: { kind: 'person', participantId: 'ben' as never } }],
          },
        }),
      ],
    };
    const page = await open(plan(), unmet);
    expect(page.texts('musubi-unmet h2, musubi-unmet .soft')).toEqual([
      '2 wishes not met, and why',
      'Both are free only where they meet others: Clara Weiss and Aiko Tanaka. It fits at Tue 26 January, 09:50 as things stand.',
      'At the maximum of meetings: Ben Bauer. Possible at Tue 26 January, 10:15 if Ben Bauer takes one more meeting.',
    ]);
    expect(
      [...page.element.querySelectorAll('musubi-unmet a')].map((link) => [link.textContent, link.getAttribute('href')]),
    ).toEqual([['Try maximum 9', '/organise/events/conference/schedule?maximum=9']]);
    const nobody = { actors: [], instead: [], possibleWith: null };
    const unnamed = (['displaced', 'maximum_reached', 'gap'] as const).map((reason) =>
      TestBed.inject(UnmetWords).because(wish({ reason, ...nobody }), plan(), planBoard(plan())),
    );
    expect(unnamed).toEqual([
      'Both are free only where they meet others.',
      'Somebody is at the maximum of meetings.',
      'No pause would be left between meetings.',
    ]);
    await page.press('Place it at Tue 26 January, 09:50: Clara Weiss and Emi Endo');
    expect(sent(page).map(({ request }) => request.body.adjustment)).toEqual([
      { do: 'book', wishId: 'wish-x', slotId: 'slot-2' },
    ]);
  });

  it('says where nothing better is possible, so that nobody wonders why it was over at once', async () => {
    const progress = { ...run().progress, objective: 3924, gap: 0, proved: true, tries: 1, ms: 100 };
    const page = await open(plan({ run: run({ progress }) }));
    expect(page.texts('musubi-run-strip musubi-note')).toEqual([
      'This is the best plan possible: its value reaches the upper bound, so there was nothing left to look for.',
    ]);
  });

  it('says that the first plan was the best one found, instead of a line that climbs nowhere', async () => {
    const [first] = run().progress.curve;
    const progress = { ...run().progress, curve: [first!, { ...first!, ms: 90 }] };
    const page = await open(plan({ run: run({ progress }) }));
    expect([page.element.querySelector('musubi-run-curve'), page.texts('musubi-run-strip > .meta')]).toEqual([
      null,
      [
        'The first plan was the best one found, so there is no climb to draw: its value is 3,771, the upper bound 3,924. Each wish that is held counts by its weight.',
      ],
    ]);
  });

  it('says where the time was over, and that more may find more', async () => {
    const page = await open(plan({ run: run({ seconds: 10, progress: { ...run().progress, tries: 7 } }) }));
    expect(page.texts('musubi-run-strip musubi-note')).toEqual([]);
    expect(page.texts('.figures .meta')[0]).toContain('The time that was given is over, after 7 searches.');
  });

  it('says that it waits for the run of another event, and can be stopped meanwhile', async () => {
    const progress = { ...run().progress, phase: 'waiting' as const, ms: 0, objective: null, curve: [] };
    const page = await open(plan({ run: run({ state: 'queued', hasPlan: false, endedAt: null, progress }) }));
    expect(page.texts('.figures .meta')[0]).toMatch(/^0 %\. Waiting for a run of another event to finish/);
    expect(page.button('Stop, keep the best')!.hasAttribute('disabled')).toBe(false);
  });

  it('leads the keys to the board with one button, past all that stands before it', async () => {
    const page = await open();
    await page.press('To the board');
    await page.settle();
    expect(said(document.activeElement!)).toMatch(/^Clara Weiss, /);
    expect(page.element.querySelector('button')!.textContent).toContain('To the board');
  });

  it('is watched while the run works, and stopped with the best plan', async () => {
    const underWay = run({ state: 'running', hasPlan: false, endedAt: null });
    const working = {
      ...underWay,
      progress: { ...underWay.progress, phase: 'improving' as const, ms: 6200 },
      seconds: 10,
    };
    const page = await open(plan({ run: working }));
    expect(page.get('[role=progressbar]').getAttribute('aria-valuenow')).toBe('62');
    expect(page.texts('.figures .meta')[0]).toMatch(/^62 %\. Moving meetings so that more fit, 6.2 of 10 s/);
    expect(page.button('Publish')!.hasAttribute('disabled')).toBe(true);
    await page.press('Stop, keep the best');
    await page.answer(`${path}/stop`, { ...working, stopping: true });
    expect(page.button('Stopping, the best plan is kept')).not.toBeNull();
    await page.tell('schedule.progressed', { eventId: 'event', runId });
    await answer(page, plan({ run: run({ state: 'stopped' }) }));
    expect([page.element.querySelector('[role=progressbar]'), cells(page).length]).toEqual([null, 4]);
  });

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
    await answer(page, plan({ run: run({ publishedAt: '2027-01-21T08:01:00Z' }) }));
    expect(
      page.texts('musubi-publish-report h2, musubi-publish-report musubi-state, musubi-publish-report li'),
    ).toEqual([
      'One meeting is published.',
      'One meeting could not be published',
      'Tue 26 January, 09:25 CET, 17:25 JST Somebody booked that time meanwhile',
    ]);
    await page.press('Roll back');
    await page.press('Cancel these meetings');
    await page.answer(`${path}/roll-back`, {
      runId,
      rolledBackAt: '2027-01-21T08:02:00Z',
      cancelled: 1,
      kept: 0,
      letters: 2,
    });
    await answer(
      page,
      plan({ run: run({ publishedAt: '2027-01-21T08:01:00Z', rolledBackAt: '2027-01-21T08:02:00Z' }) }),
    );
    expect(told()).toBe('One meeting is cancelled.');
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
    await page.tell('slots.changed', { eventId: 'event' as never });
    await page.answer('/organise/events/event/meetings', [
      real('one', 'slot-0', 'cancelled', 'clara', 'aiko'),
      real('gap', 'slot-2', 'confirmed', 'ben', 'aiko'),
    ]);
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

  it('says the same as a list, and of one side alone', async () => {
    const page = await open();
    await page.press('Japan');
    expect(cells(page).length).toBe(2);
    await page.press('As a list');
    expect(page.texts('musubi-meeting-list tbody tr')).toEqual([
      'Tue 26 January, 09:00 CET, 17:00 JST Clara Weiss and Aiko Tanaka Must, wished by both',
      'Tue 26 January, 09:25 CET, 17:25 JST Ben Bauer and Emi Endo',
    ]);
  });

  it('speaks Japanese', async () => {
    const page = await open(plan(), noneUnmet, 'ja');
    expect(page.texts('.page-head .soft')[0]).toBe(
      '第7案（1月21日（木）、イベント全体）。公開するまで通知は送信されません。',
    );
    expect(page.texts('.big')[0]).toContain('件（希望4件中）');
  });
});
