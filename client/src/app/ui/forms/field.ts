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
      @if (required()) {
        <span class="required">{{ required() }}</span>
      } @else if (optional()) {
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
  styles: `
    .required {
      margin-inline-start: var(--space-1);
      padding: 1px 6px;
      border: var(--hairline) solid var(--color-edge);
      border-radius: 4px;
      font-size: var(--text-xs);
      font-weight: var(--weight-label);
      color: var(--color-ink-soft);
      white-space: nowrap;
    }
  `,
  host: { class: 'field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Field {
  readonly label = input.required<string>();
  readonly help = input<string>('');
  readonly error = input<string | null | undefined>(null);
  /** "(optional)" where it is. */
  readonly optional = input<string>('');
  /** "必須" where it is, and where readers expect to be told; nothing in English, where all is needed that is not optional. */
  readonly required = input<string>('');

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
      if (field.required()) element.setAttribute('aria-required', 'true');
      else element.removeAttribute('aria-required');
    });
  }
}

/** Brings the reader to the first field that is wrong. */
export function focusFirstError(form: HTMLElement): void {
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
