import { OverlayModule } from '@angular/cdk/overlay';
import { Menu as AriaMenu, MenuContent, MenuItem, MenuTrigger } from '@angular/aria/menu';
import { ChangeDetectionStrategy, Component, input, output, viewChild } from '@angular/core';

export interface MenuEntry {
  readonly value: string;
  readonly label: string;
  /** A second, lighter line. */
  readonly more?: string;
  readonly lang?: string;
}

/** A button (its content) that opens a menu of entries. */
@Component({
  selector: 'musubi-menu',
  imports: [OverlayModule, AriaMenu, MenuContent, MenuItem, MenuTrigger],
  template: `<button
      type="button"
      [class]="buttonClass()"
      ngMenuTrigger
      #origin
      #trigger="ngMenuTrigger"
      [menu]="menu()"
      [attr.aria-label]="label() || null"
    >
      <ng-content />
    </button>
    <ng-template
      [cdkConnectedOverlayOpen]="trigger.expanded()"
      [cdkConnectedOverlay]="{ origin, usePopover: 'inline' }"
      cdkAttachPopoverAsChild
    >
      <div class="pop" ngMenu #menu="ngMenu" (itemSelected)="choose.emit($any($event))">
        <ng-template ngMenuContent>
          @for (entry of entries(); track entry.value) {
            <div class="entry" ngMenuItem [value]="entry.value" [attr.lang]="entry.lang || null">
              {{ entry.label }}
              @if (entry.more) {
                <small>{{ entry.more }}</small>
              }
            </div>
          }
        </ng-template>
      </div>
    </ng-template>`,
  styleUrl: './menu.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Menu {
  readonly entries = input.required<readonly MenuEntry[]>();
  readonly label = input('');
  readonly buttonClass = input('btn btn-ghost');
  readonly choose = output<string>();
  protected readonly menu = viewChild<AriaMenu<unknown>>('menu');
}
