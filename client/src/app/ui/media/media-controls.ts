import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

export type ControlledKind = 'microphone' | 'camera' | 'screen';

export interface MediaControlWords {
  readonly label: string;
  readonly on: Readonly<Record<ControlledKind, string>>;
  readonly off: Readonly<Record<ControlledKind, string>>;
}

/** Large buttons for what one sends. A pressed one is sending; its word says what a click does. */
@Component({
  selector: 'musubi-media-controls',
  imports: [Icon],
  template: `@for (kind of kinds; track kind) {
      @if (kind !== 'screen' || mayShare()) {
        <button
          class="btn"
          type="button"
          [class.sending]="state(kind)"
          [disabled]="busy().has(kind)"
          (click)="turn.emit({ kind, on: !state(kind) })"
        >
          <svg [musubiIcon]="icons[kind]"></svg>{{ state(kind) ? words().off[kind] : words().on[kind] }}
        </button>
      }
    }
    <ng-content />`,
  styleUrl: './media-controls.css',
  host: { role: 'toolbar', '[attr.aria-label]': 'words().label' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediaControls {
  readonly microphone = input.required<boolean>();
  readonly camera = input.required<boolean>();
  readonly screen = input.required<boolean>();
  /** Not every browser can show a screen. */
  readonly mayShare = input(true);
  readonly busy = input<ReadonlySet<string>>(new Set());
  readonly words = input.required<MediaControlWords>();
  readonly turn = output<{ kind: ControlledKind; on: boolean }>();

  protected readonly kinds = ['microphone', 'camera', 'screen'] as const;
  protected readonly icons: Record<ControlledKind, IconName> = { microphone: 'mic', camera: 'video', screen: 'share' };

  protected state(kind: ControlledKind): boolean {
    return this[kind]();
  }
}
