import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type Lang,
  langs,
  novelties,
  type OrganisationId,
  organisationSizes,
  type ProfileChanged,
  profileDocumentsAtMost,
  type ProfileGap,
} from '@musubi/contracts';
import { sectors } from '@musubi/reference';
import { type Draft, Drafts } from '../../../core/drafts/drafts';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { asRefusal } from '../../../core/problem/problem';
import { ProblemWords } from '../../../core/problem/problem-words';
import { sending } from '../../../core/problem/sending';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { OrganisationsStore } from '../../../data/organisations/organisations-store';
import { OpportunitiesStore } from '../../../data/profiles/opportunities-store';
import { type ProfileDraft, ProfileForm, type ProfileText, profileTexts } from '../../../data/profiles/profile-form';
import { gapAnchor } from '../../../data/profiles/profile-gap-link';
import { ProfileStore } from '../../../data/profiles/profile-store';
import { ProfileWords } from '../../../data/profiles/profile-words';
import type { ProfileStep } from '../../../data/profiles/profiles-api';
import { OurOpportunities } from '../../../parts/opportunities/our-opportunities';
import { Dialogs } from '../../../ui/dialog/dialogs';
import { Empty } from '../../../ui/feedback/empty';
import { Failure } from '../../../ui/feedback/failure';
import { Note } from '../../../ui/feedback/note';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { State } from '../../../ui/feedback/state';
import { Control, Field } from '../../../ui/forms/field';
import { Icon } from '../../../ui/icon/icon';
import { ProfileFiles } from './profile-files';

const languages = ['en', 'ja', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt', 'sv', 'fi', 'da', 'cs', 'el'] as const;
const rows: Record<ProfileText, { rows: number; most: number }> = {
  summary: { rows: 3, most: 300 },
  description: { rows: 8, most: 3000 },
  aims: { rows: 4, most: 1500 },
  lookingFor: { rows: 4, most: 1500 },
};

const views = ['text', 'opportunities'] as const;

/** The organisation’s page, written by its people: both languages, what it offers and seeks, what is still missing, and where it stands. */
@Component({
  selector: 'musubi-profile-editor',
  imports: [Control, Empty, Failure, Field, Icon, Note, OurOpportunities, ProfileFiles, RouterLink, Skeleton, State],
  templateUrl: './profile-editor.html',
  styleUrl: './profile-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfileEditor {
  /** From the address: which of my organisations; the first where it is left out. */
  readonly of = input<string>();
  /** From the address: the text, or what they offer and seek. */
  readonly view = input<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly drafts = inject(Drafts);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly organisations = inject(OrganisationsStore);
  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(ProfileStore);
  protected readonly opportunities = inject(OpportunitiesStore);
  protected readonly say = inject(MeetingWords);
  protected readonly about = inject(ProfileWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly form = new ProfileForm();
  protected readonly sending = sending();
  protected readonly texts = profileTexts;
  protected readonly rows = rows;
  protected readonly langs = langs;
  protected readonly sectors = sectors;
  protected readonly sizes = organisationSizes;
  protected readonly seeks = novelties;
  protected readonly languages = languages;
  protected readonly documentsAtMost = profileDocumentsAtMost;
  protected readonly views = views;

  private readonly injector = inject(Injector);
  private draft: Draft<ProfileDraft> | null = null;
  /** To be gone to once the fields are there. */
  private readonly wanted = signal<ProfileGap | null>(null);
  private readonly ready = signal(false);
  /** A colleague was quicker; what they changed. */
  protected readonly conflict = signal<ProfileChanged | null>(null);
  protected readonly mine = computed(
    () => this.organisations.mine()?.filter(({ mine }) => mine.state === 'active') ?? null,
  );
  protected readonly organisationId = computed<OrganisationId | null>(() => {
    const mine = this.mine();
    const asked = mine?.find(({ organisation }) => organisation.organisationId === this.of());
    return (asked ?? mine?.[0])?.organisation.organisationId ?? null;
  });
  protected readonly shown = computed(() => views.find((one) => one === this.view()) ?? 'text');
  protected readonly failed = computed(() => {
    const refusal = this.store.failed() ?? this.organisations.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly complete = computed(() => !this.form.completeness().gaps.some(({ needed }) => needed));
  /** What the main button does; null where there is nothing left to do. */
  protected readonly next = computed<'publish' | 'submit' | 'resubmit' | null>(() => {
    const profile = this.store.profile();
    if (!profile || profile.state === 'archived') return null;
    const waits = profile.state === 'submitted' || profile.revision?.state === 'submitted';
    if (waits) return null;
    if (profile.state === 'published' && !profile.revision) return null;
    if (!profile.reviewed) return 'publish';
    return profile.sentBack ? 'resubmit' : 'submit';
  });
  /** The original first. */
  protected readonly inOrder = computed<readonly Lang[]>(() =>
    this.form.draft()?.original === 'ja' ? ['ja', 'en'] : ['en', 'ja'],
  );

  constructor() {
    void this.organisations.open();
    effect(() => {
      const organisationId = this.organisationId();
      if (!organisationId) return;
      untracked(() => {
        void this.store.open(organisationId);
        void this.opportunities.open(organisationId);
      });
    });
    effect(() => {
      const profile = this.store.profile();
      this.form.hasLogo(Boolean(profile?.logo));
      if (profile && profile.organisation.organisationId === this.organisationId()) untracked(() => this.start());
    });
    effect(() => {
      const draft = this.form.draft();
      const changed = this.form.changed();
      if (!this.ready() || !draft) return;
      untracked(() => (changed ? this.draft?.save(draft) : void this.draft?.clear()));
    });
    effect(() => {
      const gap = this.wanted();
      if (!gap || this.shown() !== 'text') return;
      untracked(() => this.wanted.set(null));
      afterNextRender(() => this.lead(gap), { injector: this.injector });
    });
    inject(DestroyRef).onDestroy(() => this.ready.set(false));
  }

  protected anchor(field: ProfileText, lang: Lang): string {
    return gapAnchor({ field, lang });
  }

  /** To the field that a reason names. */
  protected go(gap: ProfileGap): void {
    if (this.shown() === 'text') this.lead(gap);
    else this.wanted.set(gap);
  }

  protected anchorOf = gapAnchor;

  private lead(gap: ProfileGap): void {
    const place = this.host.querySelector<HTMLElement>(`#${gapAnchor(gap)}`);
    place?.scrollIntoView({ block: 'center' });
    (place?.querySelector<HTMLElement>('input, textarea, select, button') ?? place)?.focus({ preventScroll: true });
  }

  protected value(change: Event): string {
    return (change.target as HTMLInputElement).value;
  }

  protected async save(event: Event | null = null): Promise<boolean> {
    event?.preventDefault();
    const [draft, content] = [this.form.draft(), this.form.content()];
    if (!draft || !content || this.form.badWebsite()) return false;
    let kept = false;
    await this.sending.run(async () => {
      try {
        const view = await this.store.write(draft.version, content);
        this.form.start(view.revision?.content ?? view.content, view.version, draft.original);
        await this.draft?.clear();
        this.conflict.set(null);
        kept = true;
        this.toasts.show({ text: this.t('profile.saved') });
      } catch (error) {
        const { code, data } = asRefusal(error);
        if (code !== 'profile.changed') throw error;
        this.conflict.set(data as unknown as ProfileChanged);
      }
    });
    return kept;
  }

  /** @param mine what both changed stays as it was typed here */
  protected settle(mine: boolean): void {
    const theirs = this.conflict();
    if (!theirs) return;
    const both = this.form.alsoChanged(theirs.fields);
    this.form.goOnFrom(theirs.content, theirs.version, mine ? both : []);
    this.conflict.set(null);
  }

  protected fieldsOf(theirs: ProfileChanged): string {
    const names = theirs.fields.map((field) => this.t(`profiles.field.${field}`));
    return new Intl.ListFormat(this.lang(), { type: 'conjunction' }).format(names);
  }

  protected async publish(): Promise<void> {
    if (this.form.changed() && !(await this.save())) return;
    await this.take('publish');
  }

  protected async put(step: 'withdraw' | 'archive'): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.t(`profile.sure.${step}.heading`),
      text: this.t(`profile.sure.${step}.text`),
      confirm: this.t(`profile.${step}`),
      cancel: this.t('common.cancel'),
    });
    if (sure) await this.take(step);
  }

  protected async take(step: ProfileStep): Promise<void> {
    await this.sending.run(async () => {
      const { state, revision } = await this.store.take(step);
      const waits = state === 'submitted' || revision?.state === 'submitted';
      const key = step === 'publish' ? (waits ? 'submitted' : 'published') : step;
      this.toasts.show({ text: this.t(`profile.done.${key}`) });
    });
  }

  private start(): void {
    const [profile, content] = [this.store.profile()!, this.store.written()!];
    const typed = this.form.draft();
    // What is being typed stays; the server's answer comes when it is saved.
    if (typed && this.form.changed()) return;
    this.form.start(content, profile.version, this.lang());
    this.ready.set(false);
    const draft = this.drafts.of<ProfileDraft>(`profile/${profile.organisation.organisationId}`);
    this.draft = draft;
    void draft.load().then((kept) => {
      if (this.draft !== draft) return;
      if (kept && !this.form.changed()) this.form.take(kept);
      this.ready.set(true);
    });
  }
}
