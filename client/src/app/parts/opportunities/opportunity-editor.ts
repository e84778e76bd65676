import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import {
  cooperationStages,
  langs,
  novelties,
  partnershipForms,
  type Dimension,
  type Lang,
  type OpportunityKind,
  type OpportunityView,
  type Side,
} from '@musubi/contracts';
import { dimensions, labelOf, regionName, searchRegions } from '@musubi/reference';
import { formatPlainDate } from '@musubi/time';
import { type Draft, Drafts } from '../../core/drafts/drafts';
import { Words } from '../../core/i18n/words';
import { sending } from '../../core/problem/sending';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { OpportunitiesStore } from '../../data/profiles/opportunities-store';
import { type OpportunityDraft, OpportunityForm } from '../../data/profiles/opportunity-form';
import { Failure } from '../../ui/feedback/failure';
import { Combo, type ComboOption } from '../../ui/forms/combo';
import { Control, Field, focusFirstError } from '../../ui/forms/field';
import { Icon } from '../../ui/icon/icon';
import { FrameworksServed } from './frameworks-served';
import { ThirdCountries } from './third-countries';
import { WidenedAgreement } from './widened-agreement';

/** Most regions that can be wished for. */
const MOST_REGIONS = 12;

/** Writing an offer or a request: one column, both languages one after the other, the original first. */
@Component({
  selector: 'musubi-opportunity-editor',
  imports: [Combo, Control, Failure, Field, FrameworksServed, Icon, ThirdCountries, WidenedAgreement],
  templateUrl: './opportunity-editor.html',
  styleUrl: './opportunity-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpportunityEditor {
  /** An existing one, or the kind of a new one. */
  readonly what = input.required<OpportunityView | OpportunityKind>();
  /** The side of the organisation that writes: partners are wished for on the other. */
  readonly side = input<Side | null>(null);
  /** Where it is: the agreements of there can be widened. */
  readonly region = input<string | null>(null);
  /** Finished: what to say, or null where nothing was done. */
  readonly done = output<string | null>();

  private readonly store = inject(OpportunitiesStore);
  private readonly drafts = inject(Drafts);
  private readonly say = inject(MeetingWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly form = new OpportunityForm();
  protected readonly dimensions = dimensions;
  protected readonly forms = partnershipForms;
  protected readonly stages = cooperationStages;
  protected readonly novelties = novelties;
  protected readonly langs = langs;
  protected readonly most = MOST_REGIONS;

  private draft: Draft<OpportunityDraft> | null = null;
  private readonly draftReady = signal(false);
  private readonly search = signal('');
  protected readonly sending = sending();

  protected readonly existing = computed(() => {
    const what = this.what();
    return typeof what === 'string' ? null : what;
  });
  protected readonly heading = computed(() =>
    this.t(`matchmaking.form.${this.existing() ? 'edit' : 'new'}_${this.form.draft().kind}`),
  );
  /** The date in words: a browser writes it in figures. */
  protected readonly deadlineInWords = computed(() => {
    const { deadline } = this.form.draft();
    return deadline ? formatPlainDate(deadline, this.lang(), { month: 'long' }) : '';
  });
  protected readonly isPublished = computed(() => this.existing()?.state === 'published');
  /** The original first. */
  protected readonly inOrder = computed<readonly Lang[]>(() =>
    this.form.draft().original === 'ja' ? ['ja', 'en'] : ['en', 'ja'],
  );
  protected readonly regions = computed(() =>
    this.form.draft().targetRegions.map((code) => ({ code, name: regionName(code, this.lang()) })),
  );
  protected readonly found = computed<ComboOption[]>(() => {
    const asked = this.search().trim();
    if (!asked) return [];
    const side = this.side();
    const other = side === 'eu' ? 'jp' : side === 'jp' ? 'eu' : undefined;
    const chosen = new Set(this.form.draft().targetRegions);
    return searchRegions(asked, this.lang(), { limit: 6, ...(other ? { side: other } : {}) })
      .filter(({ code }) => !chosen.has(code))
      .map(({ code, name, within }) => ({ value: code, label: name, meta: within || code }));
  });

  constructor() {
    effect(() => {
      const what = this.what();
      untracked(() => this.start(what));
    });
    effect(() => {
      const draft = this.form.draft();
      if (this.draftReady()) untracked(() => this.draft?.save(draft));
    });
    afterNextRender(() => this.host.querySelector<HTMLElement>('h2')?.focus());
  }

  protected error(field: 'title' | 'summary' | 'topic'): string | null {
    return this.form.errors().has(field) ? this.t(`matchmaking.form.missing_${field}`) : null;
  }

  protected dimensionName(code: Dimension): string {
    return labelOf(dimensions, code, this.lang());
  }

  protected languageName(lang: Lang): string {
    return this.say.language(lang);
  }

  protected value(change: Event): string {
    return (change.target as HTMLInputElement).value;
  }

  protected look(text: string): void {
    this.search.set(text);
  }

  protected addRegion({ value }: ComboOption): void {
    this.search.set('');
    const { targetRegions } = this.form.draft();
    if (targetRegions.length < MOST_REGIONS) this.form.set({ targetRegions: [...targetRegions, value] });
  }

  protected dropRegion(code: string): void {
    this.form.set({ targetRegions: this.form.draft().targetRegions.filter((one) => one !== code) });
  }

  protected async leave(): Promise<void> {
    this.draftReady.set(false);
    await this.draft?.clear();
    this.done.emit(null);
  }

  /** @param publish also makes it public */
  protected async save(submit: Event | null, publish: boolean): Promise<void> {
    submit?.preventDefault();
    if (this.sending.busy()) return;
    const input = this.form.submit();
    if (!input) {
      setTimeout(() => focusFirstError(this.host));
      return;
    }
    await this.sending.run(async () => {
      const saved = await this.store.save(this.existing(), input);
      const open = saved.state === 'published' && !saved.revision;
      const view = publish && !open ? await this.store.publish(saved.opportunityId) : saved;
      this.draftReady.set(false);
      await this.draft?.clear();
      const waits = view.state === 'submitted' || view.revision?.state === 'submitted';
      const said = waits ? 'submitted' : view.state === 'published' && !view.revision ? 'published' : 'saved';
      this.done.emit(this.t(`matchmaking.form.${said}`));
    });
  }

  private start(what: OpportunityView | OpportunityKind): void {
    if (typeof what === 'string') this.form.start(what, this.lang());
    else this.form.edit(what);
    this.draftReady.set(false);
    const key = typeof what === 'string' ? `${this.store.organisationId()}/${what}` : what.opportunityId;
    const draft = this.drafts.of<OpportunityDraft>(`opportunity/${key}`);
    this.draft = draft;
    const empty = this.form.draft();
    void draft.load().then((kept) => {
      if (this.draft !== draft) return;
      // Who has begun meanwhile keeps what they typed.
      if (kept && this.form.draft() === empty) this.form.take(kept);
      this.draftReady.set(true);
    });
  }
}
