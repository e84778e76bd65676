import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CalendarFeed, LoginSummary } from '@musubi/contracts';
import { formatTime, offeredZones, sameClock, zoneCity, zoneLabel, parseZone } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Language } from '../../core/i18n/language';
import { Words } from '../../core/i18n/words';
import { Login } from '../../core/login/login';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords, type ProblemText } from '../../core/problem/problem-words';
import { Realtime } from '../../core/realtime/realtime';
import { AccountApi } from '../../data/account/account-api';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { Control, Field } from '../../ui/forms/field';
import { SectionHead } from '../../ui/layout/section-head';
import { BlockedPeople } from './blocked-people';
import { deviceName } from './devices/device-name';
import { MyCard } from './my-card';
import { timeAgo } from './devices/time-ago';
import { draftOfName, inOtherScript, nameOfDraft, neededNames, sameName } from '../../ui/people/name-draft';
import { emptyName, kanaFields, type NameDraft, NameFields, type NameWords } from '../../ui/people/name-fields';

/** What belongs to the person and not to one event: names, language, zone, private calendar, where they are signed in. */
@Component({
  selector: 'musubi-account',
  imports: [BlockedPeople, Control, Failure, Field, MyCard, NameFields, Note, RouterLink, SectionHead, Skeleton, State],
  templateUrl: './account.html',
  styleUrl: './account.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Account {
  private readonly api = inject(AccountApi);
  protected readonly problems = inject(ProblemWords);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly realtime = inject(Realtime);
  protected readonly clock = inject(Clock);
  protected readonly login = inject(Login);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly name = signal<NameDraft>(emptyName);
  protected readonly nameTouched = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);
  protected readonly logins = signal<readonly LoginSummary[] | null>(null);
  protected readonly loginsProblem = signal<ProblemText | null>(null);
  protected readonly calendar = signal<CalendarFeed | null>(null);
  protected readonly copied = signal(false);
  protected readonly deviceName = deviceName;

  protected readonly nameWords = computed<NameWords>(() => ({
    given: this.t('account.name.given'),
    family: this.t('account.name.family'),
    katakana: this.t('account.name.katakana'),
    katakanaHelp: this.t('account.name.katakana_help'),
    kanji: this.t('account.name.kanji'),
    anotherScript: this.t('account.name.another_script'),
    givenLocal: this.t('account.name.given_local'),
    familyLocal: this.t('account.name.family_local'),
    givenKana: this.t('account.name.given_kana'),
    familyKana: this.t('account.name.family_kana'),
    givenLatin: this.t('account.name.given_latin'),
    familyLatin: this.t('account.name.family_latin'),
    latinHelp: this.t('account.name.latin_help'),
    localHelp: this.t('account.name.local_help'),
    kanaHelp: this.t('account.name.kana_help'),
    optional: this.t('common.optional'),
    required: this.lang() === 'ja' ? this.t('account.name.required') : '',
  }));
  protected readonly neededNames = computed(() => neededNames(this.name(), this.lang()));
  protected readonly nameErrors = computed(() => {
    if (!this.nameTouched()) return {};
    const missing = this.neededNames().filter((key) => !this.name()[key].trim());
    const readings: readonly (keyof NameDraft)[] = kanaFields;
    return Object.fromEntries([
      ...missing.map((key) => [key, this.t('account.name.missing')]),
      ...inOtherScript(this.name()).map((key) => [
        key,
        this.t(readings.includes(key) ? 'account.name.script.kana' : 'account.name.script.latin'),
      ]),
    ]);
  });
  protected readonly zone = computed(() => this.login.me()?.zone ?? this.clock.zone());
  protected readonly zones = computed(() => {
    const now = this.clock.minute();
    const own = this.zone();
    const all = offeredZones.includes(own) ? offeredZones : [own, ...offeredZones];
    return all.map((zone) => ({ zone, label: this.zoneText(zone, now) }));
  });
  /** The device is somewhere else than the profile says: asked, never switched silently. */
  protected readonly elsewhere = computed(() => {
    const device = parseZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
    const now = this.clock.minute();
    if (!device || device === 'UTC' || sameClock(device, this.zone(), now)) return null;
    return { zone: device, text: `${formatTime(now, device)} ${this.zoneText(device, now)}` };
  });

  constructor() {
    // Only when the name itself is another: a new language or zone would else take back what is being typed.
    const known = computed(() => this.login.me()?.name ?? null, { equal: sameName });
    effect(() => this.name.set(draftOfName(known())));
    void this.readLogins();
    // Without a calendar address the rest of the page stands.
    this.api.calendar().then(
      (feed) => this.calendar.set(feed),
      () => this.calendar.set(null),
    );
  }

  /** By the clock on the wall: sign-ins do not follow a demo's clock. */
  protected ago(instant: string): string {
    const { unit, count } = timeAgo(Date.parse(instant), Date.now());
    return unit === 'moment' ? this.t('account.logins.ago.moment') : this.words.n(`account.logins.ago.${unit}`, count);
  }

  protected async saveName(submit: Event): Promise<void> {
    submit.preventDefault();
    this.nameTouched.set(true);
    if (Object.values(this.nameErrors()).some(Boolean)) return;
    await this.attempt(async () => {
      await this.login.change({ name: nameOfDraft(this.name()) });
      this.toasts.show({ text: this.t('account.name.saved') });
    });
  }

  protected async chooseLang(lang: string): Promise<void> {
    if (lang !== 'en' && lang !== 'ja') return;
    await this.language.choose(lang);
    await this.attempt(async () => void (await this.login.change({ lang })));
  }

  protected async chooseZone(zone: string): Promise<void> {
    await this.attempt(async () => void (await this.login.change({ zone })));
  }

  protected async endLogin(one: LoginSummary): Promise<void> {
    if (one.current) return this.signOut();
    try {
      await this.api.endLogin(one.loginId);
      this.logins.update((all) => all?.filter(({ loginId }) => loginId !== one.loginId) ?? null);
    } catch (error) {
      this.loginsProblem.set(this.problems.of(error));
    }
  }

  protected async copyCalendar(url: string): Promise<void> {
    await navigator.clipboard.writeText(url);
    this.copied.set(true);
  }

  protected async renewCalendar(): Promise<void> {
    await this.attempt(async () => {
      this.calendar.set(await this.api.renewCalendar());
      this.copied.set(false);
    });
  }

  protected async readLogins(): Promise<void> {
    this.loginsProblem.set(null);
    try {
      this.logins.set(await this.api.logins());
    } catch (error) {
      this.loginsProblem.set(this.problems.of(error));
    }
  }

  private async signOut(): Promise<void> {
    this.realtime.stop();
    await this.login.signOut();
    await this.router.navigateByUrl(`/${this.lang()}`);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private zoneText(zone: string, now: Temporal.Instant): string {
    return this.t('common.zone', { city: zoneCity(zone, this.lang()), label: zoneLabel(zone, now) });
  }
}
