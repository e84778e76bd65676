import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import { type CaseView, type EventId, organisationName } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import { formatInZones, formatPlainDate, sameClock } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { EventsStore } from '../../data/events/events-store';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { type Behind, behindKey, behindOf } from '../../data/organiser/follow-up/behind';
import type { FunnelPiece, FunnelRow } from '../../data/organiser/follow-up/funnel-picture';
import { FunnelStore } from '../../data/organiser/follow-up/funnel-store';
import type { HeatCell } from '../../data/organiser/follow-up/heat-map';
import { Failure } from '../../ui/feedback/failure';
import { Fresh } from '../../ui/feedback/fresh';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State, type StateKind } from '../../ui/feedback/state';
import type { IconName } from '../../ui/icon/icons';
import { mediaQuery } from '../../ui/layout/media-query';
import { Tie, type TieState } from '../../ui/tie/tie';
import { BehindLink } from './behind-link';
import { Records } from './records';

const levelLooks: Record<CaseView['level'], { tie: TieState; icon: IconName; kind: StateKind }> = {
  claimed: { tie: 'out', icon: 'hourglass', kind: 'caution' },
  confirmed: { tie: 'confirmed', icon: 'check', kind: 'plain' },
  verified: { tie: 'held', icon: 'check', kind: 'good' },
};

/** What came of the meetings: a ladder with how well each number is known, the map of regions, and the cases. */
@Component({
  selector: 'musubi-organiser-follow-up',
  imports: [NgTemplateOutlet, BehindLink, Failure, Fresh, Records, Skeleton, State, Tie],
  templateUrl: './organiser-follow-up.html',
  styleUrls: ['./organiser-follow-up.css', '../../ui/chart/heat.css', './heat.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrganiserFollowUp {
  /** Slug of the event that is looked at; none for all events. From the address. */
  readonly event = input<string>();
  /** The number whose records are open. From the address. */
  readonly step = input<string>();
  readonly level = input<string>();
  readonly eu = input<string>();
  readonly jp = input<string>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  protected readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly events = inject(EventsStore);
  protected readonly store = inject(FunnelStore);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  /** On a phone the map would be cut off: the equal list is there first. */
  protected readonly asList = linkedSignal(mediaQuery('(max-width: 767px)'));
  protected readonly busy = signal<ReadonlySet<string>>(new Set());
  protected readonly levelLooks = levelLooks;
  protected readonly offered = computed(() =>
    (this.events.all() ?? []).map(({ slug, title }) => ({ slug, title: this.words.text(title) })),
  );
  protected readonly looked = computed(() => this.events.all()?.find(({ slug }) => slug === this.event()) ?? null);
  protected readonly lead = computed(() => {
    const funnel = this.store.funnel();
    const event = this.looked();
    const what = event ? this.words.text(event.title) : this.t('organiser.follow.all_events');
    if (!funnel) return what;
    const own = this.clock.zone();
    const at = Temporal.Instant.from(funnel.asOf);
    const other = ['Asia/Tokyo', 'Europe/Brussels'].find((zone) => !sameClock(zone, own, at)) ?? 'Asia/Tokyo';
    return this.t('organiser.follow.lead', {
      what,
      at: formatInZones(at, [own, other], this.lang(), { month: 'long' }),
    });
  });
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  /** Those that wait for the helpdesk first, then the disputed, then the newest. */
  protected readonly cases = computed(() =>
    [...this.store.cases()].sort(
      (a, b) =>
        Number(b.disputed) - Number(a.disputed) ||
        rank[a.level] - rank[b.level] ||
        (b.initiatedOn ?? '').localeCompare(a.initiatedOn ?? ''),
    ),
  );

  constructor() {
    effect(() => {
      const all = this.events.all();
      if (!all) return;
      const slug = this.event();
      const chosen = all.find((event) => event.slug === slug);
      const watched = chosen ? [chosen.eventId] : all.map(({ eventId }) => eventId);
      untracked(() => void this.store.open((chosen?.eventId ?? null) as EventId | null, watched));
    });
    effect(() => {
      const address = { step: this.step(), level: this.level(), eu: this.eu(), jp: this.jp() };
      untracked(() => this.store.show(behindOf(address)));
    });
    void this.events.list().catch(() => undefined);
    inject(DestroyRef).onDestroy(() => this.store.close());
  }

  protected choose(change: Event): void {
    const slug = (change.target as HTMLSelectElement).value || null;
    void this.router.navigate([], { queryParams: { event: slug }, queryParamsHandling: 'merge', scroll: 'manual' });
  }

  protected percent(share: number): string {
    const value = share * 100;
    const figure = value >= 10 || value === 0 ? Math.round(value) : value.toFixed(1);
    // Never apart on two lines; Japanese writes them without a space.
    return this.lang() === 'ja' ? `${figure}%` : `${figure}\u00a0%`;
  }

  /** Says of how many these are, where the map is cut to size. */
  protected readonly legend = computed(() => {
    const map = this.store.map();
    if (!map) return '';
    const [shownEu, shownJp] = [map.eu.length, map.jp.length];
    const isWhole = shownEu === map.of.eu && shownJp === map.of.jp;
    if (isWhole) return this.t('organiser.follow.heat.legend_whole');
    return this.t('organiser.follow.heat.legend', { shownEu, eu: map.of.eu, shownJp, jp: map.of.jp });
  });
  /** Of the published baseline, whole as it was published. */
  protected readonly baseline = computed(() => {
    const base = this.store.funnel()?.baseline;
    if (!base) return '';
    return this.t('organiser.follow.baseline.figures', {
      held: this.count(base.held),
      initiated: this.count(base.initiated),
      initiatedShare: this.percent(base.initiated / base.held),
      signed: this.count(base.signed),
      signedShare: this.percent(base.signed / base.held),
    });
  });

  protected count(value: number): string {
    return value.toLocaleString(this.lang());
  }

  /** What the bar says: how well its number is known. */
  protected known({ pieces, count }: FunnelRow): string {
    const said = pieces.filter(({ kind }) => kind !== 'all').map((piece) => this.piece(piece));
    return said.length > 0 ? said.join(this.lang() === 'ja' ? '、' : ', ') : String(count);
  }

  /** How what was held is known, what may still change, and what an outage excuses. */
  protected readonly heldWords = computed(() => {
    const funnel = this.store.funnel();
    if (!funnel || funnel.held.measured + funnel.held.declared + funnel.held.decided === 0) return '';
    return [
      this.t('organiser.follow.held.known', funnel.held),
      funnel.held.provisional > 0 ? this.t('organiser.follow.held.provisional', funnel.held) : '',
      funnel.excluded > 0 ? this.t('organiser.follow.held.excluded', { count: funnel.excluded }) : '',
      funnel.disputed > 0 ? this.t('organiser.follow.held.disputed', { count: funnel.disputed }) : '',
    ]
      .filter(Boolean)
      .join(' ');
  });

  protected region(code: string): string {
    return regionName(code, this.lang());
  }

  protected pair({ eu, jp }: { eu: string; jp: string }): string {
    return this.t('organiser.follow.heat.pair', { eu: this.region(eu), jp: this.region(jp) });
  }

  /** What a cell says when it is read out. */
  protected cell(cell: HeatCell): string {
    const { held, cases } = cell;
    const met = this.words.n('organiser.follow.heat.held', held);
    const what = cases > 0 ? met + this.words.n('organiser.follow.heat.cases', cases) : met;
    return this.t('organiser.follow.heat.cell', { pair: this.pair(cell), what });
  }

  /** What a cell opens: the meetings held, or the cases of a pair whose meetings were not held here. */
  protected ofCell({ eu, jp, held }: HeatCell): Behind {
    return { step: held > 0 ? 'held' : 'initiated', eu, jp };
  }

  protected recordsHeading({ step, level, eu, jp }: Behind): string {
    const what = this.t(`organiser.follow.step.${step}`);
    if (level) return this.t('organiser.follow.records.of', { what, of: this.t(`organiser.follow.level.${level}`) });
    return eu && jp ? this.t('organiser.follow.records.of', { what, of: this.pair({ eu, jp }) }) : what;
  }

  protected date(text: string): string {
    return formatPlainDate(text, this.lang(), { month: 'long' });
  }

  protected caseState(one: CaseView): string {
    return this.t(`organiser.follow.status.${one.status}`);
  }

  protected async verify(one: CaseView): Promise<void> {
    this.busy.update((ids) => new Set(ids).add(one.caseId));
    try {
      await this.store.verify(one.caseId);
      this.toasts.show({ text: this.t('organiser.follow.verified'), tie: 'confirmed' });
    } catch (refusal) {
      const { title, text } = this.problems.of(refusal);
      this.toasts.show({ text: title, more: text });
    } finally {
      this.busy.update((ids) => new Set([...ids].filter((id) => id !== one.caseId)));
    }
  }

  /** The focus goes back to the number that was opened. */
  protected async closeRecords(): Promise<void> {
    const behind = this.store.behind();
    const queryParams = { step: null, level: null, eu: null, jp: null };
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge', scroll: 'manual' });
    if (behind) this.element.querySelector<HTMLElement>(`[data-behind="${behindKey(behind)}"]`)?.focus();
  }

  private piece({ kind, count }: FunnelPiece): string {
    return this.t(`organiser.follow.level_count.${kind}`, { count });
  }

  protected parties(one: CaseView): string[] {
    return one.parties.map((party) => organisationName(party, this.lang()));
  }
}

const rank: Record<CaseView['level'], number> = { confirmed: 0, claimed: 1, verified: 2 };
