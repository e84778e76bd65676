import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type BusinessCard as Card, type Lang, organisationName } from '@musubi/contracts';
import { Name } from '../../ui/people/name';

/** A business card as it lies on a table. */
@Component({
  selector: 'musubi-business-card',
  imports: [Name],
  template: `
    @let one = card();
    <p class="name"><musubi-name [name]="one.name" [lang]="lang()" [honorific]="false" /></p>
    @if (reading(); as reading) {
      <p class="reading" lang="ja">{{ reading }}</p>
    }
    @for (line of lines(); track $index) {
      <p>{{ line }}</p>
    }
    <ul>
      <li>
        <a [href]="'mailto:' + one.address">{{ one.address }}</a>
      </li>
      @if (one.phone) {
        <li>
          <a [href]="'tel:' + call()">{{ one.phone }}</a>
        </li>
      }
      @if (one.website) {
        <li>
          <a [href]="one.website" target="_blank" rel="noreferrer noopener">{{ site() }}</a>
        </li>
      }
    </ul>
  `,
  styleUrl: './business-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BusinessCard {
  readonly card = input.required<Card>();
  readonly lang = input.required<Lang>();

  protected readonly lines = computed(() => {
    const { title, department, organisation } = this.card();
    return [title, department, organisationName(organisation, this.lang())].filter(Boolean);
  });
  /** How the name is read, to those who would look for it. */
  protected readonly reading = computed(() => {
    const { familyKana, givenKana, familyLocal } = this.card().name;
    return this.lang() === 'ja' && familyLocal ? [familyKana, givenKana].filter(Boolean).join(' ') : '';
  });
  protected readonly call = computed(() => this.card().phone?.replaceAll(/[^+\d]/g, '') ?? '');
  protected readonly site = computed(
    () =>
      this.card()
        .website?.replace(/^https?:\/\//, '')
        .replace(/\/$/, '') ?? '',
  );
}
