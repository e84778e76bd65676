import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Control, Field } from '../../ui/forms/field';

export interface SendBackQuestion {
  readonly heading: string;
  readonly text: string;
  readonly label: string;
  readonly missing: string;
  readonly confirm: string;
  readonly cancel: string;
}

/** Asks what is to be changed; the organisation’s people read it, so it is needed. */
@Component({
  selector: 'musubi-send-back-dialog',
  imports: [Control, Field],
  template: `<form class="dialog" (submit)="done($event)" novalidate>
    <h2 id="dialog-heading" class="title-section">{{ question.heading }}</h2>
    <p class="soft">{{ question.text }}</p>
    <musubi-field [label]="question.label" [error]="tried() && !because().trim() ? question.missing : null">
      <textarea musubiControl rows="4" maxlength="1000" (input)="write($event)"></textarea>
    </musubi-field>
    <p class="row-flex acts">
      <button class="btn btn-ghost" type="button" (click)="dialog.close()">{{ question.cancel }}</button>
      <button class="btn btn-primary" type="submit">{{ question.confirm }}</button>
    </p>
  </form>`,
  styles: `
    .soft {
      margin: var(--space-2) 0 var(--space-4);
    }
    .acts {
      justify-content: flex-end;
      margin-top: var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SendBackDialog {
  protected readonly question = inject<SendBackQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<string>>(DialogRef);
  protected readonly because = signal('');
  protected readonly tried = signal(false);

  protected write(typing: Event): void {
    this.because.set((typing.target as HTMLTextAreaElement).value);
  }

  protected done(submit: Event): void {
    submit.preventDefault();
    this.tried.set(true);
    const because = this.because().trim();
    if (because) this.dialog.close(because);
  }
}
