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
      @for (way of ways(); track way.text) {
        <li>
          @if (link()) {
            <a [href]="way.href" target="_blank" rel="noreferrer noopener">{{ way.text }}</a>
          } @else {
            {{ way.text }}
          }
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
  /** Whether one can write, call and look from it; not from one's own. */
  readonly link = input(true);

  protected readonly lines = computed(() => {
    const { title, department, organisation } = this.card();
    return [title, department, organisationName(organisation, this.lang())].filter(Boolean);
  });
  /** How the name is read, to those who would look for it. */
  protected readonly reading = computed(() => {
    const { familyKana, givenKana, familyLocal } = this.card().name;
    return this.lang() === 'ja' && familyLocal ? [familyKana, givenKana].filter(Boolean).join(' ') : '';
  });
  protected readonly ways = computed(() => {
    const { address, phone, website } = this.card();
    return [
      { href: `mailto:${address}`, text: address },
      ...(phone ? [{ href: `tel:${phone.replaceAll(/[^+\d]/g, '')}`, text: phone }] : []),
      ...(website ? [{ href: website, text: website.replace(/^https?:\/\//, '').replace(/\/$/, '') }] : []),
    ];
  });
}
