import { ChangeDetectionStrategy, Component, computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Combo, type ComboOption } from './combo';
import { Field } from './field';

const all: ComboOption[] = [
  { value: 'DE1', label: 'Baden-Württemberg' },
  { value: 'DE11', label: 'Stuttgart' },
  { value: 'JP-27', label: 'Osaka' },
];

@Component({
  imports: [Combo, Field],
  template: `<musubi-field label="Region">
    <musubi-combo
      [value]="value()"
      [valueLabel]="label()"
      [options]="options()"
      listLabel="Regions"
      (typed)="text.set($event)"
      (chosen)="value.set($event.value)"
    />
  </musubi-field>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly text = signal('');
  readonly value = signal<string | null>(null);
  readonly label = computed(() => all.find(({ value }) => value === this.value())?.label ?? '');
  readonly options = computed(() =>
    all.filter(({ label }) => this.text() && label.toLowerCase().includes(this.text())),
  );
}

describe('a field with a list', () => {
  let page: Page;
  let input: HTMLInputElement;
  let stable: () => Promise<unknown>;
  let list: () => (string | undefined)[];

  beforeEach(async () => {
    const fixture = TestBed.createComponent(Page);
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    page = fixture.componentInstance;
    stable = () => fixture.whenStable();
    await stable();
    input = root.querySelector('input')!;
    list = () => [...root.querySelectorAll('[role="option"]')].map((option) => option.textContent?.trim());
  });

  const type = async (text: string) => {
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await stable();
  };
  const press = async (key: string) => {
    input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await stable();
  };
  const active = () => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent?.trim();

  it('is chosen from by keyboard', async () => {
    await type('t');
    expect([list(), input.getAttribute('aria-expanded'), active()]).toEqual([
      ['Baden-Württemberg', 'Stuttgart'],
      'true',
      'Baden-Württemberg',
    ]);
    await press('ArrowDown');
    expect(active()).toBe('Stuttgart');
    await press('ArrowDown');
    await press('ArrowUp');
    await press('Enter');
    expect([page.value(), input.value, list()]).toEqual(['DE11', 'Stuttgart', []]);
  });

  it('keeps what was chosen when something else is typed and left', async () => {
    await type('osa');
    await press('Enter');
    await type('nowhere');
    input.dispatchEvent(new Event('blur'));
    await stable();
    expect([page.value(), input.value]).toEqual(['JP-27', 'Osaka']);
  });

  it('closes with Escape', async () => {
    await type('osa');
    await press('Escape');
    expect([list(), input.getAttribute('aria-expanded')]).toEqual([[], 'false']);
  });
});
