import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import {
  type ConsentPurpose,
  directoryChoices,
  type EventView,
  organisationKinds,
  type RegistrationForm,
  type RegistrationView,
} from '@musubi/contracts';
import { formatDates, formatTime, offeredZones, zoneCity, zoneLabel } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { type Draft, Drafts } from '../../core/drafts/drafts';
import { Words } from '../../core/i18n/words';
import { Login } from '../../core/login/login';
import { PageHead } from '../../core/page/page-head';
import { asRefusal } from '../../core/problem/problem';
import { ProblemWords, type ProblemText } from '../../core/problem/problem-words';
import { eventDays } from '../../data/events/event-days';
import { EventsApi } from '../../data/events/events-api';
import { EventsStore } from '../../data/events/events-store';
import { RegistrationsApi } from '../../data/registration/registrations-api';
import { RegistrationsStore } from '../../data/registration/registrations-store';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { Control, Field, focusFirstError } from '../../ui/forms/field';
import { Icon } from '../../ui/icon/icon';
import { draftOfName, neededNames } from '../../ui/people/name-draft';
import { kanaFields, NameFields, type NameWords } from '../../ui/people/name-fields';
import { BadgePreview } from './badge-preview';
import { OrganisationPicker } from './organisation-picker';
import { Registered } from './registered';
import {
  type DraftField,
  draftOf,
  fieldOf,
  missing,
  newDraft,
  otherScript,
  type RegistrationDraft,
  toInput,
} from './registration-draft';

const languages = ['en', 'ja', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt', 'sv', 'fi', 'cs'] as const;

/** The registration form: two steps after the address, one error in words at a time, nothing lost. */
@Component({
  selector: 'musubi-register',
  imports: [
    RouterLink,
    BadgePreview,
    Control,
    Failure,
    Field,
    Icon,
    NameFields,
    OrganisationPicker,
    Registered,
    Skeleton,
    State,
  ],
  templateUrl: './register.html',
  styleUrl: './register.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Register {
  private readonly slug = inject(ActivatedRoute).snapshot.paramMap.get('slug') ?? '';
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly api = inject(RegistrationsApi);
  private readonly events = inject(EventsStore);
  private readonly store = inject(RegistrationsStore);
  protected readonly problems = inject(ProblemWords);
  private readonly drafts = inject(Drafts);
  private readonly clock = inject(Clock);
  protected readonly login = inject(Login);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly calendarUrl = inject(EventsApi).calendarUrl(this.slug);

  protected readonly event = signal<EventView | null>(null);
  protected readonly form = signal<RegistrationForm | null>(null);
  protected readonly existing = signal<RegistrationView | null>(null);
  protected readonly done = signal<RegistrationView | null>(null);
  protected readonly draft = signal<RegistrationDraft>(newDraft('en', 'Europe/Brussels'));
  protected readonly touched = signal<ReadonlySet<DraftField>>(new Set());
  /** Fields that the server refused, until they are changed. */
  private readonly refused = signal<ReadonlySet<DraftField>>(new Set());
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);
  protected readonly unreadable = signal<ProblemText | null>(null);
  private kept: Draft<RegistrationDraft> | null = null;
  private readonly keptAt = signal<Draft<RegistrationDraft>['savedAt'] | null>(null);

  protected readonly directoryChoices = directoryChoices;
  protected readonly kinds = organisationKinds;
  protected readonly languages = languages;
  protected readonly title = computed(() => this.words.text(this.event()?.title));
  protected readonly dates = computed(() => {
    const event = this.event();
    if (!event) return '';
    const days = eventDays(event, this.clock.zone());
    return formatDates(days[0]!, days.at(-1)!, this.lang());
  });
  protected readonly zones = computed(() => {
    const now = this.clock.minute();
    const own = this.draft().zone;
    const all = offeredZones.includes(own) ? offeredZones : [own, ...offeredZones];
    return all.map((zone) => ({
      zone,
      label: this.t('common.zone', { city: zoneCity(zone, this.lang()), label: zoneLabel(zone, now) }),
    }));
  });
  /** Japanese forms mark both what is needed and what is not; English ones only what is optional. */
  protected readonly required = computed(() => (this.lang() === 'ja' ? this.t('register.required') : ''));
  protected readonly nameWords = computed<NameWords>(() => ({
    given: this.t('register.name.given'),
    family: this.t('register.name.family'),
    katakana: this.t('register.name.katakana'),
    katakanaHelp: this.t('register.name.katakana_help'),
    kanji: this.t('register.name.kanji'),
    anotherScript: this.t('register.name.another_script'),
    givenLocal: this.t('register.name.given_local'),
    familyLocal: this.t('register.name.family_local'),
    givenKana: this.t('register.name.given_kana'),
    familyKana: this.t('register.name.family_kana'),
    givenLatin: this.t('register.name.given_latin'),
    familyLatin: this.t('register.name.family_latin'),
    latinHelp: this.t('register.name.latin_help'),
    localHelp: this.t('register.name.local_help'),
    kanaHelp: this.t('register.name.kana_help'),
    optional: this.t('common.optional'),
    required: this.required(),
  }));
  protected readonly neededNames = computed(() => neededNames(this.draft().name, this.lang()));
  protected readonly nameErrors = computed(() => ({
    givenLocal: this.error('givenLocal'),
    familyLocal: this.error('familyLocal'),
    givenLatin: this.error('givenLatin'),
    familyLatin: this.error('familyLatin'),
    givenKana: this.error('givenKana'),
    familyKana: this.error('familyKana'),
  }));
  protected readonly savedAt = computed(() => {
    const at = this.keptAt()?.();
    if (!at) return '';
    const offset = untracked(() => this.clock.nowMs()) - Date.now();
    const zone = this.clock.zone();
    const instant = Temporal.Instant.fromEpochMilliseconds(Math.round(at + offset));
    return this.t('register.saved', { at: `${formatTime(instant, zone)} ${zoneLabel(zone, instant)}` });
  });
  /** Consents other than the directory, which is a choice of its own. */
  protected readonly consents = computed(() =>
    (this.form()?.consents ?? []).filter(({ purpose }) => purpose !== 'directory'),
  );
  protected readonly directoryConsent = computed(
    () => this.form()?.consents.find(({ purpose }) => purpose === 'directory') ?? null,
  );

  constructor() {
    const head = inject(PageHead);
    effect(() => head.set({ title: `${this.t('register.title')} · Musubi`, lang: this.lang() }));
    void this.open();
  }

  protected change(part: Partial<RegistrationDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
    this.refused.set(new Set());
    this.kept?.save(this.draft());
  }

  protected leave(field: string): void {
    this.touched.update((all) => new Set(all).add(field as DraftField));
  }

  /** Why a field is not right yet; nothing while it has not been left. */
  protected error(field: DraftField): string | null {
    const form = this.form();
    if (!form) return null;
    if (this.refused().has(field)) return this.t('register.error.refused');
    const { step } = this.draft();
    if (!this.touched().has(field) || !missing(this.draft(), form, step, this.lang()).includes(field)) return null;
    if (otherScript(this.draft(), field)) return this.t(`register.error.script.${scriptOf(field)}`);
    return this.t(field.startsWith('answer:') ? 'register.error.answer' : `register.error.${field}`);
  }

  protected agree(purpose: ConsentPurpose, given: boolean): void {
    const others = this.draft().given.filter((one) => one !== purpose);
    this.change({ given: given ? [...others, purpose] : others });
  }

  protected speak(lang: string, speaks: boolean): void {
    const others = this.draft().workingLanguages.filter((one) => one !== lang);
    this.change({ workingLanguages: speaks ? [...others, lang] : others });
    this.leave('workingLanguages');
  }

  protected answer(key: string, value: string | boolean): void {
    this.change({ answers: { ...this.draft().answers, [key]: value } });
  }

  protected toStep(step: 1 | 2): void {
    this.change({ step });
    this.problem.set(null);
    setTimeout(() => {
      const heading = this.host.nativeElement.querySelector<HTMLElement>('h1');
      heading?.focus();
      heading?.scrollIntoView({ block: 'start' });
    });
  }

  protected async submit(submit: Event): Promise<void> {
    submit.preventDefault();
    const form = this.form();
    if (!form || this.busy()) return;
    const { step } = this.draft();
    const wrong = missing(this.draft(), form, step, this.lang());
    if (wrong.length) {
      this.touched.update((all) => new Set([...all, ...wrong]));
      return this.showError();
    }
    if (step === 1) return this.toStep(2);
    await this.send(form);
  }

  private async send(form: RegistrationForm): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const input = toInput(this.draft(), form);
      const changing = this.existing() && !['withdrawn', 'rejected'].includes(this.existing()!.state);
      const view = changing ? await this.api.change(form.eventId, input) : await this.api.send(form.eventId, input);
      await this.kept?.clear();
      this.done.set(view);
      this.existing.set(view);
      void this.store.refresh().catch(() => undefined);
      // Names and zone of the account may have been filled in with it.
      void this.login.reload().catch(() => undefined);
      setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('h1')?.focus());
    } catch (error) {
      this.refuse(error);
    } finally {
      this.busy.set(false);
    }
  }

  private refuse(error: unknown): void {
    const refusal = asRefusal(error);
    this.problem.set(this.problems.of(refusal));
    const fields = refusal.issues.map(({ path }) => fieldOf(path)).filter((field) => field !== null);
    if (refusal.code.startsWith('organisation.'))
      fields.push(refusal.code === 'organisation.region_unknown' ? 'region' : 'organisation');
    if (refusal.code === 'registration.answer_missing') {
      fields.push(...listed(refusal.data['keys']).map((key) => `answer:${key}` as const));
    }
    if (refusal.code === 'registration.consent_outdated') void this.readForm();
    this.refused.set(new Set(fields));
    const form = this.form();
    const ofFirstStep = form && fields.some((field) => !field.startsWith('answer:') && field !== 'workingLanguages');
    if (ofFirstStep) this.draft.update((draft) => ({ ...draft, step: 1 }));
    if (fields.length) this.showError();
  }

  private showError(): void {
    setTimeout(() => focusFirstError(this.host.nativeElement));
  }

  private async open(): Promise<void> {
    try {
      const event = await this.events.open(this.slug);
      this.event.set(event);
      const me = this.login.me();
      this.kept = this.drafts.of<RegistrationDraft>(`register/${event.eventId}/${me?.userId ?? ''}`);
      this.keptAt.set(this.kept.savedAt);
      const [form, own, kept] = await Promise.all([
        this.api.form(event.eventId),
        this.api.own(event.eventId),
        this.kept.load(),
      ]);
      this.existing.set(own);
      const fresh = own ? draftOf(own, this.lang()) : newDraft(this.lang(), this.clock.zone());
      const known = own || !me?.name ? fresh : { ...fresh, name: draftOfName(me.name) };
      this.draft.set({ ...known, ...(kept ?? {}) });
      // Last: what somebody typed before the form was filled in would be overwritten by it.
      this.form.set(form);
    } catch (error) {
      this.unreadable.set(this.problems.of(error));
    }
  }

  private async readForm(): Promise<void> {
    const event = this.event();
    if (event) this.form.set(await this.api.form(event.eventId));
  }
}

/** Which script a field asks for. */
function scriptOf(field: DraftField): 'kana' | 'latin' | 'organisation' {
  if (field === 'organisation') return 'organisation';
  return kanaFields.some((one) => one === field) ? 'kana' : 'latin';
}

function listed(data: unknown): string[] {
  return Array.isArray(data) ? data.filter((one) => typeof one === 'string') : [];
}
