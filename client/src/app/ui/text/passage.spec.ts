import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Passage } from './passage';
import type { WrittenIn } from './written';

@Component({
  imports: [Passage],
  template: `<musubi-passage text="理由" [written]="written()" more="Read all" less="Show less" [named]="named" />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly written = signal<WrittenIn>({ lang: 'ja', mark: 'Written in Japanese', page: 'en' });
  readonly named = (action: string): string => `${action}: Aiko Tanaka`;
}

describe('a passage that somebody wrote', () => {
  const height = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollHeight')!;
  const open = async (tall: boolean) => {
    Object.defineProperty(Element.prototype, 'scrollHeight', { configurable: true, get: () => (tall ? 80 : 0) });
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    return { fixture, root, button: () => root.querySelector('button') };
  };
  const read = (root: HTMLElement): string => root.textContent!.replace(/\s+/g, ' ').trim();
  afterEach(() => {
    Object.defineProperty(Element.prototype, 'scrollHeight', height);
  });

  it('says in which language it is written, where the page is in another', async () => {
    const { fixture, root } = await open(false);
    expect([read(root), root.querySelector('.text')!.getAttribute('lang')]).toEqual(['理由 Written in Japanese', 'ja']);
    fixture.componentInstance.written.set({ lang: 'ja', mark: '', page: 'ja' });
    await fixture.whenStable();
    expect(read(root)).toBe('理由');
  });

  it('shows the rest of it on demand, and takes it back', async () => {
    const { fixture, root, button } = await open(true);
    const state = () => [
      button()!.getAttribute('aria-label'),
      button()!.getAttribute('aria-expanded'),
      root.querySelector('.text')!.classList.contains('whole'),
    ];
    expect(state()).toEqual(['Read all: Aiko Tanaka', 'false', false]);
    button()!.click();
    await fixture.whenStable();
    expect(state()).toEqual(['Show less: Aiko Tanaka', 'true', true]);
    button()!.click();
    await fixture.whenStable();
    expect(state()).toEqual(['Read all: Aiko Tanaka', 'false', false]);
  });
});
