import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MeetingView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { MeetingsApi } from '../../../data/meetings/meetings-api';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { Icon } from '../../../ui/icon/icon';

/** Minutes after the end in which a meeting counts as the next one. */
const SOON = 45;

/** The next meeting in one click, towards the end of this one. */
@Component({
  selector: 'musubi-next-meeting',
  imports: [Icon, RouterLink],
  template: `@if (next(); as one) {
    <a class="btn" [routerLink]="path() + '/' + one.meetingId + '/room'">
      <svg musubiIcon="meetings" size="sm"></svg>
      {{ t('room.next', { time: say.timeZoned(one.startsAt), name: partnerOf(one) }) }}
    </a>
  }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextMeeting {
  readonly meeting = input.required<MeetingView>();
  /** Of the event's meetings. */
  readonly path = input.required<string>();

  private readonly api = inject(MeetingsApi);
  private readonly mine = signal<readonly MeetingView[]>([]);
  protected readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;

  protected readonly next = computed(() => {
    const from = Date.parse(this.meeting().startsAt);
    const until = Date.parse(this.meeting().endsAt) + SOON * 60_000;
    return this.mine().find(({ state, startsAt, meetingId }) => {
      const start = Date.parse(startsAt);
      return state === 'confirmed' && meetingId !== this.meeting().meetingId && start > from && start <= until;
    });
  });

  constructor() {
    const eventId = computed(() => this.meeting().eventId);
    effect(() => {
      const id = eventId();
      untracked(
        () =>
          void this.api.meetings(id).then(
            (mine) => this.mine.set(mine),
            () => undefined,
          ),
      );
    });
  }

  protected partnerOf({ sides, me }: MeetingView): string {
    const mine = sides.find(({ participant }) => participant.participantId === me)?.side;
    const other = sides.find(({ side }) => side !== mine);
    return other ? this.say.called(other.participant.name) : '';
  }
}
