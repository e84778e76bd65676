import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { departmentIn, jobTitleIn, type Lang, organisationName, writeName } from '@musubi/contracts';
import { countryName, countryOf, regionName } from '@musubi/reference';
import { Words } from '../../core/i18n/words';
import { nameOfDraft } from '../../ui/people/name-draft';
import type { RegistrationDraft } from './registration-draft';

/** How others will see the person, in both languages, while the form is filled in. */
@Component({
  selector: 'musubi-badge-preview',
  template: `<p class="label">{{ t('register.preview.heading') }}</p>
    @for (badge of badges(); track badge.lang) {
      <div class="badge" [lang]="badge.lang">
        <b>{{ badge.name || '–' }}</b>
        @for (line of badge.lines; track $index) {
          <p>{{ line }}</p>
        }
      </div>
    }`,
  styleUrl: './badge-preview.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BadgePreview {
  readonly draft = input.required<RegistrationDraft>();
  protected readonly t = inject(Words).t;
  protected readonly badges = computed(() => (['en', 'ja'] as const).map((lang) => this.badge(lang)));

  private badge(lang: Lang) {
    const draft = this.draft();
    const title = jobTitleIn(draft, lang);
    const department = departmentIn(draft, lang);
    const { organisation, regionCode } = draft;
    const names = organisation ?? { nameLatin: draft.organisationName, nameLocal: draft.organisationNameLocal };
    const country = regionCode ? countryName(countryOf(regionCode), lang) : '';
    const region = regionCode ? regionName(regionCode, lang) : '';
    const place = lang === 'ja' ? [country === '日本' ? '' : country, region] : [region, country];
    return {
      lang,
      name: writeName(nameOfDraft(draft.name), lang, { honorific: false }).first.trim(),
      lines: [
        ...(lang === 'ja' ? [department, title] : [title, department]),
        organisationName(names, lang),
        place.filter(Boolean).join(lang === 'ja' ? ' ' : ', '),
      ].filter(Boolean),
    };
  }
}
