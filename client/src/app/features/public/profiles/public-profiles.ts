import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { opportunityKinds, organisationKinds, type ProfileCard, type ProfileQuery, sides } from '@musubi/contracts';
import { dimensions, labelOf, regionName, topics } from '@musubi/reference';
import { Words } from '../../../core/i18n/words';
import { PageHead } from '../../../core/page/page-head';
import { Refusal } from '../../../core/problem/problem';
import { organisationIn } from './organisation-in';
import { FilesApi } from '../../../data/files/files-api';
import { ProfileWords } from '../../../data/profiles/profile-words';
import { Empty } from '../../../ui/feedback/empty';
import { State } from '../../../ui/feedback/state';
import { PageRefused } from '../page-refused';
import type { ProfilesPage } from './load-profiles';

/** Members that seek cooperation: what is asked for stands in the address, so that the list can be sent to somebody. */
@Component({
  selector: 'musubi-public-profiles',
  imports: [Empty, PageRefused, RouterLink, State],
  templateUrl: './public-profiles.html',
  styleUrls: ['./public-profiles.css', '../hero.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicProfiles {
  readonly page = input.required<ProfilesPage | Refusal>();

  private readonly router = inject(Router);
  private readonly head = inject(PageHead);
  protected readonly files = inject(FilesApi);
  protected readonly about = inject(ProfileWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly kinds = organisationKinds;
  protected readonly sides = sides;
  protected readonly seeks = opportunityKinds;
  protected readonly refusal = computed(() => {
    const page = this.page();
    return page instanceof Refusal ? page : null;
  });
  protected readonly shown = computed(() => {
    const page = this.page();
    return page instanceof Refusal ? null : page;
  });
  protected readonly narrowed = computed(() => {
    const query = this.shown()?.query;
    return Boolean(query && Object.entries(query).some(([name, value]) => name !== 'page' && value));
  });
  protected readonly regions = computed(() =>
    (this.shown()?.list.regions ?? [])
      .map(({ code, count }) => ({ code, label: `${regionName(code, this.lang())} (${count})` }))
      .toSorted((a, b) => a.label.localeCompare(b.label, this.lang())),
  );
  protected readonly sectors = computed(() =>
    (this.shown()?.list.sectors ?? []).map(({ code, count }) => ({
      code,
      label: `${this.about.sector(code)} (${count})`,
    })),
  );

  /** What opportunities can be narrowed by, each choice with how many it would show. */
  protected readonly said = computed(() => {
    const { list, query } = this.shown() ?? {};
    if (!list || !query) return [];
    const lang = this.lang();
    const choices = (of: readonly { code: string; count: number }[], set: string | undefined) =>
      set === undefined || of.some(({ code }) => code === set) ? of : [...of, { code: set, count: 0 }];
    return [
      {
        name: 'dimension',
        set: query.dimension,
        all: list.dimensions,
        say: (code: string) => labelOf(dimensions, code, lang),
      },
      { name: 'topic', set: query.topic, all: list.topics, say: (code: string) => labelOf(topics, code, lang) },
      { name: 'form', set: query.form, all: list.forms, say: (code: string) => this.t(`profiles.form.${code}`) },
    ].map(({ name, set, all, say }) => ({
      name,
      set,
      to: (value: string | undefined) => ({ [name]: value }),
      choices: choices(all, set).map(({ code, count }) => ({ code, label: `${say(code)} (${count})` })),
    }));
  });

  constructor() {
    effect(() => {
      const { list } = this.shown() ?? {};
      if (!list) return;
      const path = list.page > 1 ? `/profiles?page=${list.page}` : '/profiles';
      this.head.set({
        title: `${this.t('profiles.title')} · Musubi`,
        description: this.t('profiles.lead'),
        path: this.narrowed() ? '/profiles' : path,
        lang: this.lang(),
      });
    });
  }

  protected name({ organisation }: ProfileCard) {
    return organisationIn(organisation, this.lang());
  }

  protected place({ organisation: { kind, regionCode } }: ProfileCard): string {
    return this.t('profiles.place', {
      kind: this.t(`profiles.kind.${kind}`),
      region: regionName(regionCode, this.lang()),
    });
  }

  protected sectorsOf({ sectors }: ProfileCard): string {
    return sectors.map((code) => this.about.sector(code)).join(this.lang() === 'ja' ? '・' : ' · ');
  }

  /** `2 offers, 1 request`. */
  protected countsOf({ offers, requests }: ProfileCard): string {
    return [
      offers ? this.words.n('profiles.offers', offers) : '',
      requests ? this.words.n('profiles.requests', requests) : '',
    ]
      .filter(Boolean)
      .join(this.lang() === 'ja' ? '・' : ', ');
  }

  protected value(change: Event): string {
    return (change.target as HTMLInputElement).value;
  }

  protected search(event: Event, q: string): void {
    event.preventDefault();
    this.narrow({ q: q.trim() || undefined });
  }

  protected narrow(change: Partial<Record<keyof ProfileQuery, string | undefined>>): void {
    const { q, page, ...kept } = this.shown()?.query ?? {};
    const queryParams = { ...kept, q: q || undefined, page: undefined, ...change };
    void this.router.navigate([], { queryParams, scroll: 'manual' });
  }

  /** Where a page of the list stands, the filters kept. */
  protected queryOf(page: number) {
    return { page: page > 1 ? page : undefined };
  }
}
