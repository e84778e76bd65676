import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import type { Lang } from '@musubi/contracts';
import { filter, map } from 'rxjs';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { Menu, type MenuEntry } from '../menu/menu';
import { TwoClocks } from '../time/two-clocks';
import { Brand } from './brand';
import { SkipLink } from './skip-link';

/** A page that the rail and the bottom bar lead to. */
export interface FramePlace {
  readonly link: string;
  /** Addresses elsewhere of pages that belong to it. */
  readonly also?: readonly string[];
  readonly icon: IconName;
  readonly name: string;
  /** For the narrow rail and the bottom bar. */
  readonly short: string;
  /** How many things wait there, and that in words. */
  readonly count?: { readonly number: number; readonly label: string } | null;
  /** The bottom bar has room for five: this one is led to by a page of them. */
  readonly railOnly?: true;
}

/** The event whose pages these are. */
export interface FrameEvent {
  readonly name: string;
  readonly detail: string;
}

export interface FrameWords {
  readonly skip: string;
  readonly brand: string;
  readonly places: string;
  readonly clocks: string;
  /** What stands at the reader's own clock. */
  readonly ownTime: string;
  readonly account: string;
  readonly search: string;
  readonly switchEvent: string;
}

/** Around the pages of signed-in people: a rail, a narrow rail or a bottom bar, and both clocks. The page is content. */
@Component({
  selector: 'musubi-shell-frame',
  imports: [RouterLink, Brand, Icon, Menu, SkipLink, TwoClocks],
  templateUrl: './shell-frame.html',
  styleUrl: './shell-frame.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShellFrame {
  /** Where the brand leads. */
  readonly home = input.required<string>();
  /** Null while there is none: then the rail names no places. */
  readonly event = input.required<FrameEvent | null>();
  /** Other events to go to. */
  readonly events = input.required<MenuEntry[]>();
  readonly places = input.required<readonly FramePlace[]>();
  readonly now = input.required<Temporal.Instant>();
  readonly zone = input.required<string>();
  readonly otherZone = input.required<string>();
  readonly lang = input.required<Lang>();
  readonly words = input.required<FrameWords>();
  readonly openEvent = output<string>();
  /** Pages that can be searched offer it. */
  readonly searchable = input(false);
  readonly find = output();

  private readonly router = inject(Router);
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );

  /** Whether the page that is open, or one below it, is of this place. */
  protected isOpen({ link, also = [] }: FramePlace): boolean {
    const [path = ''] = this.address().split(/[?#]/);
    return [link, ...also].some((one) => path === one || path.startsWith(`${one}/`));
  }
}
