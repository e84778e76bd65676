import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  delegationParts,
  type AssistantView,
  type DelegationMeeting,
  type DelegationMode,
  type DelegationPart,
  type DelegationView,
  type HandoverView,
  type ParticipantId,
} from '@musubi/contracts';
import { dateAt, formatRange, formatTime, formatTimeZoned, sameClock } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { DelegationStore } from '../../data/delegation/delegation-store';
import { HandOverDesk } from '../../data/delegation/hand-over-desk';
import { CurrentEvent } from '../../data/events/current-event';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { ModeChoice } from '../../parts/delegation/mode-choice';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { KeepFocus } from '../../ui/layout/keep-focus';
import { Person } from '../../ui/people/person';
import { Assistants } from './assistants';
import { MemberRow } from './member-row';

/** The people of my organisation at this event: how they share what comes in, who comes to what, and who acts for whom. */
@Component({
  selector: 'musubi-delegation',
  imports: [RouterLink, Assistants, Empty, Failure, KeepFocus, MemberRow, ModeChoice, Note, Person, Skeleton, State],
  templateUrl: './delegation.html',
  styleUrl: './delegation.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Delegation {
  private readonly clock = inject(Clock);
  private readonly toasts = inject(Toasts);
  private readonly desk = inject(HandOverDesk);
  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(DelegationStore);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly event = inject(CurrentEvent).event;

  protected readonly parts = delegationParts;
  protected readonly busy = signal(false);
  protected readonly base = computed(() => `/app/events/${this.event()?.slug ?? ''}`);
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly manned = computed(() => (this.store.view()?.meetings ?? []).filter(({ memberId }) => memberId));
  /** My clock, and that of the other side where it shows another time. */
  protected readonly zones = computed(() => {
    const own = this.clock.zone();
    const at = this.clock.minute();
    const other = ['Asia/Tokyo', 'Europe/Brussels'].find((zone) => !sameClock(zone, own, at));
    return other ? [own, other] : [own];
  });

  constructor() {
    effect(() => {
      const eventId = this.event()?.eventId;
      if (eventId) untracked(() => void this.store.open(eventId));
    });
  }

  /** On each clock. */
  protected when({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string[] {
    const during = { start: Temporal.Instant.from(startsAt), end: Temporal.Instant.from(endsAt) };
    const [own = '', ...others] = this.zones();
    // The day once, where it is the same there.
    const hours = (zone: string): string =>
      dateAt(during.start, zone) === dateAt(during.start, own) && dateAt(during.end, zone) === dateAt(during.end, own)
        ? `${formatTime(during.start, zone)}${this.lang() === 'ja' ? '〜' : '–'}${formatTimeZoned(during.end, zone)}`
        : formatRange(during, zone, this.lang(), { year: false });
    return [formatRange(during, own, this.lang(), { year: false }), ...others.map(hours)];
  }

  protected whoComes(meeting: DelegationMeeting): string {
    const member = this.store.view()?.members.find(({ participant }) => participant.participantId === meeting.memberId);
    return member
      ? this.t(member.me ? 'delegation.meetings.you' : 'delegation.meetings.who', {
          name: this.say.colleague(member.participant.name),
        })
      : '';
  }

  /** The action named with whom it is about: in a list the same words stand in many rows. */
  protected named(action: string, meeting: DelegationMeeting): string {
    if (!meeting.partner) return action;
    return `${action}${this.lang() === 'ja' ? '：' : ': '}${this.say.name(meeting.partner.name)}`;
  }

  /** Of which meeting, what, and who did it. */
  protected history({ why, from, to, by, byFor, partner, startsAt }: HandoverView): string {
    const name = (one: HandoverView['from']) => (one ? this.say.name(one) : '');
    const meeting = this.t(`delegation.history.${partner ? 'meeting' : 'meeting_alone'}`, {
      name: name(partner),
      time: this.say.whole(startsAt),
    });
    // Who takes what nobody had took it themselves; else it was given to them.
    const given = why === 'handed_over' && !from && by !== null && to !== null && name(by) !== name(to);
    const nobody = given ? '_by_another' : '_from_nobody';
    const text = this.t(`delegation.history.${why}${why === 'left' || from ? '' : nobody}`, {
      from: this.within(from),
      to: this.within(to),
    });
    const gap = this.lang() === 'ja' ? '' : ' ';
    if (!by) return `${meeting}${gap}${text}`;
    const who = byFor
      ? this.t('delegation.history.for', { by: this.within(by), principal: this.within(byFor) })
      : this.within(by);
    return `${meeting}${gap}${text}${gap}${this.t('delegation.history.by', { who })}`;
  }

  /** Organisers are of another office. */
  protected changer({ by, organiser }: NonNullable<DelegationView['changed']>): string {
    return organiser && by ? this.say.name(by) : this.within(by);
  }

  /** How one of one's own office is called there: without the honorific that other offices are owed. */
  private within(name: HandoverView['from']): string {
    return name ? this.say.colleague(name) : '';
  }

  protected async setMode(mode: DelegationMode): Promise<void> {
    await this.attempt(this.store.keep({ mode, parts: [] }));
  }

  protected async setPart(participantId: ParticipantId, part: DelegationPart): Promise<void> {
    const { mode } = this.store.view()!;
    await this.attempt(this.store.keep({ mode, parts: [{ participantId, part }] }));
  }

  protected async handOver(meeting: DelegationMeeting): Promise<void> {
    await this.desk.handOver(meeting);
  }

  /** Where nobody comes yet. */
  protected async choose(meeting: DelegationMeeting): Promise<void> {
    await this.desk.handOver({ ...meeting, vacant: true });
  }

  protected async handBack(meeting: DelegationMeeting): Promise<void> {
    if (meeting.handBackTo) await this.desk.handBack(meeting, meeting.handBackTo);
  }

  protected async ask(participantId: ParticipantId): Promise<void> {
    await this.attempt(this.store.ask(participantId));
  }

  protected async changeAssistant({ one, change }: { one: AssistantView; change: 'accept' | 'end' }): Promise<void> {
    await this.attempt(this.store.change(one.assistantId, change));
  }

  private async attempt(work: Promise<void>): Promise<void> {
    this.busy.set(true);
    try {
      await work;
    } catch (error) {
      const { title, text } = this.problems.of(error);
      this.toasts.show({ text: title, more: text });
    } finally {
      this.busy.set(false);
    }
  }
}
