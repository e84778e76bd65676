import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MeetThemAt, OpportunityView, PublicProfile } from '@musubi/contracts';
import { dimensions, labelOf, regionName, topics } from '@musubi/reference';
import { dateAt, formatDates, formatPlainDate } from '@musubi/time';
import { Words } from '../../../core/i18n/words';
import { PageHead } from '../../../core/page/page-head';
import { Refusal } from '../../../core/problem/problem';
import { FilesApi } from '../../../data/files/files-api';
import { specified, termsOf } from '../../../data/profiles/opportunity-terms';
import { ProfileWords } from '../../../data/profiles/profile-words';
import { State } from '../../../ui/feedback/state';
import { Icon } from '../../../ui/icon/icon';
import { Written } from '../../../ui/text/written';
import { PageRefused } from '../page-refused';
import { organisationIn } from './organisation-in';
import { profileData } from './profile-data';

/** The public page of a member: who they are, what they seek, what they offer, and where to meet them. */
@Component({
  selector: 'musubi-public-profile',
  imports: [Icon, PageRefused, RouterLink, State, Written],
  templateUrl: './public-profile.html',
  styleUrls: ['./public-profile.css', '../hero.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicProfilePage {
  readonly page = input.required<PublicProfile | Refusal>();

  private readonly head = inject(PageHead);
  protected readonly files = inject(FilesApi);
  protected readonly about = inject(ProfileWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly refusal = computed(() => {
    const page = this.page();
    return page instanceof Refusal ? page : null;
  });
  protected readonly shown = computed(() => {
    const page = this.page();
    return page instanceof Refusal ? null : page;
  });
  protected readonly name = computed(() => {
    const profile = this.shown();
    return profile && organisationIn(profile.organisation, this.lang());
  });
  protected readonly texts = computed(() => {
    const content = this.shown()?.content;
    if (!content) return [];
    return (['description', 'aims', 'lookingFor'] as const)
      .map((field) => ({ field, text: content[field] }))
      .filter(({ text }) => text.en || text.ja);
  });
  protected readonly opportunities = computed(() =>
    (['offer', 'request'] as const)
      .map((kind) => ({ kind, all: this.shown()?.opportunities.filter((one) => one.kind === kind) ?? [] }))
      .filter(({ all }) => all.length > 0),
  );
  protected readonly facts = computed(() => {
    const profile = this.shown();
    if (!profile) return [];
    const { organisation, content, memberSince } = profile;
    const comma = this.lang() === 'ja' ? '、' : ', ';
    const rows: [string, string][] = [
      [this.t('profiles.field.kind'), this.t(`profiles.kind.${organisation.kind}`)],
      [this.t('profiles.field.region'), regionName(organisation.regionCode, this.lang())],
      [this.t('profiles.field.sectors'), content.sectors.map((code) => this.about.sector(code)).join(comma)],
      [
        this.t('profiles.field.workingLanguages'),
        content.workingLanguages.map((code) => this.about.language(code)).join(comma),
      ],
      [this.t('profiles.field.size'), content.size ? this.about.size(content.size) : ''],
      [this.t('profiles.field.seeks'), content.seeks.map((one) => this.t(`profiles.seeks.${one}`)).join(comma)],
      [this.t('profiles.field.member'), memberSince ? this.date(memberSince) : ''],
    ];
    return rows.filter(([, value]) => value !== '');
  });

  constructor() {
    effect(() => {
      const [profile, lang, name] = [this.shown(), this.lang(), this.name()];
      if (!profile || !name) return;
      const path = `/profiles/${profile.slug}`;
      this.head.set({
        title: `${name.first} · Musubi`,
        description: this.words.text(profile.content.summary),
        // Who is no member yet has no public address.
        ...(profile.memberSince ? { path, data: profileData(profile, lang, this.head.address(lang, path)) } : {}),
        lang,
      });
    });
  }

  protected date(day: string): string {
    return formatPlainDate(day, this.lang(), { weekday: 'none', month: 'long' });
  }

  /** `26–27 January 2027`. */
  protected days({ startsAt, endsAt, zone }: MeetThemAt): string {
    const [first, last] = [startsAt, endsAt].map((at) => dateAt(Temporal.Instant.from(at), zone));
    return formatDates(first!, last!, this.lang());
  }

  protected factsOf(one: OpportunityView): string {
    const lang = this.lang();
    const terms = termsOf(one, lang);
    return [
      labelOf(dimensions, one.dimension, lang),
      one.topic === one.dimension ? '' : labelOf(topics, one.topic, lang),
      specified(this.t(`profiles.form.${one.form}`), terms.countries, lang),
      specified(this.t(`profiles.novelty.${one.novelty}`), terms.agreement, lang),
      one.targetRegions.map((code) => regionName(code, lang)).join(lang === 'ja' ? '、' : ', '),
      terms.frameworks,
      one.deadline ? this.t('profiles.until', { day: this.date(one.deadline) }) : '',
    ]
      .filter(Boolean)
      .join(lang === 'ja' ? '・' : ' · ');
  }

  protected host(website: string): string {
    return new URL(website).hostname.replace(/^www\./, '');
  }
}
