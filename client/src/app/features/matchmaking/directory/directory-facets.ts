import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { DirectoryFacets as Facets, DirectoryFilter } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { choicesOf, facetGroups, toggled, type FacetGroup } from '../../../data/directory/directory-filter';
import { DirectoryWords } from '../../../data/directory/directory-words';
import { type FacetChoice, FacetChoices } from '../../../ui/forms/facet-choices';

/** Choices of a group that are shown before the reader asks for the rest. */
const AT_FIRST = 6;

/** What the directory can be narrowed by, each choice with how many it would show. */
@Component({
  selector: 'musubi-directory-facets',
  imports: [FacetChoices],
  template: `
    <musubi-facet-choices [legend]="t('directory.met.label')" [choices]="[notMet()]" />
    @for (group of groups(); track group.name) {
      <musubi-facet-choices [legend]="t('directory.group.' + group.name)" [choices]="group.shown">
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
      </musubi-facet-choices>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .more {
      padding-inline: 0;
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

  protected readonly notMet = computed<FacetChoice>(() => ({
    value: 'not_met',
    label: this.t('directory.met.not_yet'),
    count: this.facets().notMet,
    set: this.filter().notMet,
    toggle: () => this.narrowed.emit({ ...this.filter(), notMet: !this.filter().notMet }),
  }));
  protected readonly groups = computed(() =>
    facetGroups
      .map((name) => {
        const choices = choicesOf(name, this.facets(), this.filter()).map((choice): FacetChoice => ({
          ...choice,
          label: this.say.choice(name, choice.value),
          toggle: () => this.narrowed.emit(toggled(this.filter(), name, choice.value)),
        }));
        const shown = this.open().has(name) ? choices : choices.filter(({ set }, n) => set || n < AT_FIRST);
        return { name, shown, rest: choices.length - shown.length };
      })
      .filter(({ shown }) => shown.length > 0),
  );

  protected unfold(group: FacetGroup): void {
    this.open.update((open) => new Set(open.has(group) ? [...open].filter((one) => one !== group) : [...open, group]));
  }
}
