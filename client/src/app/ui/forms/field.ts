import {
  ChangeDetectionStrategy,
  Component,
  computed,
  Directive,
  effect,
  ElementRef,
  inject,
  input,
} from '@angular/core';
import { Icon } from '../icon/icon';

let last = 0;

/** Label above, help beneath, one error in words. The control inside carries `musubiControl`. */
@Component({
  selector: 'musubi-field',
  imports: [Icon],
  template: `<label [attr.for]="controlId"
      >{{ label() }}
      @if (optional()) {
        <span class="optional">{{ optional() }}</span>
      }
    </label>
    <ng-content />
    @if (error()) {
      <p class="error" [id]="errorId"><svg musubiIcon="alert" size="sm"></svg>{{ error() }}</p>
    }
    @if (help()) {
      <p class="help" [id]="helpId">{{ help() }}</p>
    }`,
  host: { class: 'field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Field {
  readonly label = input.required<string>();
  readonly help = input<string>('');
  readonly error = input<string | null | undefined>(null);
  /** "(optional)" where it is. */
  readonly optional = input<string>('');

  private readonly key = `field-${++last}`;
  readonly controlId = this.key;
  protected readonly errorId = `${this.key}-error`;
  protected readonly helpId = `${this.key}-help`;
  readonly describedBy = computed(() =>
    [this.error() ? this.errorId : '', this.help() ? this.helpId : ''].filter(Boolean).join(' '),
  );
}

/** On the input, select or textarea of a field: joins it to label, help and error. */
@Directive({ selector: '[musubiControl]', host: { class: 'input' } })
export class Control {
  constructor() {
    const field = inject(Field);
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    element.id = field.controlId;
    effect(() => {
      const describedBy = field.describedBy();
      if (describedBy) element.setAttribute('aria-describedby', describedBy);
      else element.removeAttribute('aria-describedby');
      if (field.error()) element.setAttribute('aria-invalid', 'true');
      else element.removeAttribute('aria-invalid');
    });
  }
}

/** Brings the reader to the first field that is wrong. */
export function focusFirstError(form: HTMLElement): void {
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
