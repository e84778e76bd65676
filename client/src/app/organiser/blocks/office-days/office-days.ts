import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { officeDaysAtOnce, type OfficeDayView, type OrganisationCard } from '@musubi/contracts';
import { formatPlainDate } from '@musubi/time';
import { Words } from '../../../core/i18n/words';
import { Login } from '../../../core/login/login';
import { Toasts } from '../../../core/page/toasts';
import { ProblemWords } from '../../../core/problem/problem-words';
import { OfficeDaysApi } from '../../../data/organiser/office-days/office-days-api';
import { Reading } from '../../../data/reading';
import { Failure } from '../../../ui/feedback/failure';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { Combo, type ComboOption } from '../../../ui/forms/combo';
import { Control, Field } from '../../../ui/forms/field';
import { inputOf, officeOptions, whoseName, whoseOf } from './office-choice';

/** Milliseconds of quiet before organisations are looked up. */
const quiet = 250;

const emptyForm = { from: '', until: '', works: false, reason: '' };

/** Days that the calendars of offices do not know: a region's own holiday, an organisation's summer break. Read once it is opened. */
@Component({
  selector: 'musubi-office-days',
  imports: [Combo, Control, Failure, Field, Skeleton],
  templateUrl: './office-days.html',
  styleUrl: './office-days.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfficeDays {
  private readonly api = inject(OfficeDaysApi);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);
  protected readonly t = this.words.t;
  protected readonly n = this.words.n;

  protected readonly isOpen = signal(false);
  /** How many times over a hundred of them were asked for. */
  private readonly pages = signal(1);
  protected readonly read = new Reading<OfficeDayView[]>(() => this.all());
  /** They count at every event: those change them who organise all. */
  protected readonly may = computed(() =>
    (this.login.me()?.grants ?? []).some(
      ({ role, eventId }) => eventId === null && (role === 'organiser' || role === 'owner'),
    ),
  );
  protected readonly days = computed(() =>
    (this.read.value() ?? []).map((day) => ({
      day,
      name: whoseName(day.whose, this.words.lang()),
      when: this.span(day),
      kind: this.t(day.works ? 'blocks.office_days.works' : 'blocks.office_days.closed'),
    })),
  );
  /** All that are shown fill their pages: there may be others. */
  protected readonly more = computed(() => this.days().length === this.pages() * officeDaysAtOnce);
  protected readonly failed = computed(() => {
    const refusal = this.read.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  protected readonly form = signal(emptyForm);
  protected readonly office = signal<ComboOption | null>(null);
  private readonly typed = signal('');
  private readonly found = signal<readonly OrganisationCard[]>([]);
  protected readonly options = computed(() => officeOptions(this.typed(), this.found(), this.words.lang()));
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  /** Why the days were not added; what else is refused is told as news. */
  private readonly refused = signal<string | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private search = 0;

  protected readonly officeError = computed(() =>
    this.tried() && !this.office() ? this.t('blocks.office_days.office_missing') : null,
  );
  protected readonly dateError = computed(() => {
    const { from, until } = this.form();
    if (this.tried() && !from) return this.t('blocks.office_days.date_missing');
    return until && until < from ? this.t('blocks.office_days.date_order') : this.refused();
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected open(toggle: Event): void {
    this.isOpen.set((toggle.target as HTMLDetailsElement).open);
    if (this.isOpen()) void this.read.ensure();
  }

  protected async showMore(): Promise<void> {
    this.pages.update((pages) => pages + 1);
    await this.read.refresh();
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.office.set(null);
    clearTimeout(this.timer);
    const search = ++this.search;
    if (text.trim().length < 2) {
      this.found.set([]);
      return;
    }
    this.timer = setTimeout(() => {
      this.api.organisations(text.trim()).then(
        (found) => search === this.search && this.found.set(found),
        // Regions are still to choose from.
        () => search === this.search && this.found.set([]),
      );
    }, quiet);
  }

  protected set(field: keyof typeof emptyForm, input: Event): void {
    const { value } = input.target as HTMLInputElement | HTMLSelectElement;
    this.refused.set(null);
    this.form.update((form) => ({ ...form, [field]: field === 'works' ? value === 'works' : value }));
  }

  protected async add(submit: Event): Promise<void> {
    submit.preventDefault();
    this.refused.set(null);
    this.tried.set(true);
    const office = this.office();
    const { from, until, works, reason } = this.form();
    if (!office || this.dateError() || this.busy()) return;
    await this.act(
      async () => {
        const whose = whoseOf(office.value);
        await this.api.add({ whose, from, until: until || from, works, reason: reason.trim() || null });
        this.form.set(emptyForm);
        this.office.set(null);
        this.typed.set('');
        this.tried.set(false);
        this.toasts.show({ text: this.t('blocks.office_days.added') });
      },
      (why) => this.refused.set(why),
    );
  }

  /** Done at once, and undone from the news of it. */
  protected remove(day: OfficeDayView, name: string): Promise<void> {
    return this.act(async () => {
      await this.api.remove(day.officeDayId);
      this.toasts.show({
        text: this.t('blocks.office_days.removed', { name }),
        stay: 30_000,
        act: {
          label: this.t('blocks.undo'),
          run: () => void this.act(() => this.api.add(inputOf(day))),
        },
      });
    });
  }

  private async act(work: () => Promise<unknown>, refuse?: (why: string) => void): Promise<void> {
    this.busy.set(true);
    try {
      await work();
      await this.read.refresh();
    } catch (refusal) {
      const { title, text } = this.problems.of(refusal);
      refuse?.(`${this.t('common.stopped', { text: title })} ${text}`);
      this.toasts.show({ text: title, more: text });
    } finally {
      this.busy.set(false);
    }
  }

  /** Page by page, as far as they are shown. */
  private async all(): Promise<OfficeDayView[]> {
    const days: OfficeDayView[] = [];
    for (let page = 0; page < this.pages() && days.length === page * officeDaysAtOnce; page++)
      days.push(...(await this.api.read(days.at(-1)?.officeDayId)));
    return days;
  }

  private span({ from, until }: OfficeDayView): string {
    const lang = this.words.lang();
    const shown = (date: string) => formatPlainDate(date, lang);
    return from === until ? shown(from) : `${shown(from)} – ${shown(until)}`;
  }
}
