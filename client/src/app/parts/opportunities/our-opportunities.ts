import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { dimensions, labelOf, regionName, topics } from '@musubi/reference';
import { formatPlainDate } from '@musubi/time';
import type { Lang, OpportunityKind, OpportunityState, OpportunityView, OrganisationCard } from '@musubi/contracts';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { OrganisationsStore } from '../../data/organisations/organisations-store';
import { specified, termsOf } from '../../data/profiles/opportunity-terms';
import { endsWithItsYear } from '../../data/profiles/ends-with-its-year';
import type { OpportunityStep } from '../../data/profiles/opportunities-api';
import { OpportunitiesStore } from '../../data/profiles/opportunities-store';
import { Dialogs } from '../../ui/dialog/dialogs';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State, type StateKind } from '../../ui/feedback/state';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icons';
import { KeepFocus } from '../../ui/layout/keep-focus';
import { Written } from '../../ui/text/written';
import { OpportunityEditor } from './opportunity-editor';

const states: Record<OpportunityState, { icon: IconName; kind: StateKind }> = {
  draft: { icon: 'doc', kind: 'quiet' },
  submitted: { icon: 'hourglass', kind: 'caution' },
  published: { icon: 'check', kind: 'good' },
  expired: { icon: 'clock', kind: 'quiet' },
  archived: { icon: 'dash', kind: 'quiet' },
};

/** What an organisation of mine offers and seeks, at an event or at none: in both languages with the original marked; written, published and put away here. */
@Component({
  selector: 'musubi-our-opportunities',
  imports: [Empty, Failure, Icon, KeepFocus, Note, OpportunityEditor, RouterLink, Skeleton, State, Written],
  templateUrl: './our-opportunities.html',
  styleUrl: './our-opportunities.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OurOpportunities {
  /** Whose; null as long as that is not known. */
  readonly of = input.required<OrganisationCard | null>();

  private readonly organisations = inject(OrganisationsStore);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(ProblemWords);
  private readonly clock = inject(Clock);
  protected readonly say = inject(MeetingWords);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly store = inject(OpportunitiesStore);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  /** What is being written: an existing one, or a new one of a kind. */
  protected readonly editing = signal<OpportunityView | OpportunityKind | null>(null);
  protected readonly organisation = computed(() => {
    const of = this.of();
    return of ? this.say.organisation(of) : '';
  });
  /** Whoever is not yet approved reads; nobody is kept from writing as long as that is not known. */
  protected readonly mayWrite = computed(() => {
    const organisationId = this.store.organisationId();
    const mine = organisationId ? this.organisations.of(organisationId) : undefined;
    return mine === undefined || mine?.mine.state === 'active';
  });
  protected readonly kinds = computed(() =>
    (['offer', 'request'] as const).map((kind) => ({
      kind,
      all: this.store.all().filter((one) => one.kind === kind),
    })),
  );
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    void this.organisations.open();
    const organisationId = computed(() => this.of()?.organisationId);
    effect(() => {
      const id = organisationId();
      if (!id) return;
      untracked(() => {
        this.editing.set(null);
        void this.store.open(id);
      });
    });
  }

  protected state(one: OpportunityView) {
    return { ...states[one.state], text: this.t(`matchmaking.opportunities.state.${one.state}`) };
  }

  /** `Innovation · Joint research · Osaka · until 30 June 2027`. */
  protected facts(one: OpportunityView): string {
    const lang = this.words.lang();
    const terms = termsOf(one, lang);
    const general = one.topic === one.dimension;
    return [
      labelOf(dimensions, one.dimension, lang),
      general ? '' : labelOf(topics, one.topic, lang),
      specified(this.t(`matchmaking.form.form_${one.form}`), terms.countries, lang),
      terms.agreement ? specified(this.t('matchmaking.form.novelty_expands'), terms.agreement, lang) : '',
      terms.frameworks,
      ...one.targetRegions.map((code) => regionName(code, lang)),
      one.deadline
        ? this.t('matchmaking.opportunities.until', {
            date: formatPlainDate(one.deadline, lang, { weekday: 'none', month: 'long' }),
          })
        : '',
    ]
      .filter(Boolean)
      .join(lang === 'ja' ? '・' : ' · ');
  }

  protected original(one: OpportunityView): string {
    return this.say.language(one.title.original);
  }

  /** The text in the language that is not on the page. */
  protected otherText({ title }: OpportunityView): { lang: Lang; text: string } | null {
    const other = this.words.lang() === 'en' ? 'ja' : 'en';
    const text = title[other];
    return text && title[this.words.lang()] ? { lang: other, text } : null;
  }

  protected missing({ title, summary }: OpportunityView): string | null {
    const other = (['en', 'ja'] as const).find((lang) => !title[lang] || !summary[lang]);
    return other
      ? this.t('matchmaking.opportunities.translation_missing', { language: this.say.language(other) })
      : null;
  }

  protected edit(what: OpportunityView | OpportunityKind): void {
    this.editing.set(what);
  }

  protected close(saidWhat: string | null): void {
    this.editing.set(null);
    if (saidWhat) this.toasts.show({ text: saidWhat });
    afterNextRender(() => this.host.querySelector<HTMLElement>('h2')?.focus(), { injector: this.injector });
  }

  protected again(): void {
    const organisationId = this.store.organisationId();
    if (organisationId) void this.store.open(organisationId);
  }

  protected async publish(one: OpportunityView): Promise<void> {
    try {
      const { state, revision } = await this.store.publish(one.opportunityId);
      const waits = state === 'submitted' || revision?.state === 'submitted';
      this.toasts.show({ text: this.t(`matchmaking.form.${waits ? 'submitted' : 'published'}`) });
    } catch (error) {
      this.fail(error);
    }
  }

  /** Its twelve months are over within 60 days: it can have twelve more. */
  protected endsSoon(one: OpportunityView): boolean {
    const soon = this.clock.minute().epochMilliseconds + 60 * 86_400_000;
    const { state, expiresAt } = one;
    return state === 'published' && expiresAt !== null && Date.parse(expiresAt) <= soon && endsWithItsYear(one);
  }

  protected async take(one: OpportunityView, step: OpportunityStep): Promise<void> {
    try {
      await this.store.take(one.opportunityId, step);
      this.toasts.show({ text: this.t(`matchmaking.opportunities.done.${step}`) });
    } catch (error) {
      this.fail(error);
    }
  }

  protected async archive(one: OpportunityView): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.t('matchmaking.opportunities.archive_title', { title: this.words.text(one.title) }),
      text: this.t('matchmaking.opportunities.archive_text'),
      confirm: this.t('matchmaking.opportunities.archive_confirm'),
      cancel: this.t('matchmaking.opportunities.archive_keep'),
    });
    if (!sure) return;
    try {
      await this.store.archive(one.opportunityId);
      this.toasts.show({
        text: this.t('matchmaking.opportunities.done.archive'),
        act: { label: this.t('matchmaking.opportunities.restore'), run: () => void this.take(one, 'restore') },
      });
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    const { title, text } = this.problems.of(error);
    this.toasts.show({ text: title, more: text });
  }
}
