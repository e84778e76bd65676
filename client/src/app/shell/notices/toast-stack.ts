import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../../core/i18n/words';
import { type Toast, Toasts } from '../../core/page/toasts';
import { Icon } from '../../ui/icon/icon';
import { Tie } from '../../ui/tie/tie';

/**
 * Short news, newest last. Beside a wide rail it stands in the rail's free middle, where it covers nothing; else it sticks
 * to the foot of the page, above the bottom bar, and takes room there, so that whatever it lies on can be scrolled clear.
 * The region is always there, so that each is read out once.
 */
@Component({
  selector: 'musubi-toast-stack',
  imports: [RouterLink, Icon, Tie],
  template: `<div class="stack" role="status">
    @for (toast of toasts.all(); track toast.id) {
      <div class="toast">
        @if (toast.tie; as state) {
          <span class="tie-box"><musubi-tie [state]="state" [just]="true" /></span>
        }
        <span class="text"
          >{{ sentence(toast) }}
          @if (toast.more) {
            <span class="soft">{{ toast.more }}</span>
          }
        </span>
        @if (toast.link; as link) {
          <a class="btn btn-ghost btn-sm open" [routerLink]="link" (click)="toasts.dismiss(toast.id)">{{
            t('common.open')
          }}</a>
        }
        @if (toast.act; as act) {
          <button class="btn btn-ghost btn-sm open" type="button" (click)="toasts.dismiss(toast.id); act.run()">
            {{ act.label }}
          </button>
        }
        <button
          class="btn btn-ghost btn-sm btn-icon close"
          type="button"
          [attr.aria-label]="t('common.close')"
          (click)="toasts.dismiss(toast.id)"
        >
          <svg musubiIcon="x" size="sm"></svg>
        </button>
      </div>
    }
  </div>`,
  styles: `
    :host {
      position: fixed;
      left: var(--space-3);
      bottom: 216px;
      z-index: 8;
      width: calc(var(--rail-width) - 2 * var(--space-3));
    }
    @supports (bottom: anchor(top)) {
      :host {
        bottom: calc(anchor(--rail-foot top, 200px) + var(--space-4));
      }
    }
    .stack {
      display: grid;
      gap: var(--space-2);
    }
    .toast {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      gap: var(--space-1) var(--space-2);
      align-items: center;
      padding: var(--space-2) var(--space-2) var(--space-3) var(--space-3);
      background: var(--color-sheet);
      border: var(--hairline) solid var(--color-rule-strong);
      border-radius: var(--radius);
      box-shadow: var(--shadow-float);
      font-size: var(--text-sm);
      line-height: 1.45;
      pointer-events: auto;
    }
    .tie-box {
      width: 64px;
      grid-area: 1 / 1;
    }
    .text {
      grid-column: 1 / 3;
      overflow-wrap: anywhere;
    }
    .tie-box ~ .text {
      grid-column: 1 / -1;
    }
    .close {
      grid-area: 1 / 3;
      align-self: start;
    }
    .open {
      grid-column: 1 / -1;
      justify-self: start;
      margin-left: calc(-1 * var(--space-3));
    }
    .tie-box ~ .open {
      grid-area: 1 / 2;
    }
    @media (max-width: 1023px) {
      :host {
        display: block;
        position: sticky;
        left: auto;
        bottom: 0;
        width: auto;
        margin-left: 80px;
        pointer-events: none;
      }
      .stack {
        justify-items: end;
      }
      .toast {
        display: flex;
        gap: var(--space-2);
        max-width: 560px;
        margin-inline: var(--space-4);
        padding: var(--space-2) var(--space-3);
        font-size: 0.875rem;
      }
      .toast:last-child {
        margin-bottom: var(--space-4);
      }
      .tie-box {
        width: 40px;
        flex: none;
      }
      .text {
        flex: 1;
      }
      .open {
        margin-left: 0;
      }
    }
    @media (max-width: 767px) {
      :host {
        bottom: 64px;
        margin-left: 0;
      }
      .stack {
        justify-items: stretch;
      }
      .toast {
        max-width: none;
        margin-inline: var(--space-2);
      }
      .toast:last-child {
        margin-bottom: var(--space-2);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToastStack {
  protected readonly toasts = inject(Toasts);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;

  /** A heading ends where a sentence comes after it. */
  protected sentence({ text, more }: Toast): string {
    if (!more || !/[.。]$/u.test(more) || /[.!?。！？]$/u.test(text)) return text;
    return text + (this.words.lang() === 'ja' ? '。' : '.');
  }
}
