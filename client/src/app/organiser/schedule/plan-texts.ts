import { computed, inject, Injectable } from '@angular/core';
import { type PersonName, type ScheduleRunView, writeName } from '@musubi/contracts';
import { Clock } from '../../core/clock/clock';
import { otherZone } from '../../core/clock/other-zone';
import { Words } from '../../core/i18n/words';
import { CurrentEvent } from '../../data/events/current-event';
import { MeetingWords } from '../../data/meetings/meeting-words';
import type { StateKind } from '../../ui/feedback/state';
import type { IconName } from '../../ui/icon/icons';

/** What is said of runs and plans. Needs the words of the areas `schedule` and `meetings`. */
@Injectable({ providedIn: 'root' })
export class PlanTexts {
  private readonly clock = inject(Clock);
  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);
  private readonly event = inject(CurrentEvent).event;

  /** The clock beside one's own at the event. */
  readonly otherZone = computed(() => {
    const startsAt = this.event()?.startsAt;
    const at = startsAt ? Temporal.Instant.from(startsAt) : this.clock.minute();
    return otherZone(this.clock.zone(), at, this.event()?.zone);
  });

  /** An instant with its day, on both walls. */
  both(at: string): string {
    return this.say.wholeBoth(at, this.otherZone());
  }

  /** `Tue 26 January, 09:25`: the times of a plan may lie in several weeks. */
  pick(at: string): string {
    return this.words.t('meetings.time.moment_day', { day: this.say.day(at), time: this.say.time(at) });
  }

  /** Two or more, in running text; among organisers without honorifics, as on the board. */
  who(names: readonly PersonName[]): string {
    const said = names.map((name) => writeName(name, this.words.lang(), { honorific: false }).first);
    if (said.length === 2) return this.words.t('schedule.meeting.who', { one: said[0]!, other: said[1]! });
    return this.list(said);
  }

  list(texts: readonly string[]): string {
    if (this.words.lang() === 'ja') return texts.join('、');
    return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(texts);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.words.lang()).format(value);
  }

  /** How near something is to what is possible, never rounded up to all of it: `99.85 %`. */
  share(part: number | null, whole: number | null): string | null {
    if (part === null || whole === null || whole === 0) return null;
    const share = part / whole;
    const shown = share < 1 ? Math.min(0.9999, share) : share;
    const options = { style: 'percent', minimumFractionDigits: shown < 1 ? 2 : 0, maximumFractionDigits: 2 } as const;
    return new Intl.NumberFormat(this.words.lang() === 'ja' ? 'ja' : 'en-GB', options).format(shown).replace('%', ' %');
  }

  /** `415 of 1,269`. */
  met({ meetings, wishes }: ScheduleRunView['counts']): string {
    return this.words.t('schedule.runs.met_of', { meetings: this.number(meetings), wishes: this.number(wishes) });
  }

  mode({ mode }: Pick<ScheduleRunView, 'mode'>): string {
    return this.words.t(`schedule.run.mode.${mode}`);
  }

  state(run: ScheduleRunView): { icon: IconName; kind: StateKind; text: string } {
    const t = (key: string): string => this.words.t(`schedule.state.${key}`);
    if (run.publishedAt && !run.rolledBackAt) return { icon: 'check', kind: 'good', text: t('published') };
    if (run.rolledBackAt) return { icon: 'undo', kind: 'quiet', text: t('rolled_back') };
    if (run.stopping && run.state === 'running') return { icon: 'stop', kind: 'caution', text: t('stopping') };
    const looks = {
      queued: { icon: 'hourglass', kind: 'plain' },
      running: { icon: 'live', kind: 'live' },
      stopped: { icon: 'stop', kind: 'plain' },
      done: { icon: 'check', kind: 'plain' },
      failed: { icon: 'alert', kind: 'bad' },
    } as const;
    return { ...looks[run.state], text: t(run.state) };
  }

  /** Never none: something took place. */
  seconds(ms: number): string {
    return new Intl.NumberFormat(this.words.lang(), { maximumFractionDigits: 1 }).format(Math.max(0.1, ms / 1000));
  }
}
