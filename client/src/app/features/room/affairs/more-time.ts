import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { formatTimeZoned } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { sending } from '../../../core/problem/sending';
import { RoomAffairs } from '../../../data/room/affairs/room-affairs';
import { Note } from '../../../ui/feedback/note';
import { RoomPlace } from '../room-place';

/** Five minutes more: who asks for them, and the answer. */
@Component({
  selector: 'musubi-more-time',
  imports: [Note],
  template: `@if (asked(); as who) {
      <musubi-note icon="clock" role="status">
        {{ t('room.more.' + who, { name: place.called(), time: until() }) }}
        <span class="acts">
          @if (who === 'they') {
            <button class="btn btn-sm" type="button" [disabled]="sending.busy()" (click)="agree()">
              {{ t('room.more.agree') }}
            </button>
          }
          <button class="btn btn-sm" type="button" [disabled]="sending.busy()" (click)="refuse()">
            {{ t(who === 'they' ? 'room.more.refuse' : 'room.more.take_back') }}
          </button>
        </span>
      </musubi-note>
    }
    @if (sending.failed(); as problem) {
      <musubi-note icon="alert" kind="caution" role="alert"
        ><strong>{{ t('common.stopped', { text: problem.title }) }}</strong> {{ problem.text }}</musubi-note
      >
    }`,
  styleUrl: './affair.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoreTime {
  private readonly affairs = inject(RoomAffairs);
  private readonly clock = inject(Clock);
  protected readonly place = inject(RoomPlace);
  protected readonly t = inject(Words).t;
  protected readonly sending = sending();

  protected readonly asked = computed(() => {
    const askedBy = this.affairs.view()?.extension.askedBy ?? [];
    const me = this.place.store.meeting()?.me;
    if (!me || askedBy.length === 0) return null;
    return this.place.isMySide(askedBy) ? 'you' : 'they';
  });
  protected readonly until = computed(() => {
    const until = this.affairs.view()?.extension.until;
    return until ? formatTimeZoned(Temporal.Instant.from(until), this.clock.zone()) : '';
  });

  /** Also what the button among the controls does. */
  agree(): Promise<void> {
    return this.sending.run(this.affairs.extend);
  }

  protected refuse(): Promise<void> {
    return this.sending.run(this.affairs.refuseExtension);
  }
}
