import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { PeopleFilter } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import { Words } from '../../core/i18n/words';
import type { FilterCount, PeopleList } from '../../data/organiser/people/people-list';
import { Icon } from '../../ui/icon/icon';

type Choice = 'side' | 'region' | 'kind';

/** What the list of people is narrowed by, each value with how many it would leave. */
@Component({
  selector: 'musubi-people-filters',
  imports: [Icon],
  templateUrl: './people-filters.html',
  styleUrl: './people-filters.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeopleFilters {
  readonly list = input.required<PeopleList>();
  readonly narrowed = output<PeopleFilter>();
  readonly cleared = output();

  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  /** On phones the filters stay folded until they are asked for. */
  protected readonly isOpen = signal(false);
  protected readonly active = computed(() => {
    const { side, region, kind, access } = this.list().filter();
    return [side, region, kind, access].filter(Boolean).length;
  });

  protected readonly choices = computed(() => {
    const list = this.list();
    const lang = this.words.lang();
    const choice = <T extends string>(
      facet: Choice,
      counts: readonly FilterCount<T>[],
      name: (value: T) => string,
    ) => ({
      facet,
      label: this.t(`organiser.people.filter.${facet}`),
      any: this.t(`organiser.people.filter.any_${facet}`),
      chosen: list.filter()[facet] ?? '',
      options: counts.map(({ value, count }) => ({ value: value as string, text: this.counted(name(value), count) })),
    });
    return [
      choice('side', list.sides(), (side) => this.t(`organiser.people.side.${side}`)),
      choice('region', list.regions(), (region) => regionName(region, lang)),
      choice('kind', list.kinds(), (kind) => this.t(`organiser.people.kind.${kind}`)),
    ];
  });

  protected search(typing: Event): void {
    this.narrowed.emit({ q: (typing.target as HTMLInputElement).value || undefined });
  }

  protected choose(facet: Choice, change: Event): void {
    this.narrowed.emit({ [facet]: (change.target as HTMLSelectElement).value || undefined });
  }

  protected toggleAccess(): void {
    this.narrowed.emit({ access: this.list().filter().access ? undefined : 'needed' });
  }

  private counted(name: string, count: number): string {
    return this.t('organiser.people.filter.counted', { name, count });
  }
}
