import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { type PlanBInput, type PlanBKind, planBKinds } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { sending } from '../../core/problem/sending';
import { Note } from '../../ui/feedback/note';
import { Control, Field } from '../../ui/forms/field';

/** Only over https, and a number that one can dial; the server looks closer. */
const shapes: Record<PlanBKind, RegExp> = {
  link: /^https:\/\/[^\s/@]+\.[^\s/@]+/i,
  phone: /^\+?[0-9][0-9 ()/.,#*-]{4,}$/,
};

/** Proposes another way to meet; an organiser sets it for both. Whoever shows it loads the words of `room`. */
@Component({
  selector: 'musubi-plan-b-form',
  imports: [Control, Field, Note],
  template: `<form (submit)="submit($event)" novalidate>
    <fieldset>
      <legend class="field-label">{{ t('room.plan_b.form') }}</legend>
      @for (one of kinds; track one) {
        <label class="choice"
          ><input type="radio" name="plan-b" [value]="one" [checked]="one === kind()" (change)="kind.set(one)" />
          {{ t('room.plan_b.kind.' + one) }}</label
        >
      }
    </fieldset>
    <musubi-field
      [label]="t('room.plan_b.value.' + kind())"
      [help]="t('room.plan_b.help.' + kind())"
      [error]="error() ? t('room.plan_b.gap.' + kind()) : null"
    >
      <input
        musubiControl
        [type]="kind() === 'link' ? 'url' : 'tel'"
        maxlength="500"
        autocomplete="off"
        [value]="value()"
        (input)="type($event)"
      />
    </musubi-field>
    <div>
      <button class="btn" type="submit" [disabled]="sending.busy()">
        {{ t(sets() ? 'room.plan_b.set' : 'room.plan_b.propose') }}
      </button>
    </div>
    @if (sending.failed(); as problem) {
      <musubi-note icon="alert" kind="caution" role="alert"
        ><strong>{{ t('common.stopped', { text: problem.title }) }}</strong> {{ problem.text }}</musubi-note
      >
    }
  </form>`,
  styles: `
    form {
      display: grid;
      gap: var(--space-3);
      max-width: 480px;
    }
    fieldset {
      display: grid;
      gap: var(--space-1);
    }
    legend {
      padding: 0;
    }
    .choice {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 32px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanBForm {
  readonly send = input.required<(plan: PlanBInput) => Promise<void>>();
  /** Sets it for both, instead of proposing it. */
  readonly sets = input(false);
  readonly sent = output();

  protected readonly t = inject(Words).t;
  protected readonly sending = sending();
  protected readonly kinds = planBKinds;
  protected readonly kind = signal<PlanBKind>('link');
  protected readonly value = signal('');
  protected readonly error = signal(false);

  protected type(typing: Event): void {
    this.value.set((typing.target as HTMLInputElement).value);
    this.error.set(false);
  }

  protected async submit(submit: Event): Promise<void> {
    submit.preventDefault();
    const plan = { kind: this.kind(), value: this.value().trim() };
    if (!shapes[plan.kind].test(plan.value)) return this.error.set(true);
    await this.sending.run(() => this.send()(plan));
    if (this.sending.failed()) return;
    this.value.set('');
    this.sent.emit();
  }
}
