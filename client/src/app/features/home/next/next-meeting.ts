import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { dateAt, zoneCity, zoneLabel } from '@musubi/time';
import type { MeetingView } from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Realtime, type Watch } from '../../../core/realtime/realtime';
import { AnswerDesk } from '../../../data/meetings/answering/answer-desk';
import { otherSide, stateOfMeeting } from '../../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { PlanBPlace } from '../../../parts/meeting/plan-b-place';
import { State } from '../../../ui/feedback/state';
import { Icon } from '../../../ui/icon/icon';
import { Name } from '../../../ui/people/name';
import { Tie } from '../../../ui/tie/tie';

/** The meeting that comes next: both clocks at their largest, the tie between them, and who is there already. */
@Component({
  selector: 'musubi-next-meeting',
  imports: [RouterLink, Icon, Name, PlanBPlace, State, Tie],
  templateUrl: './next-meeting.html',
  styleUrl: './next-meeting.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextMeeting {
  readonly meeting = input.required<MeetingView>();
  /** Address of the event's pages. */
  readonly base = input.required<string>();

  private readonly clock = inject(Clock);
  private readonly realtime = inject(Realtime);
  private readonly store = inject(MeetingsStore);
  protected readonly desk = inject(AnswerDesk);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  private readonly watch = signal<Watch | null>(null);
  protected readonly other = computed(() => otherSide(this.meeting()));
  protected readonly mine = computed(
    () => this.meeting().sides.find(({ participant }) => participant.participantId === this.meeting().me) ?? null,
  );
  protected readonly state = computed(() => stateOfMeeting(this.meeting(), this.clock.minute()));
  protected readonly roomOpen = computed(
    () => this.clock.minute().epochMilliseconds >= Date.parse(this.meeting().roomOpensAt),
  );
  protected readonly running = computed(
    () => this.clock.minute().epochMilliseconds >= Date.parse(this.meeting().startsAt),
  );
  protected readonly countdown = computed(() =>
    this.running()
      ? this.t('home.next.now', { span: this.say.span(this.meeting().endsAt) })
      : this.t('home.next.in', { span: this.say.span(this.meeting().startsAt) }),
  );
  /** The page elsewhere where it is held. */
  protected readonly link = computed(() => {
    const { planB } = this.meeting();
    return planB?.kind === 'link' ? planB : null;
  });
  /** In the room, or at least connected: watching the meeting as I do. */
  protected readonly presence = computed(() => {
    const { participant, here } = this.other();
    if (here) return 'here';
    return this.watch()?.here().has(participant.userId) ? 'online' : null;
  });
  protected readonly meHere = computed(() => this.mine()?.here ?? false);
  protected readonly tie = computed(() => (this.state() === 'live' ? 'live' : 'confirmed'));
  protected readonly just = computed(() => this.store.justJoined().has(this.meeting().meetingId));
  protected readonly own = computed(() => this.wall(this.clock.zone()));
  protected readonly theirs = computed(() => this.wall(this.other().participant.zone));

  constructor() {
    effect((onCleanup) => {
      const { meetingId } = this.meeting();
      const watch = untracked(() => this.realtime.watch(`meeting:${meetingId}`));
      untracked(() => this.watch.set(watch));
      onCleanup(() => watch.stop());
    });
  }

  /** Time and place on one side's wall; the date where it is not today, or not the same on both sides. */
  private wall(zone: string): { time: string; label: string; date: string | null } {
    const { startsAt } = this.meeting();
    const at = Temporal.Instant.from(startsAt);
    const zones = [this.clock.zone(), this.other().participant.zone];
    const dates = new Set([...zones.map((one) => dateAt(at, one)), dateAt(this.clock.minute(), zones[0]!)]);
    return {
      time: this.say.time(startsAt, zone),
      label: `${zoneLabel(zone, at)} ${zoneCity(zone, this.lang())}`,
      date: dates.size > 1 ? this.say.day(startsAt, zone) : null,
    };
  }
}
