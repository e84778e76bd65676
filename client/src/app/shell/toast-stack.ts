import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../core/i18n/words';
import { Toasts } from '../core/page/toasts';
import { Icon } from '../ui/icon/icon';
import { Tie } from '../ui/tie/tie';

/** Short news, newest last. The region is always there, so that each is read out once. */
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
      right: var(--space-5);
      bottom: var(--space-5);
      z-index: 8;
      display: grid;
      gap: var(--space-2);
      justify-items: end;
      max-width: min(520px, calc(100vw - 32px));
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
    }
    .tie-box {
      width: 64px;
      flex: none;
    }
    @media (max-width: 767px) {
      .stack {
        inset: auto var(--space-4) 80px;
        justify-items: stretch;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToastStack {
  protected readonly toasts = inject(Toasts);
  protected readonly t = inject(Words).t;
}
