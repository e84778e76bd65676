import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { Note } from '../../../ui/feedback/note';
import { RoomPlace } from '../room-place';

/** Who is missed, and what one can do about it: wait, then offer another time, say so, or call the helpdesk. */
@Component({
  selector: 'musubi-missing-side',
  imports: [Note, RouterLink],
  template: `@if (missing(); as told) {
    <musubi-note icon="hourglass" kind="caution" role="status"
      ><strong>{{ told.title }}</strong> {{ told.text }}
      @if (place.scene.givenUp()) {
        <span class="acts">
          <a class="btn btn-sm" [routerLink]="askPath()">{{ t('room.missing.other_time') }}</a>
          <button class="btn btn-sm" type="button" (click)="report.emit()">{{ t('room.missing.report') }}</button>
          <button class="btn btn-sm" type="button" (click)="help.emit()">{{ t('room.missing.help') }}</button>
        </span>
      }
    </musubi-note>
  }`,
  styleUrl: './affair.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MissingSide {
  /** Of the event's pages. */
  readonly home = input.required<string>();
  readonly report = output();
  readonly help = output();

  private readonly clock = inject(Clock);
  private readonly say = inject(MeetingWords);
  protected readonly place = inject(RoomPlace);
  protected readonly t = inject(Words).t;

  protected readonly askPath = computed(
    () => `${this.home()}/matchmaking/${this.place.store.partner()?.participant.participantId ?? ''}/request`,
  );
  protected readonly missing = computed(() => {
    const { scene, store, visit } = this.place;
    const partner = store.partner();
    if (!partner || !store.me() || !scene.partnerMissing()) return null;
    const name = this.place.called();
    const time = this.say.timeZoned(this.clock.minute().toString(), partner.participant.zone);
    return {
      title: this.t(visit.haveMet() ? 'room.missing.gone' : 'room.missing.title', { name }),
      text: this.t(scene.givenUp() ? 'room.missing.given_up' : 'room.missing.text', { name, time }),
    };
  });
}
