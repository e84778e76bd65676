import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { SessionView } from '@musubi/contracts';
import { dateAt, formatDateTime, formatPlainDate, formatTime, formatTimeZoned, zoneLabel } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { otherZone } from '../../core/clock/other-zone';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { AgendaStore } from '../../data/agenda/agenda-store';
import { CurrentEvent } from '../../data/events/current-event';
import { programmeDays, type ProgrammeRow } from '../../data/programme/programme-days';
import { ProgrammeStore } from '../../data/programme/programme-store';
import { isRunning, type SessionMoment } from '../../data/programme/session-moment';
import { SessionWords } from '../../data/programme/words/session-words';
import { speakerName } from '../../data/programme/words/speaker-name';
import { zoneInWords } from '../../data/programme/words/zone-words';
import { StageStandings } from '../../data/stage/stage-standings';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State, type StateKind } from '../../ui/feedback/state';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icons';

/** How each moment of a session is drawn; the others are not marked. */
const marks: Readonly<Partial<Record<SessionMoment, { icon: IconName; kind: StateKind }>>> = {
  soon: { icon: 'clock', kind: 'plain' },
  waiting: { icon: 'hourglass', kind: 'plain' },
  live: { icon: 'live', kind: 'live' },
  on: { icon: 'live', kind: 'live' },
};

/** What is on at an event, in both times, with one's own agenda in it. */
@Component({
  selector: 'musubi-programme',
  imports: [RouterLink, Empty, Failure, Icon, Skeleton, State],
  templateUrl: './programme.html',
  styleUrl: './programme.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Programme {
  private readonly clock = inject(Clock);
  private readonly agenda = inject(AgendaStore);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });
  protected readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly standings = inject(StageStandings);
  protected readonly about = inject(SessionWords);
  protected readonly programme = inject(ProgrammeStore);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly event = inject(CurrentEvent).event;

  protected readonly view = signal<'all' | 'mine'>('all');
  /** People who do not take part have no agenda to save to. */
  protected readonly maySave = computed(() => this.agenda.failed() === null && !this.agenda.loading());
  protected readonly zone = this.clock.zone;
  protected readonly otherZone = computed(() => otherZone(this.clock.zone(), this.clock.minute(), this.event()?.zone));
  protected readonly lead = computed(() => {
    const release = this.programme.release();
    const zones = this.t('programme.zones', { own: this.city(this.clock.zone()), other: this.city(this.otherZone()) });
    if (!release) return zones;
    const at = formatDateTime(Temporal.Instant.from(release.publishedAt), this.clock.zone(), this.lang(), {
      month: 'long',
    });
    return `${this.t('programme.release', { name: this.about.release(release), at })} ${zones}`;
  });
  private readonly all = computed(() =>
    programmeDays(
      {
        sessions: this.programme.sessions(),
        agenda: this.agenda.items(),
        stageOf: (sessionId) => this.standings.stateOf(sessionId),
        now: this.clock.minute(),
        zone: this.clock.zone(),
      },
      this.view() === 'mine' ? ({ saved }) => saved : undefined,
    ),
  );
  protected readonly days = computed(() =>
    this.all().map(({ date, startsAt, lines }) => {
      const at = Temporal.Instant.from(startsAt);
      return {
        date,
        lines,
        title: formatPlainDate(date, this.lang(), { weekday: 'long', month: 'long', year: false }),
        own: zoneLabel(this.clock.zone(), at),
        other: zoneLabel(this.otherZone(), at),
      };
    }),
  );
  /** One primary button in view: the first session that is on, one that is live before others. */
  protected readonly watchFirst = computed(() => {
    const rows = this.all()
      .flatMap(({ lines }) => lines)
      .filter((line) => line.kind === 'session' && line.session.online && isRunning(line.moment)) as ProgrammeRow[];
    const first = rows.find(({ moment }) => moment === 'live') ?? rows[0];
    return first?.session.sessionId ?? null;
  });
  protected readonly nowText = computed(() =>
    this.t('programme.now', {
      own: formatTimeZoned(this.clock.minute(), this.clock.zone()),
      other: formatTimeZoned(this.clock.minute(), this.otherZone()),
    }),
  );
  protected readonly failed = computed(() => {
    const refusal = this.programme.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  /** The session that somebody came for, from a search or a link. */
  protected readonly cameFor = computed(() => this.fragment()?.replace(/^session-/, '') ?? null);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // The router has looked for it before the programme was there.
    let shown: string | null = null;
    afterRenderEffect(() => {
      const wanted = this.cameFor();
      if (!wanted || wanted === shown || this.days().length === 0) return;
      shown = wanted;
      host.querySelector(`#session-${CSS.escape(wanted)}`)?.scrollIntoView({ block: 'center' });
    });
    effect(() => {
      const event = this.event();
      if (!event) return;
      untracked(() => {
        void this.programme.open(event.eventId);
        void this.agenda.open(event.eventId);
        void this.standings.open(event.eventId);
      });
    });
  }

  protected own(at: string): string {
    return formatTime(Temporal.Instant.from(at), this.clock.zone());
  }

  /** From when to when. */
  protected span({ startsAt, endsAt }: SessionView, zone: string): string {
    const [from, until] = [startsAt, endsAt].map((at) => formatTime(Temporal.Instant.from(at), zone));
    return `${from}${this.lang() === 'ja' ? '〜' : '–'}${until}`;
  }

  /** The other side's date where it is another. */
  protected otherDay(at: string, date: string): string {
    const other = dateAt(Temporal.Instant.from(at), this.otherZone());
    return other === date ? '' : formatPlainDate(other, this.lang(), { year: false });
  }

  /** What it is, how long, and where. */
  protected aboutLine({ session }: ProgrammeRow): string {
    return [this.about.what(session), this.about.minutes(session), this.about.room(session)]
      .filter(Boolean)
      .join(' · ');
  }

  protected languages({ session }: ProgrammeRow): string {
    return this.about.languages(session);
  }

  protected mark({ moment }: ProgrammeRow) {
    return marks[moment] ?? null;
  }

  protected readonly speakerName = speakerName;

  /** What the way to the stage is called, while there is one. */
  protected stage({ session, moment, speaking }: ProgrammeRow): 'watch' | 'lobby' | 'backstage' | null {
    if (!session.online || moment === 'cancelled' || moment === 'over') return null;
    if (speaking) return 'backstage';
    if (moment === 'live' || moment === 'on') return 'watch';
    return moment === 'later' ? null : 'lobby';
  }

  protected savable({ session, moment, speaking }: ProgrammeRow): boolean {
    const coming = moment !== 'cancelled' && moment !== 'over';
    return this.maySave() && coming && !['break', 'matchmaking'].includes(session.kind) && !speaking;
  }

  protected async toggle({ session, saved }: ProgrammeRow): Promise<void> {
    const { sessionId, eventId, startsAt, endsAt } = session;
    const title = { en: session.title.en ?? session.title.ja ?? '', ja: session.title.ja ?? session.title.en ?? '' };
    try {
      if (saved) await this.agenda.drop(sessionId);
      else await this.agenda.save({ kind: 'session', sourceId: sessionId, eventId, startsAt, endsAt, title });
    } catch (refusal) {
      const { title: heading, text } = this.problems.of(refusal);
      this.toasts.show({ text: heading, more: text });
    }
  }

  private city(zone: string): string {
    return zoneInWords(this.words, zone, this.clock.minute());
  }
}
