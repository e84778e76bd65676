import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';

export interface RejectQuestion {
  readonly heading: string;
  readonly text: string;
  readonly label: string;
  readonly optional: string;
  readonly help: string;
  readonly confirm: string;
  readonly cancel: string;
}

/** Asks why somebody is not admitted; the person reads it. */
@Component({
  selector: 'musubi-reject-dialog',
  template: `<form class="dialog" (submit)="done($event)">
    <h2 id="dialog-heading" class="title-section">{{ question.heading }}</h2>
    <p class="soft">{{ question.text }}</p>
    <div class="field">
      <label for="reject-reason"
        >{{ question.label }} <span class="optional">{{ question.optional }}</span></label
      >
      <textarea
        class="input"
        id="reject-reason"
        rows="3"
        maxlength="500"
        aria-describedby="reject-help"
        (input)="write($event)"
      ></textarea>
      <p class="help" id="reject-help">{{ question.help }}</p>
    </div>
    <p class="row-flex acts">
      <button class="btn btn-ghost" type="button" (click)="dialog.close()">{{ question.cancel }}</button>
      <button class="btn btn-bad" type="submit">{{ question.confirm }}</button>
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
export class RejectDialog {
  protected readonly question = inject<RejectQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<{ reason: string | null }>>(DialogRef);
  private readonly reason = signal('');

  protected write(typing: Event): void {
    this.reason.set((typing.target as HTMLTextAreaElement).value);
  }

  protected done(submit: Event): void {
    submit.preventDefault();
    this.dialog.close({ reason: this.reason().trim() || null });
  }
}
