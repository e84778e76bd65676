import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { CaseId, CaseView, EventId, FunnelRecord, FunnelView, RegionHeat } from '@musubi/contracts';
import { Realtime, type Watch } from '../../../core/realtime/realtime';
import { Reading } from '../../reading';
import { type Behind, sameBehind } from './behind';
import { funnelPicture } from './funnel-picture';
import { heatMap } from './heat-map';
import { OrganiserApi } from '../organiser-api';

/** Milliseconds in which many changes become one reading. */
const GATHER = 400;

/** What came of it: the ladder, the map, the cases, and the records behind each number; all follow by themselves. */
@Injectable({ providedIn: 'root' })
export class FunnelStore {
  private readonly api = inject(OrganiserApi);
  private readonly realtime = inject(Realtime);
  /** Undefined before the first; null for all events. */
  private readonly event = signal<EventId | null | undefined>(undefined);
  private readonly funnelRead = new Reading<FunnelView>(() => this.api.funnel(this.event()!));
  private readonly heatRead = new Reading<RegionHeat>(() => this.api.heat(this.event()!));
  private readonly casesRead = new Reading<CaseView[]>(() => this.api.cases(this.event()!));
  private readonly opened = signal<Behind | null>(null);
  private readonly recordsRead = new Reading<FunnelRecord[]>(() => this.api.records(this.opened()!, this.event()!));
  private watches: Watch[] = [];
  private gathering: ReturnType<typeof setTimeout> | undefined;

  readonly eventId = computed(() => this.event() ?? null);
  readonly funnel = this.funnelRead.value;
  private readonly picture = computed(() => {
    const funnel = this.funnel();
    return funnel ? funnelPicture(funnel) : [];
  });
  readonly rows = computed(() => this.picture().filter(({ step }) => step !== 'unanswered'));
  /** Held, and nobody has said yet what came of it: no step of the ladder, a band beside it. */
  readonly unanswered = computed(() => this.picture().find(({ step }) => step === 'unanswered') ?? null);
  readonly loading = this.funnelRead.loading;
  readonly failed = this.funnelRead.failed;
  readonly map = computed(() => {
    const heat = this.heatRead.value();
    return heat && heatMap(heat);
  });
  readonly cases = computed(() => this.casesRead.value() ?? []);
  /** The number whose records are open. */
  readonly behind = this.opened.asReadonly();
  readonly records = this.recordsRead.value;
  readonly recordsLoading = this.recordsRead.loading;
  readonly recordsFailed = this.recordsRead.failed;

  constructor() {
    this.realtime.onHint('funnel.changed', ({ eventId }) => {
      const here = this.event();
      if (here !== undefined && (here === null || !eventId || eventId === here)) this.gather();
    });
    this.realtime.on('case.changed', () => this.gather());
  }

  /**
   * @param eventId null for all events
   * @param watched the events whose changes are heard
   */
  async open(eventId: EventId | null, watched: readonly string[]): Promise<void> {
    if (untracked(this.event) !== eventId) {
      for (const read of [this.funnelRead, this.heatRead, this.casesRead, this.recordsRead]) read.reset();
      this.event.set(eventId);
    }
    this.stopWatching();
    this.watches = watched.map((id) => this.realtime.watch(`organise:${id}`));
    await this.refresh();
  }

  close(): void {
    this.stopWatching();
    this.opened.set(null);
  }

  async refresh(): Promise<void> {
    if (untracked(this.event) === undefined) return;
    const reads: Promise<void>[] = [this.funnelRead.refresh(), this.heatRead.refresh(), this.casesRead.refresh()];
    if (untracked(this.opened)) reads.push(this.recordsRead.refresh());
    await Promise.all(reads);
  }

  /** Opens the records behind a number; null closes them. */
  show(behind: Behind | null): void {
    if (sameBehind(untracked(this.opened), behind)) return;
    this.recordsRead.reset();
    this.opened.set(behind);
    if (behind) void this.recordsRead.refresh();
  }

  readRecords(): Promise<void> {
    return this.recordsRead.refresh();
  }

  /** Shown at once, taken back if refused. */
  async verify(caseId: CaseId): Promise<void> {
    const was = this.cases().find((one) => one.caseId === caseId);
    if (!was) return;
    this.put({ ...was, level: 'verified' });
    try {
      this.put(await this.api.verify(caseId));
      this.gather();
    } catch (refusal) {
      this.put(was);
      throw refusal;
    }
  }

  private put(one: CaseView): void {
    this.casesRead.change((all) => all.map((other) => (other.caseId === one.caseId ? one : other)));
  }

  private gather(): void {
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      void this.refresh();
    }, GATHER);
  }

  private stopWatching(): void {
    for (const watch of this.watches) watch.stop();
    this.watches = [];
  }
}
