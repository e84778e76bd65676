import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { Icon } from '../icon/icon';
import { Control, Field } from './field';

export interface ComboOption {
  readonly value: string;
  readonly label: string;
  /** Said after the label, lighter: what it lies in, its code. */
  readonly meta?: string;
}

/**
 * A text field with a list to choose from (ARIA combobox, list autocomplete). The options come from outside, as what is
 * typed changes; nothing but one of them can be chosen. Stands inside a `musubi-field`.
 */
@Component({
  selector: 'musubi-combo',
  imports: [Control, Icon],
  template: `<input
      musubiControl
      role="combobox"
      autocomplete="off"
      aria-autocomplete="list"
      [attr.aria-expanded]="opened()"
      [attr.aria-controls]="listId"
      [attr.aria-activedescendant]="opened() && active() >= 0 ? listId + '-' + active() : null"
      [value]="shown()"
      (input)="type($any($event.target).value)"
      (focus)="begin($any($event.target))"
      (blur)="leave()"
      (keydown)="key($event)"
    />
    @if (opened()) {
      <ul class="pop" role="listbox" [id]="listId" [attr.aria-label]="listLabel()">
        @for (option of options(); track option.value; let index = $index) {
          <li
            role="option"
            tabindex="-1"
            [id]="listId + '-' + index"
            [attr.aria-selected]="index === active()"
            (mousedown)="$event.preventDefault()"
            (click)="choose(option)"
            (keydown.enter)="choose(option)"
          >
            <svg musubiIcon="check" size="sm" [class.none]="option.value !== value()"></svg>
            <span>{{ option.label }}</span>
            <span class="meta">{{ option.meta }}</span>
          </li>
        }
      </ul>
    }
    <span class="visually-hidden" role="status">{{ opened() ? found() : '' }}</span>`,
  styleUrl: './combo.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Combo {
  readonly value = input<string | null>(null);
  /** How the chosen value is written. */
  readonly valueLabel = input('');
  readonly options = input.required<readonly ComboOption[]>();
  readonly listLabel = input.required<string>();
  /** "3 found", for screen readers. */
  readonly found = input('');
  readonly typed = output<string>();
  readonly chosen = output<ComboOption>();
  readonly left = output();

  protected readonly listId = `${inject(Field).controlId}-list`;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly text = signal<string | null>(null);
  private readonly wanted = signal(false);
  protected readonly active = signal(-1);
  protected readonly opened = computed(() => this.wanted() && this.options().length > 0);
  protected readonly shown = computed(() => this.text() ?? this.valueLabel());

  protected type(text: string): void {
    this.text.set(text);
    this.wanted.set(true);
    this.active.set(text ? 0 : -1);
    this.typed.emit(text);
  }

  protected begin(element: HTMLInputElement): void {
    if (this.value()) element.select();
  }

  protected leave(): void {
    this.wanted.set(false);
    this.text.set(null);
    this.left.emit();
  }

  protected choose(option: ComboOption): void {
    this.text.set(null);
    this.wanted.set(false);
    this.chosen.emit(option);
  }

  protected key(press: KeyboardEvent): void {
    const count = this.options().length;
    if (press.isComposing) return;
    if (press.key === 'ArrowDown' || press.key === 'ArrowUp') {
      press.preventDefault();
      if (!this.opened()) {
        this.wanted.set(true);
        this.active.set(0);
        return;
      }
      const step = press.key === 'ArrowDown' ? 1 : -1;
      this.active.set((this.active() + step + count) % count);
      this.host.nativeElement.querySelector(`#${this.listId}-${this.active()}`)?.scrollIntoView({ block: 'nearest' });
    } else if (press.key === 'Enter' && this.opened()) {
      press.preventDefault();
      const option = this.options()[this.active()];
      if (option) this.choose(option);
    } else if (press.key === 'Escape' && this.opened()) {
      press.stopPropagation();
      this.wanted.set(false);
    }
  }
}
