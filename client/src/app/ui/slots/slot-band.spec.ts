import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BandDay, BandSlot } from './band-layout';
import { SlotBand } from './slot-band';

const slot = (day: string, time: string, state: BandSlot['state'] = 'free'): BandSlot => ({
  slotId: `${day} ${time}`,
  state,
  startsAt: `2027-01-${day}T${time}:00Z`,
  endsAt: Temporal.Instant.from(`2027-01-${day}T${time}:00Z`).add({ minutes: 20 }).toString(),
});

@Component({
  imports: [SlotBand],
  template: `<musubi-slot-band
    [days]="days"
    zone="Europe/Berlin"
    otherZone="Asia/Tokyo"
    lang="en"
    [words]="words"
    [chosen]="chosen()"
    (chosenChange)="chosen.set($event)"
  />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly days: BandDay[] = [
    { remark: 'before it', slots: [slot('26', '08:00', 'busy'), slot('26', '08:25'), slot('26', '08:50', 'late')] },
    { slots: [slot('27', '08:00'), { ...slot('27', '08:25'), signs: ['instant', 'uninterpreted'] }] },
    { slots: [slot('29', '07:30', 'closed'), slot('29', '07:55', 'closed')] },
    { slots: [slot('30', '07:30', 'closed')], because: 'Opens on Monday.' },
  ];
  readonly words = {
    states: { free: 'Free', busy: 'Busy', taken: 'Taken', late: 'Late', held: 'Held', past: 'Past' },
    choices: ['1st', '2nd', '3rd'],
    signs: { instant: 'booked at once', uninterpreted: 'no interpreter' },
    group: 'your time first',
    shut: (from: string, until: string, because: string | null) => `${from}–${until}: ${because ?? 'not open'}`,
    keys: 'Arrow keys move.',
  };
  readonly chosen = signal<readonly string[]>([]);
}

describe('the slot band', () => {
  let root: HTMLElement;
  let page: Page;
  let stable: () => Promise<unknown>;

  beforeEach(async () => {
    const fixture = TestBed.createComponent(Page);
    root = fixture.nativeElement as HTMLElement;
    page = fixture.componentInstance;
    stable = () => fixture.whenStable();
    document.body.append(root);
    await stable();
  });

  const slots = () => [...root.querySelectorAll<HTMLButtonElement>('[role="checkbox"]')];
  const tabStops = () =>
    slots()
      .filter(({ tabIndex }) => tabIndex === 0)
      .map((button) => button.getAttribute('aria-label'));
  const press = async (key: string) => {
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await stable();
  };

  const click = async (...indexes: number[]) => {
    for (const index of indexes) {
      slots()[index]!.click();
      await stable();
    }
  };

  it('names each slot in both times with its state, in a group per day', () => {
    expect([...root.querySelectorAll('[role="group"]')].map((group) => group.getAttribute('aria-label'))).toEqual([
      'Tuesday 26 January, your time first',
      'Wednesday 27 January, your time first',
    ]);
    expect(slots().map((button) => [button.getAttribute('aria-label'), button.getAttribute('aria-disabled')])).toEqual([
      ['09:00 CET, 17:00 JST, Busy', 'true'],
      ['09:25 CET, 17:25 JST, Free', null],
      ['09:50 CET, 17:50 JST, Late', null],
      ['09:00 CET, 17:00 JST, Free', null],
      ['09:25 CET, 17:25 JST, Free, booked at once, no interpreter', null],
    ]);
  });

  it('says in a line when a day has times of which none is open for booking', () => {
    expect([...root.querySelectorAll('.shut li')].map((one) => one.textContent.trim())).toEqual([
      'Friday 29 January 08:30–09:15: not open',
      'Saturday 30 January 08:30–08:50: Opens on Monday.',
    ]);
  });

  it('says beside a day why there are times on it, and with each group how keys move', () => {
    const titles = [...root.querySelectorAll('h3')].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
    expect(titles).toEqual(['Tuesday 26 January before it', 'Wednesday 27 January']);
    const described = [...root.querySelectorAll('[role="group"]')].map((group) =>
      document.getElementById(group.getAttribute('aria-describedby')!)!.textContent.trim(),
    );
    expect(described).toEqual(['Arrow keys move.', 'Arrow keys move.']);
  });

  it('is one tab stop, and arrow keys move by slot and day', async () => {
    expect(tabStops()).toEqual(['09:25 CET, 17:25 JST, Free']);
    slots()[1]!.focus();
    await press('ArrowRight');
    expect(document.activeElement).toBe(slots()[2]);
    await press('ArrowDown');
    expect(document.activeElement).toBe(slots()[4]);
    await press('ArrowUp');
    expect(document.activeElement).toBe(slots()[1]);
    await press('ArrowLeft');
    expect(document.activeElement).toBe(slots()[0]);
    expect(tabStops()).toEqual(['09:00 CET, 17:00 JST, Busy']);
  });

  it('takes each of two presses, also when the second comes before the page is drawn again', () => {
    slots()[1]!.click();
    slots()[3]!.click();
    expect(page.chosen()).toEqual(['26 08:25', '27 08:00']);
  });

  it('keeps the order of choices, gives each back, and takes nothing that is busy', async () => {
    await click(2, 0, 3);
    expect(page.chosen()).toEqual(['26 08:50', '27 08:00']);
    expect(
      slots().map(
        (button) =>
          `${button.getAttribute('aria-checked')} ${button.querySelector('.slot-state')!.textContent!.trim()}`,
      ),
    ).toEqual(['false Busy', 'false Free', 'true 1st', 'true 2nd', 'false Free']);
    await click(2, 1, 4, 0);
    expect(page.chosen()).toEqual(['27 08:00', '26 08:25', '27 08:25']);
  });
});
