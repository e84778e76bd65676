import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import type { Toast } from '../../../core/page/toasts';
import { AskingAgain } from '../../../data/meetings/answering/asking-again';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { Note } from '../../../ui/feedback/note';
import { RoomPlace } from '../room-place';

/** Who is missed, and what one can do about it: wait, then offer another time, say so, or call the helpdesk. */
@Component({
  selector: 'musubi-missing-side',
  imports: [Note],
  template: `@if (missing(); as told) {
    <musubi-note icon="hourglass" kind="caution" role="status"
      ><strong>{{ told.title }}</strong> {{ told.text }}
      @if (place.scene.givenUp()) {
        <span class="acts">
          @if (mayAsk()) {
            <button class="btn btn-sm" type="button" [disabled]="asking()" (click)="askAgain()">
              {{ t('room.missing.other_time') }}
            </button>
          }
          <button class="btn btn-sm" type="button" (click)="report.emit()">{{ t('room.missing.report') }}</button>
          <button class="btn btn-sm" type="button" (click)="help.emit()">{{ t('room.missing.help') }}</button>
        </span>
      }
    </musubi-note>
    @if (news(); as told) {
      <musubi-note role="status"
        ><strong>{{ told.text }}</strong> {{ told.more }}</musubi-note
      >
    }
  }`,
  styleUrl: './affair.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MissingSide {
  readonly report = output();
  readonly help = output();

  private readonly again = inject(AskingAgain);
  private readonly clock = inject(Clock);
  private readonly say = inject(MeetingWords);
  protected readonly place = inject(RoomPlace);
  protected readonly t = inject(Words).t;

  protected readonly asking = signal(false);
  /** What became of asking for another time. */
  protected readonly news = signal<Pick<Toast, 'text' | 'more'> | null>(null);
  /** The two who agreed on it; guests come along. */
  protected readonly mayAsk = computed(() => {
    const me = this.place.store.me();
    return me !== null && me.side < 2 && me.part === 'required';
  });
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

  protected async askAgain(): Promise<void> {
    this.asking.set(true);
    this.news.set(null);
    await this.again.ask(this.place.store.meeting()!, (news) => this.news.set(news));
    this.asking.set(false);
  }
}
