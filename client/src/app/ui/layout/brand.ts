import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** On a link: the mark and the name; where room is short, the mark alone. */
@Component({
  selector: 'a[musubiBrand]',
  template: `<svg viewBox="4 4 40 16" aria-hidden="true">
      <path d="M4 12H14C24 12 30 18 30 12S24 6 18 12 12 18 12 18" />
      <path d="M44 12H34C24 12 18 6 18 12S24 18 30 12 36 6 36 6" />
    </svg>
    @if (!markOnly()) {
      <span>Musubi</span> <span lang="ja">結び</span>
    }`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 32px;
      color: var(--color-ink);
      text-decoration: none;
      font-weight: var(--weight-title);
      font-size: var(--text-lg);
      letter-spacing: var(--tracking-title);
    }
    svg {
      width: 36px;
      height: 18px;
      fill: none;
      stroke: var(--color-tie);
      stroke-width: 1.6;
      stroke-linecap: round;
    }
    span[lang='ja'] {
      font-weight: 400;
      font-size: var(--text-sm);
      color: var(--color-ink-faint);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Brand {
  readonly markOnly = input(false);
}
