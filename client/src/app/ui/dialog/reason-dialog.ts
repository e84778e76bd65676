import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';

export interface ReasonQuestion {
  readonly heading: string;
  readonly text: string;
  /** Legend of the reasons. */
  readonly legend: string;
  readonly reasons: readonly { readonly value: string; readonly label: string }[];
  readonly noteLabel: string;
  /** "(optional)". */
  readonly optional: string;
  /** Help beneath the note, with how much of it is used. */
  readonly noteHelp: (used: number) => string;
  readonly confirm: string;
  readonly cancel: string;
  /** What cannot be undone is outlined in crimson. */
  readonly kind?: 'plain' | 'bad';
}

export interface Reasoned {
  readonly reason: string;
  readonly note: string | null;
}

/** Asks for one of some ready-made reasons and, if one likes, a word of one's own. */
@Component({
  selector: 'musubi-reason-dialog',
  template: `<form class="dialog" (submit)="done($event)">
    <h2 id="dialog-heading" class="title-section">{{ question.heading }}</h2>
    <p class="soft">{{ question.text }}</p>
    <fieldset>
      <legend class="label">{{ question.legend }}</legend>
      @for (one of question.reasons; track one.value) {
        <label class="check">
          <input
            type="radio"
            name="reason"
            [value]="one.value"
            [checked]="reason() === one.value"
            (change)="reason.set(one.value)"
          />
          <span>{{ one.label }}</span>
        </label>
      }
    </fieldset>
    <div class="field">
      <label for="reason-note"
        >{{ question.noteLabel }} <span class="optional">{{ question.optional }}</span></label
      >
      <textarea
        class="input"
        id="reason-note"
        rows="3"
        maxlength="400"
        aria-describedby="reason-note-help"
        (input)="write($event)"
      ></textarea>
      <p class="help" id="reason-note-help">{{ question.noteHelp(note().length) }}</p>
    </div>
    <p class="row-flex acts">
      <button class="btn btn-ghost" type="button" (click)="dialog.close()">{{ question.cancel }}</button>
      <button class="btn" [class.btn-bad]="question.kind === 'bad'" type="submit">{{ question.confirm }}</button>
    </p>
  </form>`,
  styles: `
    .soft {
      margin: var(--space-2) 0 var(--space-4);
    }
    legend {
      padding: 0;
      margin-bottom: var(--space-1);
    }
    .field {
      margin-top: var(--space-4);
    }
    textarea {
      min-height: 80px;
    }
    .acts {
      justify-content: flex-end;
      margin-top: var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonDialog {
  protected readonly question = inject<ReasonQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<Reasoned>>(DialogRef);
  protected readonly reason = signal(this.question.reasons[0]?.value ?? '');
  protected readonly note = signal('');

  protected write(input: Event): void {
    this.note.set((input.target as HTMLTextAreaElement).value);
  }

  protected done(submit: Event): void {
    submit.preventDefault();
    this.dialog.close({ reason: this.reason(), note: this.note().trim() || null });
  }
}
