import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import type { OnNow } from '../../../data/agenda/on-now';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { State } from '../../../ui/feedback/state';
import { Icon } from '../../../ui/icon/icon';

/** Sessions shown at once; the programme has the rest. */
const SHOWN = 2;

/** What is on in this minute: sessions to join, and time for meetings with what is left of it. */
@Component({
  selector: 'musubi-on-now',
  imports: [RouterLink, Icon, State],
  templateUrl: './on-now.html',
  styleUrl: './on-now.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OnNowList {
  readonly on = input.required<OnNow>();
  /** Address of the event's pages. */
  readonly base = input.required<string>();
  /** Joining is the first thing to do on this page. */
  readonly first = input(false);

  private readonly say = inject(MeetingWords);
  private readonly clock = inject(Clock);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  protected readonly sessions = computed(() =>
    this.on()
      .sessions.slice(0, SHOWN)
      .map(({ session, moment }) => ({
        id: session.sessionId,
        live: moment === 'live',
        state: moment === 'live' ? 'live' : moment === 'waiting' ? 'waiting' : 'on',
        title: this.words.text(session.title),
        lang: this.words.langOf(session.title),
        until: Date.parse(session.endsAt) > this.clock.nowMs() ? this.until(session.endsAt) : '',
        stage: session.online ? `${this.base()}/sessions/${session.sessionId}` : null,
      })),
  );
  protected readonly more = computed(() => Math.max(0, this.on().sessions.length - SHOWN));
  protected readonly block = computed(() => {
    const block = this.on().block;
    return block && { ...block, until: this.until(block.endsAt) };
  });

  private until(at: string): string {
    return this.t('home.now.until', { time: this.say.timeZoned(at, this.clock.zone()) });
  }
}
