import { ChangeDetectionStrategy, Component, input, type Signal } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

const kinds = ['microphone', 'camera', 'screen'] as const;

export type ControlledKind = (typeof kinds)[number];

/** Whoever is in a room: what they send, and what is being switched. */
export interface SendsMedia extends Readonly<Record<ControlledKind, Signal<boolean>>> {
  readonly busy: Signal<ReadonlySet<ControlledKind>>;
  turn(kind: ControlledKind, on: boolean): Promise<void>;
}

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
      @let on = sends()[kind]();
      <button
        class="btn"
        type="button"
        [class.sending]="on"
        [disabled]="sends().busy().has(kind)"
        (click)="sends().turn(kind, !on)"
      >
        <svg [musubiIcon]="icons[kind]"></svg>{{ on ? words().off[kind] : words().on[kind] }}
      </button>
    }
    <ng-content />`,
  styleUrl: './media-controls.css',
  host: { role: 'toolbar', '[attr.aria-label]': 'words().label' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediaControls {
  readonly sends = input.required<SendsMedia>();
  readonly words = input.required<MediaControlWords>();

  // Not every browser can show a screen.
  protected readonly kinds = kinds.filter(
    (kind) => kind !== 'screen' || typeof navigator.mediaDevices?.getDisplayMedia === 'function',
  );
  protected readonly icons: Record<ControlledKind, IconName> = { microphone: 'mic', camera: 'video', screen: 'share' };
}
