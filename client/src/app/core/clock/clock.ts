import {
  afterNextRender,
  computed,
  DestroyRef,
  inject,
  Injectable,
  linkedSignal,
  makeStateKey,
  PLATFORM_ID,
  signal,
  TransferState,
} from '@angular/core';
import { isPlatformServer } from '@angular/common';
import type { ClockState } from '@musubi/contracts';
import { parseZone } from '@musubi/time';
import { Api } from '../api/api';

const OFFSET = makeStateKey<number>('clock-offset');

/**
 * Domain time as the server sees it, whatever this device's clock says. `now` ticks each second, `minute` each minute:
 * read the slower one where seconds are not shown.
 */
@Injectable({ providedIn: 'root' })
export class Clock {
  private readonly api = inject(Api);
  private readonly state = inject(TransferState);
  private readonly onServer = isPlatformServer(inject(PLATFORM_ID));
  /** Milliseconds to add to this device's clock. */
  private readonly ahead = signal(this.state.get(OFFSET, 0));
  readonly aheadMs = this.ahead.asReadonly();
  private readonly tick = signal(Date.now());
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reading: Promise<void> | undefined;

  /** Milliseconds since 1970 in domain time. */
  readonly nowMs = computed(() => this.tick() + this.ahead());
  readonly now = computed(() => Temporal.Instant.fromEpochMilliseconds(this.nowMs()));
  private readonly minuteMs = computed(() => Math.floor(this.nowMs() / 60_000) * 60_000);
  readonly minute = computed(() => Temporal.Instant.fromEpochMilliseconds(this.minuteMs()));

  /**
   * The zone that times are shown in: the person's own, else this device's, unless they chose another for this visit. Pages
   * from the server start with Brussels, so that what was served and what is first drawn agree.
   */
  private readonly deviceZone = signal<string | null>(null);
  private readonly ownZone = signal<string | null>(null);
  readonly zone = linkedSignal(() => this.ownZone() ?? this.deviceZone() ?? 'Europe/Brussels');
  /** Whether `zone` is the reader's own and not yet the assumption of the served page. */
  readonly zoneKnown = computed(() => this.ownZone() !== null || this.deviceZone() !== null);

  constructor() {
    if (this.onServer) return;
    afterNextRender(() => {
      this.deviceZone.set(deviceZone());
      this.run();
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Asks the server for the time, once; later moves of the clock are told by {@link set}. */
  read(): Promise<void> {
    this.reading ??= this.ask().catch(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  /** The server moved the clock (demo, rehearsal) or told it anew. */
  set({ now }: ClockState, at = Date.now()): void {
    this.ahead.set(Date.parse(now) - at);
    this.tick.set(Date.now());
  }

  usePersonZone(zone: string | null): void {
    this.ownZone.set(zone);
  }

  private async ask(): Promise<void> {
    const sent = Date.now();
    const clock = await this.api.get<ClockState>('/clock', {}, { fresh: true });
    if (this.onServer) this.state.set(OFFSET, clock.offsetMs);
    this.set(clock, Math.round((sent + Date.now()) / 2));
  }

  private run(): void {
    this.tick.set(Date.now());
    // Meets the next whole second of domain time, so that all clocks on a page turn together.
    const rest = 1000 - ((((Date.now() + this.ahead()) % 1000) + 1000) % 1000);
    this.timer = setTimeout(() => this.run(), rest + 5);
  }
}

function deviceZone(): string {
  return parseZone(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? 'UTC';
}
