import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { UnmetView, WishId } from '@musubi/contracts';
import {
  asked,
  at,
  boardOnScreen,
  cells,
  click,
  key,
  noneUnmet,
  open,
  said,
  sent,
  told,
  wish,
} from '../../../../testing/plan-page';
import { largePlan, plan, planned, run } from '../../../../testing/schedule-fixtures';
import { planBoard } from '../../../data/organiser/schedule/board/plan-board';
import { UnmetWords } from '../unmet/unmet-words';

describe('the board of a run', () => {
  boardOnScreen();

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

  it('leads the keys to the board with one button, past all that stands before it', async () => {
    const page = await open();
    await page.press('To the board');
    await page.settle();
    expect(said(document.activeElement!)).toMatch(/^Clara Weiss, /);
    expect(page.element.querySelector('button')!.textContent).toContain('To the board');
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
