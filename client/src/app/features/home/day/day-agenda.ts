import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { dateAt, formatPlainDate } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { otherZone } from '../../../core/clock/other-zone';
import { Words } from '../../../core/i18n/words';
import { AgendaStore } from '../../../data/agenda/agenda-store';
import { daysOf, dayToShow, timelineOf, type TimelineRow, type TimelineSource } from '../../../data/agenda/timeline';
import { CurrentEvent } from '../../../data/events/current-event';
import { AvailabilityStore } from '../../../data/slots/availability-store';
import { isMyTurn, otherSide, partnerOf, stateOfMeeting } from '../../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { ProgrammeStore } from '../../../data/programme/programme-store';
import { isRunning } from '../../../data/programme/session-moment';
import { StageStandings } from '../../../data/stage/stage-standings';
import { Skeleton } from '../../../ui/feedback/skeleton';

interface ShownRow {
  key: string;
  mark: 'session' | 'meet' | 'asked' | 'free' | 'now' | 'end';
  past: boolean;
  time: string;
  other: string;
  text: string;
  more: string;
  link: string | null;
  /** Of free time, each time to be filled: it leads to those who could meet then. */
  times: readonly { at: string; time: string; label: string }[];
}

/** One day of my own plan as a line: full dots are fixed, hollow ones asked, dotted ones free, and the red line is now. */
@Component({
  selector: 'musubi-day-agenda',
  imports: [RouterLink, Skeleton],
  templateUrl: './day-agenda.html',
  styleUrl: './day-agenda.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayAgenda {
  /** Address of the event's pages. */
  readonly base = input.required<string>();

  private readonly clock = inject(Clock);
  private readonly meetings = inject(MeetingsStore);
  private readonly availability = inject(AvailabilityStore);
  private readonly programme = inject(ProgrammeStore);
  private readonly standings = inject(StageStandings);
  private readonly event = inject(CurrentEvent).event;
  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);
  private readonly chosen = signal<string | null>(null);
  protected readonly agenda = inject(AgendaStore);
  protected readonly t = this.words.t;

  private readonly source = computed<TimelineSource>(() => ({
    items: this.agenda.items(),
    meetings: this.meetings.meetings(),
    requests: this.meetings.requests(),
    slots: this.availability.slots(),
    now: this.clock.minute(),
    zone: this.clock.zone(),
  }));
  private readonly days = computed(() => daysOf(this.source()));
  protected readonly day = computed(() => {
    const chosen = this.chosen();
    return chosen && this.days().includes(chosen) ? chosen : dayToShow(this.source());
  });
  protected readonly tabs = computed(() =>
    this.days().map((day) => ({
      day,
      label: formatPlainDate(day, this.words.lang(), { year: false }),
    })),
  );
  protected readonly heading = computed(() => {
    const day = this.day();
    const today = dateAt(this.clock.minute(), this.clock.zone());
    if (!day || (day === today && this.words.lang() === 'ja')) return this.t('home.agenda.heading');
    if (day === today) return this.t('home.agenda.heading');
    return formatPlainDate(day, this.words.lang(), { month: 'long', year: false });
  });
  /** The other wall: the event's where it differs from mine, else the other side's. */
  private readonly otherZone = computed(() => {
    return otherZone(this.clock.zone(), this.clock.minute(), this.event()?.zone);
  });
  protected readonly zones = computed(() => {
    const first = this.rows()[0];
    if (!first) return '';
    const own = this.say.label(this.clock.zone(), first.key === 'now' ? undefined : this.firstStart());
    const other = this.say.label(this.otherZone(), this.firstStart());
    return own === other ? own : this.t('home.agenda.zones', { own, other });
  });
  private readonly timeline = computed(() => {
    const day = this.day();
    return day ? timelineOf(this.source(), day) : [];
  });
  protected readonly rows = computed(() => this.timeline().map((row) => this.show(row)));

  protected open(day: string): void {
    this.chosen.set(day);
  }

  private firstStart(): string | undefined {
    return this.timeline().find(({ kind }) => kind !== 'now')?.startsAt;
  }

  private show(row: TimelineRow): ShownRow {
    const { startsAt, kind } = row;
    const other = this.say.time(startsAt, this.otherZone());
    const own = this.say.time(startsAt);
    const base = {
      key: row.key,
      past: row.past,
      time: own,
      other: other === own ? '' : other,
      link: null,
      times: [],
      more: '',
    };
    switch (kind) {
      case 'now':
        return { ...base, mark: 'now', other: '', text: this.t('home.agenda.now') };
      case 'end':
        return { ...base, mark: 'end', past: false, text: this.t('home.agenda.end') };
      case 'free':
        return this.free(row, base);
      case 'asked':
        return this.asked(row, base);
      case 'meeting':
        return this.meeting(row, base);
      case 'session':
      case 'speaking':
        return this.session(row, base);
    }
  }

  private free({ starts }: TimelineRow, base: Omit<ShownRow, 'mark' | 'text'>): ShownRow {
    const find = this.t('home.agenda.find');
    const times = starts.map((at) => {
      const time = this.say.time(at);
      return { at, time, label: this.t('home.agenda.find_at', { find, time }) };
    });
    const more = times.length === 1 ? find : this.t('home.agenda.find_several');
    return { ...base, mark: 'free', text: this.t('home.agenda.free'), more, link: `${this.base()}/matchmaking`, times };
  }

  private session(row: TimelineRow, base: Omit<ShownRow, 'mark' | 'text'>): ShownRow {
    const session = this.programme.sessions().find(({ sessionId }) => sessionId === row.sourceId);
    const moment = session && this.standings.momentOf(session, this.clock.minute());
    const running = moment ? isRunning(moment) : row.current;
    const speaks = row.kind === 'speaking' && !row.past ? this.t('home.agenda.speaking') : '';
    return {
      ...base,
      mark: 'session',
      past: row.past && !running,
      text: this.words.text(row.title),
      more: running ? this.t(moment === 'waiting' ? 'home.agenda.begins' : 'home.agenda.running') : speaks,
      link: `${this.base()}/sessions/${row.sourceId}`,
    };
  }

  private asked({ request }: TimelineRow, base: Omit<ShownRow, 'mark' | 'text'>): ShownRow {
    const mine = isMyTurn(request!);
    const key = request!.state === 'countered' && mine ? 'asked_counter' : mine ? 'asked_in' : 'asked_out';
    return {
      ...base,
      mark: 'asked',
      text: this.say.name(partnerOf(request!).name),
      more: this.t(`home.agenda.${key}`),
      link: `${this.base()}/meetings/${request!.requestId}`,
    };
  }

  private meeting(row: TimelineRow, base: Omit<ShownRow, 'mark' | 'text'>): ShownRow {
    const { meeting } = row;
    if (!meeting) return { ...base, mark: 'meet', text: this.words.text(row.title) };
    const state = stateOfMeeting(meeting, this.clock.minute());
    const key =
      state === 'live' ? 'live' : state === 'room_open' ? 'room_open' : state === 'confirmed' ? 'confirmed' : null;
    return {
      ...base,
      mark: 'meet',
      text: this.say.name(otherSide(meeting).participant.name),
      more: key ? this.t(`home.agenda.${key}`) : '',
      link: `${this.base()}/meetings/${meeting.meetingId}`,
    };
  }
}
