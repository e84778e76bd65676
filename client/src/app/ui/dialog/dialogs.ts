import { Dialog as CdkDialog, DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, effect, inject, Injectable, Injector, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';

export interface Question {
  readonly heading: string;
  /** The time it is about, on the reader's clock and on the other side's. */
  readonly time?: { readonly own: string; readonly other: string };
  readonly text: string;
  /** The verb that does it. */
  readonly confirm: string;
  readonly cancel: string;
  /** What cannot be undone is outlined in crimson. */
  readonly kind?: 'plain' | 'bad';
}

/** Opens a component as a dialog: focus goes in, stays in, and comes back; Escape and the scrim close it. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly cdk = inject(CdkDialog);
  private readonly injector = inject(Injector);

  /**
   * @param over what it asks about has been settled meanwhile, here or elsewhere: it closes then, as if dismissed
   * @returns what the dialog was closed with, or undefined when it was dismissed
   */
  async open<R, D>(
    component: ComponentType<unknown>,
    data: D,
    labelledBy = 'dialog-heading',
    over: () => boolean = () => false,
  ): Promise<R | undefined> {
    const dialog = this.cdk.open<R, D>(component, {
      data,
      ariaLabelledBy: labelledBy,
      backdropClass: 'dialog-scrim',
      panelClass: 'dialog-pane',
      autoFocus: 'first-tabbable',
      restoreFocus: true,
    });
    const watch = effect(() => over() && untracked(() => dialog.close()), { injector: this.injector });
    return firstValueFrom(dialog.closed, { defaultValue: undefined }).finally(() => watch.destroy());
  }

  /** Asks before something is done. */
  async confirm(question: Question, over?: () => boolean): Promise<boolean> {
    return (await this.open<boolean, Question>(Confirm, question, undefined, over)) ?? false;
  }
}

@Component({
  selector: 'musubi-confirm',
  template: `<div class="dialog">
    <h2 id="dialog-heading" class="title-section">{{ question.heading }}</h2>
    @if (question.time; as time) {
      <p class="when">
        <strong>{{ time.own }}</strong>
        @if (time.other) {
          <span class="meta">{{ time.other }}</span>
        }
      </p>
    }
    <p class="soft">{{ question.text }}</p>
    <p class="row-flex acts">
      <button class="btn btn-ghost" type="button" (click)="dialog.close(false)">{{ question.cancel }}</button>
      <button class="btn" [class.btn-bad]="question.kind === 'bad'" type="button" (click)="dialog.close(true)">
        {{ question.confirm }}
      </button>
    </p>
  </div>`,
  styles: `
    .soft {
      margin: var(--space-2) 0 var(--space-4);
    }
    .when {
      display: grid;
      margin-top: var(--space-3);
      font-size: var(--text-lg);
      font-variant-numeric: tabular-nums;
    }
    .acts {
      justify-content: flex-end;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Confirm {
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
}
