import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { DirectoryFacets as Facets, DirectoryFilter } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { choicesOf, facetGroups, toggled, type FacetGroup } from '../../../data/directory/directory-filter';
import { DirectoryWords } from '../../../data/directory/directory-words';

/** Choices of a group that are shown before the reader asks for the rest. */
const AT_FIRST = 6;

/** What the directory can be narrowed by, each choice with how many it would show. */
@Component({
  selector: 'musubi-directory-facets',
  template: `
    <fieldset>
      <legend>{{ t('directory.met.label') }}</legend>
      <label class="check" [class.zero]="facets().notMet === 0">
        <input type="checkbox" [checked]="filter().notMet" (change)="toggleNotMet()" />
        <span
          >{{ t('directory.met.not_yet') }} <span class="count-num">{{ facets().notMet }}</span></span
        >
      </label>
    </fieldset>
    @for (group of groups(); track group.name) {
      <fieldset>
        <legend>{{ t('directory.group.' + group.name) }}</legend>
        @for (choice of group.shown; track choice.value) {
          <label class="check" [class.zero]="choice.count === 0">
            <input type="checkbox" [checked]="choice.set" (change)="toggle(group.name, choice.value)" />
            <span
              >{{ choice.label }} <span class="count-num">{{ choice.count }}</span></span
            >
          </label>
        }
        @if (group.rest > 0 || open().has(group.name)) {
          <button
            class="btn btn-ghost btn-sm more"
            type="button"
            [attr.aria-expanded]="open().has(group.name)"
            (click)="unfold(group.name)"
          >
            {{ open().has(group.name) ? t('directory.fewer_choices') : words.n('directory.more_choices', group.rest)
            }}<span class="visually-hidden">, {{ t('directory.group.' + group.name) }}</span>
          </button>
        }
      </fieldset>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-5);
    }
    fieldset {
      display: grid;
      gap: 2px;
      min-width: 0;
      justify-items: start;
    }
    legend {
      font-size: var(--text-sm);
      font-weight: var(--weight-title);
      margin-bottom: var(--space-2);
      padding: 0;
    }
    .check {
      font-size: 0.875rem;
      padding: 3px 0;
    }
    .check > span {
      display: flex;
      gap: var(--space-2);
    }
    .zero {
      color: var(--color-ink-faint);
    }
    .more {
      padding-inline: 0;
    }
    @media (max-width: 1023px) {
      :host {
        grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
        align-items: start;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DirectoryFacets {
  readonly facets = input.required<Facets>();
  readonly filter = input.required<DirectoryFilter>();
  readonly narrowed = output<DirectoryFilter>();
  private readonly say = inject(DirectoryWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly open = signal<ReadonlySet<FacetGroup>>(new Set());

  protected readonly groups = computed(() =>
    facetGroups
      .map((name) => {
        const choices = choicesOf(name, this.facets(), this.filter()).map((choice) => ({
          ...choice,
          label: this.say.choice(name, choice.value),
        }));
        const shown = this.open().has(name) ? choices : choices.filter(({ set }, n) => set || n < AT_FIRST);
        return { name, shown, rest: choices.length - shown.length };
      })
      .filter(({ shown }) => shown.length > 0),
  );

  protected toggle(group: FacetGroup, value: string): void {
    this.narrowed.emit(toggled(this.filter(), group, value));
  }

  protected toggleNotMet(): void {
    this.narrowed.emit({ ...this.filter(), notMet: !this.filter().notMet });
  }

  protected unfold(group: FacetGroup): void {
    this.open.update((open) => new Set(open.has(group) ? [...open].filter((one) => one !== group) : [...open, group]));
  }
}
