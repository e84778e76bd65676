import { LocationStrategy } from '@angular/common';
import { computed, Directive, inject, input } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { type Behind, behindKey, sameBehind } from '../../data/organiser/follow-up/behind';

/** A number that opens its records, as a link; the page stays where it is scrolled to. */
@Directive({
  selector: 'a[musubiBehind]',
  host: {
    '[attr.href]': 'href()',
    '[attr.data-behind]': 'key()',
    '[attr.aria-current]': 'isOpen() ? "true" : null',
    '(click)': 'open($event)',
  },
})
export class BehindLink {
  readonly musubiBehind = input.required<Behind>();
  /** The number whose records are open. */
  readonly opened = input<Behind | null>(null);

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly location = inject(LocationStrategy);
  protected readonly key = computed(() => behindKey(this.musubiBehind()));
  protected readonly isOpen = computed(() => sameBehind(this.musubiBehind(), this.opened()));
  protected readonly href = computed(() => {
    const tree = this.router.createUrlTree([], this.way());
    return this.location.prepareExternalUrl(this.router.serializeUrl(tree));
  });

  /** With a key that opens another window the browser does what it does with links. */
  protected open(click: MouseEvent): void {
    if (click.button !== 0 || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    void this.router.navigate([], { ...this.way(), scroll: 'manual' });
  }

  private way() {
    const { step, level = null, eu = null, jp = null } = this.musubiBehind();
    return {
      relativeTo: this.route,
      queryParams: { step, level, eu, jp },
      queryParamsHandling: 'merge' as const,
    };
  }
}
