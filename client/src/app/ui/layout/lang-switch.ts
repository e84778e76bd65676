import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Lang } from '@musubi/contracts';

/** The other language, named in itself. With an address it is a link, else a button; what is typed stays. */
@Component({
  selector: 'musubi-lang-switch',
  template: `@if (href(); as address) {
      <a class="plain" [href]="address" [lang]="other()" [hreflang]="other()" (click)="go($event)">{{ name() }}</a>
    } @else {
      <button class="plain as-link" type="button" [lang]="other()" (click)="choose.emit(other())">
        {{ name() }}
      </button>
    }`,
  styles: `
    :host {
      display: contents;
    }
    .as-link {
      min-height: 32px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--color-ink-soft);
      font-size: inherit;
      cursor: pointer;
    }
    .as-link:hover {
      color: var(--color-ink);
      text-decoration: underline;
      text-underline-offset: 3px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LangSwitch {
  readonly lang = input.required<Lang>();
  /** Address of the same page in the other language. */
  readonly href = input<string | null>(null);
  readonly choose = output<Lang>();
  protected readonly other = computed<Lang>(() => (this.lang() === 'en' ? 'ja' : 'en'));
  protected readonly name = computed(() => (this.other() === 'ja' ? '日本語' : 'English'));

  protected go(click: MouseEvent): void {
    if (click.ctrlKey || click.metaKey || click.shiftKey || click.button !== 0) return;
    click.preventDefault();
    this.choose.emit(this.other());
  }
}
