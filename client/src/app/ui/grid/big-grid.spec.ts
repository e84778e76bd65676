import { Component, provideZonelessChangeDetection, signal, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BigGrid, type KeyOnCell } from './big-grid';
import type { GridPlace } from './grid-keys';
import { CellPart, ColumnHeadPart, RowHeadPart } from './grid-parts';

@Component({
  imports: [BigGrid, CellPart, ColumnHeadPart, RowHeadPart],
  template: `<musubi-big-grid
    label="People and slots"
    [rowKeys]="keys()"
    [columns]="40"
    [groups]="[
      { label: 'Tuesday', from: 0, count: 20 },
      { label: 'Wednesday', from: 20, count: 20 },
    ]"
    [say]="say"
    [spellings]="spellings()"
    (activated)="activated.push($event)"
    (pressed)="pressed.push($event)"
  >
    <ng-template musubiColumnHead let-column>{{ column }}</ng-template>
    <ng-template musubiRowHead let-row>{{ keys()[row] }}</ng-template>
    <ng-template musubiCell let-row let-column="column">{{ row }}/{{ column }}</ng-template>
  </musubi-big-grid>`,
})
class Host {
  readonly grid = viewChild.required(BigGrid);
  readonly keys = signal(Array.from({ length: 2000 }, (_, row) => `person ${row}`));
  readonly spellings = () => this.keys().map((_, row) => [row === 1234 ? 'Zoë' : `P${row}`]);
  readonly say = (row: number, column: number) => `row ${row}, column ${column}`;
  readonly activated: GridPlace[] = [];
  readonly pressed: KeyOnCell[] = [];
}

describe('a grid of 2,000 × 40', () => {
  beforeEach(() => {
    jest.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(642);
    jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(804);
  });
  afterEach(() => void jest.restoreAllMocks());

  async function open() {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const key = async (name: string, more: KeyboardEventInit = {}) => {
      const from = element.querySelector('[data-active]')!;
      from.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
      await fixture.whenStable();
      return document.activeElement?.querySelector('.visually-hidden')?.textContent;
    };
    return { fixture, element, key, host: fixture.componentInstance };
  }

  it('draws only what can be seen, and says how large it is', async () => {
    const { element } = await open();
    const grid = element.querySelector('[role=grid]')!;
    expect([grid.getAttribute('aria-rowcount'), grid.getAttribute('aria-colcount')]).toEqual(['2002', '41']);
    // 12 rows of 48 and 10 columns of 66 fit; two more of each are spare.
    expect(element.querySelectorAll('[role=rowheader]').length).toBe(14);
    expect(element.querySelectorAll('[role=gridcell]').length).toBe(14 * 12);
    expect(element.querySelectorAll('*').length).toBeLessThan(700);
  });

  it('goes by keys to its far end and keeps what has the focus drawn', async () => {
    const { element, key, fixture } = await open();
    expect(await key('ArrowRight')).toBe('row 0, column 0');
    expect(await key('End', { ctrlKey: true })).toBe('row 1999, column 39');
    const last = element.querySelector('[data-active]')!;
    expect([last.getAttribute('aria-colindex'), last.parentElement!.getAttribute('aria-rowindex')]).toEqual([
      '41',
      '2002',
    ]);
    const scroller = element.querySelector('.scroller')!;
    scroller.scrollTop = 0;
    scroller.scrollLeft = 0;
    scroller.dispatchEvent(new Event('scroll'));
    await fixture.whenStable();
    expect(document.activeElement).toBe(element.querySelector('[data-active]'));
    expect(element.querySelectorAll('[role=rowheader]').length).toBe(15);
    expect(element.querySelectorAll('[tabindex="0"]').length).toBe(1);
  });

  it('finds a person by letters; Enter and other keys are the page’s', async () => {
    const { element, key, host, fixture } = await open();
    expect(await key('z')).toBe('row 1234, column -1');
    await key('ArrowRight');
    await key('Enter');
    element.querySelector<HTMLElement>('[aria-rowindex="1239"] [aria-colindex="4"]')!.click();
    expect(host.activated).toEqual([
      { row: 1234, column: 0 },
      { row: 1236, column: 2 },
    ]);
    await fixture.whenStable();
    await key('Delete');
    await key('z', { ctrlKey: true });
    expect(host.pressed.map(({ event, place }) => [event.key, place.row])).toEqual([
      ['Delete', 1236],
      ['z', 1236],
    ]);
  });

  it('keeps the focus inside when rows go', async () => {
    const { element, key, host, fixture } = await open();
    await key('End', { ctrlKey: true });
    host.keys.set(['a', 'b']);
    await fixture.whenStable();
    expect(element.querySelector('[data-active] .visually-hidden')!.textContent).toBe('row 1, column 39');
  });
});
