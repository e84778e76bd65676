import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { type FacetChoice, FacetChoices } from '../../../ui/forms/facet-choices';
import { choicesIn, type FacetName, facetNames, type InboxFilter, type Placed } from './inbox-filter';

/** What the list of meetings is narrowed to: whose turn it is, what it is, and with which organisation. */
@Component({
  selector: 'musubi-filter-panel',
  imports: [FacetChoices],
  template: `@for (facet of facets(); track facet.name) {
    <musubi-facet-choices [legend]="t('meetings.filter.' + facet.name)" [choices]="facet.choices" />
  }`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
      gap: var(--space-5) var(--space-6);
      align-items: start;
      padding-block: var(--space-4);
      margin-bottom: var(--space-5);
      border-block: var(--hairline) solid var(--color-rule);
    }
  `,
  host: { role: 'group', '[attr.aria-label]': "t('meetings.filter.label')" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterPanel {
  /** Everything there is, in the order of the list. */
  readonly all = input.required<readonly Placed[]>();
  readonly filter = input.required<InboxFilter>();
  readonly narrowed = output<InboxFilter>();

  private readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;
  private readonly organisations = computed(
    () =>
      new Map(
        this.all().map(({ entry: { partner } }) => [
          partner.organisation.organisationId as string,
          this.say.organisation(partner.organisation),
        ]),
      ),
  );
  protected readonly facets = computed(() =>
    facetNames.map((name) => ({
      name,
      choices: choicesIn(name, this.all(), this.filter()).map(({ value, count }): FacetChoice => ({
        value,
        count,
        label: this.labelOf(name, value),
        set: this.filter()[name].includes(value),
        toggle: () => this.toggle(name, value),
      })),
    })),
  );

  private labelOf(name: FacetName, value: string): string {
    if (name === 'state') return this.t(`meetings.group.${value}`);
    if (name === 'kind') return this.t(`meetings.filter.kinds.${value}`);
    return this.organisations().get(value) ?? this.t('meetings.filter.gone');
  }

  private toggle(name: FacetName, value: string): void {
    const chosen = this.filter()[name];
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    this.narrowed.emit({ ...this.filter(), [name]: next });
  }
}
