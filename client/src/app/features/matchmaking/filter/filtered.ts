import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from '../../../ui/icon/icon';
import { KeepFocus } from '../../../ui/layout/keep-focus';

export interface FilteredWords {
  readonly filter: string;
  /** The button that opens the filter, with how much of it is set. */
  readonly open: string;
  readonly close: string;
  readonly search: string;
  readonly placeholder: string;
  readonly clear: string;
  /** How many are found. */
  readonly found: string;
}

/**
 * A list that is searched and narrowed. Its filter stands beside it; where there is no room for that, it opens as a sheet
 * from below, over the list. Content: the choices (`beside`), what stands after the search (`tool`), and the list with a
 * `#found` that takes the focus of what disappears.
 */
@Component({
  selector: 'musubi-filtered',
  imports: [Icon, KeepFocus],
  template: `<form
      class="filter"
      id="list-filter"
      popover
      [attr.aria-label]="words().filter"
      (submit)="$event.preventDefault()"
      (toggle)="$any($event).newState === 'open' && close.focus()"
      (focusout)="leave($event)"
    >
      <div class="head row-flex">
        <strong>{{ words().filter }}</strong>
        <span class="meta">{{ words().found }}</span>
        <button class="btn btn-sm" type="button" #close popovertarget="list-filter" popovertargetaction="hide">
          {{ words().close }}
        </button>
      </div>
      <div class="facets"><ng-content select="[beside]" /></div>
    </form>
    <div musubiKeepFocus="#found">
      <div class="tools" role="search">
        <div class="search">
          <svg musubiIcon="search"></svg>
          <label class="visually-hidden" for="list-search">{{ words().search }}</label>
          <input
            class="input"
            id="list-search"
            type="search"
            maxlength="100"
            autocomplete="off"
            [placeholder]="words().placeholder"
            [value]="text()"
            (input)="searched.emit($any($event.target).value)"
          />
        </div>
        <ng-content select="[tool]" />
        <button class="btn btn-sm open" type="button" popovertarget="list-filter">
          <svg musubiIcon="filter" size="sm"></svg>{{ words().open }}
        </button>
        @if (narrowed()) {
          <button class="btn btn-ghost btn-sm" type="button" (click)="cleared.emit()">{{ words().clear }}</button>
        }
      </div>
      <ng-content />
    </div>`,
  styleUrl: './filtered.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Filtered {
  readonly words = input.required<FilteredWords>();
  /** What is searched for. */
  readonly text = input.required<string>();
  /** Something is searched for or set. */
  readonly narrowed = input.required<boolean>();
  readonly searched = output<string>();
  readonly cleared = output();

  /** The sheet covers the page: it goes when the focus goes on. */
  protected leave({ currentTarget, relatedTarget }: FocusEvent): void {
    const sheet = currentTarget as HTMLElement;
    if (relatedTarget instanceof Node && !sheet.contains(relatedTarget)) sheet.hidePopover?.();
  }
}
