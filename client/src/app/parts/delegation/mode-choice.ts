import { ChangeDetectionStrategy, Component, ElementRef, inject, input, output } from '@angular/core';
import { delegationModes, type DelegationMode } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';

/** How an organisation shares what is asked of its people: one of three, each with what it means. */
@Component({
  selector: 'musubi-mode-choice',
  template: `
    <fieldset>
      <legend class="visually-hidden">{{ legend() }}</legend>
      @for (one of modes; track one) {
        <label class="check">
          <input
            type="radio"
            name="mode"
            [value]="one"
            [checked]="mode() === one"
            [disabled]="busy()"
            (change)="ask(one)"
          />
          <span
            ><b>{{ t('delegation.mode.' + one + '.name') }}</b
            ><span class="meta">{{ t('delegation.mode.' + one + '.text') }}</span></span
          >
        </label>
      }
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
    }
    fieldset {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
      gap: var(--space-3) var(--space-5);
    }
    .meta {
      display: block;
    }
    @media (width < 900px) {
      fieldset {
        grid-template-columns: 1fr;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ModeChoice {
  readonly mode = input.required<DelegationMode>();
  /** What is chosen, for those who do not see the heading. */
  readonly legend = input.required<string>();
  readonly busy = input.required<boolean>();
  readonly choose = output<DelegationMode>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = inject(Words).t;
  protected readonly modes = delegationModes;

  /** The mode in force stays ticked until another is accepted; one that is refused never is. */
  protected ask(wanted: DelegationMode): void {
    this.choose.emit(wanted);
    for (const radio of this.host.querySelectorAll('input')) radio.checked = radio.value === this.mode();
  }
}
