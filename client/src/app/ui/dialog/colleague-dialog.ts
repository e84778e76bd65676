import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';

export interface ColleagueQuestion {
  readonly heading: string;
  readonly text: string;
  readonly legend: string;
  /** Said where nobody can be chosen. */
  readonly none: string;
  readonly colleagues: readonly {
    readonly value: string;
    readonly label: string;
    readonly more: string;
    readonly free: boolean;
  }[];
  readonly confirm: string;
  readonly cancel: string;
}

/** Asks for one colleague; who is not free is shown, and cannot be chosen. */
@Component({
  selector: 'musubi-colleague-dialog',
  template: `<form class="dialog" (submit)="done($event)">
    <h2 id="dialog-heading" class="title-section">{{ question.heading }}</h2>
    <p class="soft">{{ question.text }}</p>
    @if (open()) {
      <fieldset>
        <legend class="label">{{ question.legend }}</legend>
        @for (one of question.colleagues; track one.value) {
          <label class="check">
            <input
              type="radio"
              name="colleague"
              [value]="one.value"
              [checked]="chosen() === one.value"
              [disabled]="!one.free"
              (change)="chosen.set(one.value)"
            />
            <span [class.away]="!one.free"
              >{{ one.label }}<span class="meta">{{ one.more }}</span></span
            >
          </label>
        }
      </fieldset>
    } @else {
      <p>{{ question.none }}</p>
    }
    <p class="row-flex acts">
      <button class="btn btn-ghost" type="button" (click)="dialog.close()">{{ question.cancel }}</button>
      @if (open()) {
        <button class="btn" type="submit">{{ question.confirm }}</button>
      }
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
    .meta {
      display: block;
    }
    .away {
      color: var(--color-ink-faint);
    }
    .acts {
      justify-content: flex-end;
      margin-top: var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColleagueDialog {
  protected readonly question = inject<ColleagueQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<string>>(DialogRef);
  protected readonly chosen = signal(this.question.colleagues.find(({ free }) => free)?.value ?? '');
  protected readonly open = computed(() => this.chosen() !== '');

  protected done(submit: Event): void {
    submit.preventDefault();
    this.dialog.close(this.chosen());
  }
}
