import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../core/i18n/words';
import { Toasts } from '../core/page/toasts';
import { Icon } from '../ui/icon/icon';
import { Tie } from '../ui/tie/tie';

/**
 * Short news, newest last. It floats over the head of the page, where nothing is answered: at the foot it lay on the row
 * that comes next, and on the buttons at its end.
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
        <span
          >{{ toast.text }}
          @if (toast.more) {
            <span class="soft">{{ toast.more }}</span>
          }
        </span>
        @if (toast.link; as link) {
          <a class="btn btn-ghost btn-sm" [routerLink]="link" (click)="toasts.dismiss(toast.id)">{{
            t('common.open')
          }}</a>
        }
        <button
          class="btn btn-ghost btn-sm btn-icon"
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
    .stack {
      position: fixed;
      top: var(--space-4);
      left: 50%;
      translate: -50% 0;
      z-index: 8;
      display: grid;
      gap: var(--space-2);
      justify-items: center;
      width: min(560px, calc(100vw - 32px));
      pointer-events: none;
    }
    .toast {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      padding: var(--space-3) var(--space-4);
      background: var(--color-sheet);
      border: var(--hairline) solid var(--color-rule-strong);
      border-radius: var(--radius);
      box-shadow: var(--shadow-float);
      font-size: 0.875rem;
      line-height: 1.45;
      pointer-events: auto;
    }
    .tie-box {
      width: 64px;
      flex: none;
    }
    @media (max-width: 767px) {
      .stack {
        top: var(--space-2);
        justify-items: stretch;
        width: calc(100vw - 2 * var(--space-2));
      }
      .toast {
        gap: var(--space-2);
        padding: var(--space-2) var(--space-3);
      }
      .tie-box {
        width: 40px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToastStack {
  protected readonly toasts = inject(Toasts);
  protected readonly t = inject(Words).t;
}
