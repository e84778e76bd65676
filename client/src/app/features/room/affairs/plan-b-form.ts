import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { type PlanBKind, planBKinds } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { sending } from '../../../core/problem/sending';
import { RoomAffairs } from '../../../data/room/affairs/room-affairs';
import { Note } from '../../../ui/feedback/note';
import { Control, Field } from '../../../ui/forms/field';
import { RoomPlace } from '../room-place';

/** Only over https, and a number that one can dial; the server looks closer. */
const shapes: Record<PlanBKind, RegExp> = {
  link: /^https:\/\/[^\s/@]+\.[^\s/@]+/i,
  phone: /^\+?[0-9][0-9 ()/.,#*-]{4,}$/,
};

/** Proposes another way to meet; an organiser sets it for both. */
@Component({
  selector: 'musubi-plan-b-form',
  imports: [Control, Field, Note],
  template: `<form (submit)="send($event)" novalidate>
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
        {{ t(staff() ? 'room.plan_b.set' : 'room.plan_b.propose') }}
      </button>
    </div>
    @if (sending.failed(); as problem) {
      <musubi-note icon="alert" kind="caution" role="alert"
        ><strong>{{ problem.title }}.</strong> {{ problem.text }}</musubi-note
      >
    }
  </form>`,
  styleUrl: './affair.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanBForm {
  readonly sent = output();

  private readonly affairs = inject(RoomAffairs);
  private readonly place = inject(RoomPlace);
  protected readonly t = inject(Words).t;
  protected readonly sending = sending();
  protected readonly kinds = planBKinds;
  protected readonly kind = signal<PlanBKind>('link');
  protected readonly value = signal('');
  protected readonly error = signal(false);
  protected readonly staff = this.place.isStaff;

  protected type(typing: Event): void {
    this.value.set((typing.target as HTMLInputElement).value);
    this.error.set(false);
  }

  protected async send(submit: Event): Promise<void> {
    submit.preventDefault();
    const plan = { kind: this.kind(), value: this.value().trim() };
    if (!shapes[plan.kind].test(plan.value)) return this.error.set(true);
    await this.sending.run(() => this.affairs.proposePlanB(plan));
    if (this.sending.failed()) return;
    this.value.set('');
    this.sent.emit();
  }
}
