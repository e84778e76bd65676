import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { StageState } from '@musubi/contracts';
import { formatDate, formatPlainDate } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import type { Refusal } from '../../../core/problem/problem';
import { EventsApi } from '../../../data/events/events-api';
import { programmeDays } from '../../../data/programme/programme-days';
import { SessionWords } from '../../../data/programme/words/session-words';
import { zoneInWords } from '../../../data/programme/words/zone-words';
import { eventPage } from '../event/event-page';
import type { PublicProgrammePage } from './load-public-programme';
import { PageRefused } from '../page-refused';
import { PublicSession, sessionAnchor } from './public-session';
import { ReleaseLog } from './release-log';

/** The whole programme of an event for everybody, each session at its own address, and what each release changed. */
@Component({
  selector: 'musubi-public-programme',
  imports: [PageRefused, PublicSession, ReleaseLog, RouterLink],
  templateUrl: './public-programme.html',
  styleUrls: ['./public-programme.css', '../hero.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicProgramme {
  readonly page = input.required<PublicProgrammePage | Refusal>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly lang = this.words.lang;
  private readonly clock = inject(Clock);
  private readonly api = inject(EventsApi);
  private readonly about = inject(SessionWords);
  /** Which session somebody came for. */
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  private readonly read = eventPage(this.page, (event) => ({
    title: this.t('programme.public.title', { event: this.words.text(event.title) }),
    description: this.t('programme.public.description', { event: this.words.text(event.title) }),
    path: '/programme',
  }));
  protected readonly refusal = this.read.refusal;
  protected readonly shown = this.read.shown;
  protected readonly event = this.read.event;
  protected readonly otherZone = this.read.otherZone;
  private readonly stages = linkedSignal(() => this.shown()?.stages ?? null);
  protected readonly home = computed(() => ['/', this.lang(), 'events', this.event()?.slug ?? '']);
  protected readonly zones = computed(() => {
    const at = this.read.starts();
    const named = (zone: string) => zoneInWords(this.words, zone, at);
    return this.t('programme.public.zones', { own: named(this.clock.zone()), other: named(this.otherZone()) });
  });
  protected readonly release = computed(() => {
    const release = this.shown()?.programme?.release;
    if (!release) return null;
    const at = formatDate(Temporal.Instant.from(release.publishedAt), this.clock.zone(), this.lang(), {
      month: 'long',
    });
    return this.t('programme.public.release', { name: this.about.release(release), at });
  });
  protected readonly days = computed(() => {
    const stages = this.stages();
    const states = stages && new Map<string, StageState>(stages.map(({ sessionId, state }) => [sessionId, state]));
    const days = programmeDays({
      sessions: this.shown()?.programme?.sessions ?? [],
      agenda: [],
      stageOf: (sessionId) => states && (states.get(sessionId) ?? 'backstage'),
      now: this.clock.minute(),
      zone: this.clock.zone(),
    });
    return days.map(({ date, lines }) => ({
      date,
      title: formatPlainDate(date, this.lang(), { weekday: 'long', month: 'long', year: false }),
      rows: lines.filter((line) => line.kind === 'session'),
    }));
  });

  constructor() {
    let minute = untracked(this.clock.minute);
    effect(() => {
      const [now, event] = [this.clock.minute(), this.event()];
      // The page came with the stages of its own minute.
      if (!event || now.equals(minute)) return;
      minute = now;
      const on = now.epochMilliseconds >= Date.parse(event.startsAt) - 3_600_000;
      if (on && now.epochMilliseconds < Date.parse(event.endsAt) + 3_600_000) void this.readStages(event.eventId);
    });
  }

  protected cameFor(sessionId: string): boolean {
    return this.fragment() === sessionAnchor(sessionId);
  }

  private async readStages(eventId: string): Promise<void> {
    const stages = await this.api.stages(eventId).catch(() => null);
    if (stages) this.stages.set(stages);
  }
}
