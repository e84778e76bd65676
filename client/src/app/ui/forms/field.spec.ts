import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Control, Field, focusFirstError } from './field';

@Component({
  imports: [Control, Field],
  template: `<musubi-field label="A"><input musubiControl /></musubi-field>
    <musubi-field label="B" help="How it is used." [error]="error()"><input musubiControl /></musubi-field>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly error = signal<string | null>(null);
}

describe('a field', () => {
  it('joins its control to label, help and error, and brings the reader to what is wrong', async () => {
    const fixture = TestBed.createComponent(Page);
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    await fixture.whenStable();
    const [a, b] = [...root.querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement];
    const described = (input: HTMLElement) =>
      (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .filter(Boolean)
        .map((id) => document.getElementById(id)?.textContent?.trim());
    expect([a.labels![0]!.textContent!.trim(), described(a), described(b)]).toEqual(['A', [], ['How it is used.']]);
    fixture.componentInstance.error.set('Please add it.');
    await fixture.whenStable();
    focusFirstError(root);
    expect([described(b), b.getAttribute('aria-invalid'), document.activeElement === b]).toEqual([
      ['Please add it.', 'How it is used.'],
      'true',
      true,
    ]);
  });
});
