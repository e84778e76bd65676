import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { regionName } from '@musubi/reference';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import type { InboxEntry } from '../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { MeetingsStore } from '../../data/meetings/meetings-store';
import { threadSteps, type ThreadStep } from '../../data/meetings/inbox/thread-steps';
import { Written } from '../../ui/text/written';

interface Move {
  who: ThreadStep['by'];
  text: string;
  /** Where there are several. */
  times: readonly string[];
  note: string | null;
  /** Who acted for whom, where somebody did; who it was, where somebody else comes now. */
  voice?: string | undefined;
  then?: boolean;
  when: string;
  last: boolean;
}

/** How it went so far: what each side did, left and right of one line. */
@Component({
  selector: 'musubi-thread',
  imports: [Written],
  template: `
    <div class="log-head" aria-hidden="true">
      <span>{{ t('meetings.thread.you') }}</span><span>{{ place() }}</span>
    </div>
    <ol class="log">
      @for (move of moves(); track $index) {
        <li [class]="move.who" [class.last]="move.last">
          <div>
            <span class="visually-hidden">{{
              move.then ? '' : move.who === 'you' ? t('meetings.thread.you') : move.who === 'them' ? name() : ''
            }}</span>
            @if (move.last) {
              <strong>{{ move.text }}</strong>
            } @else {
              {{ move.text }}
            }
            @if (move.times.length > 0) {
              <ul class="times">
                @for (time of move.times; track time) {
                  <li>{{ time }}</li>
                }
              </ul>
            }
            @if (move.voice) {
              <span class="voice">{{ move.voice }}</span>
            }
            @if (move.note) {
              <span class="quote" [musubiWritten]="words.written(say.written(move.note))">{{
                t('meetings.thread.quote', { text: move.note })
              }}</span>
            }
            <span class="meta">{{ move.when }}</span>
          </div>
        </li>
      }
    </ol>
    @if (both(); as both) {
      <p class="meta">{{ both }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .log-head {
      display: grid;
      grid-template-columns: 1fr 32px 1fr;
      gap: var(--space-2);
      font-size: var(--text-xs);
      color: var(--color-ink-faint);
    }
    .log-head :first-child {
      text-align: right;
    }
    .log-head :last-child {
      grid-column: 3;
    }
    .log {
      position: relative;
      margin: var(--space-2) 0 var(--space-3);
    }
    .log > li {
      display: grid;
      grid-template-columns: 1fr 32px 1fr;
      gap: var(--space-2);
      padding-bottom: var(--space-4);
      font-size: var(--text-sm);
      line-height: 1.45;
      position: relative;
    }
    .log > li::before {
      content: '';
      grid-column: 2;
      grid-row: 1;
      justify-self: center;
      width: 9px;
      height: 9px;
      margin-top: 5px;
      border-radius: 50%;
      background: var(--color-sheet);
      border: 1.5px solid var(--color-ink);
      z-index: 1;
    }
    .log > li::after {
      content: '';
      position: absolute;
      left: 50%;
      top: 8px;
      bottom: -8px;
      border-left: 1.5px solid var(--color-rule-strong);
    }
    .log > li:last-child::after {
      display: none;
    }
    .you > div {
      grid-column: 1;
      grid-row: 1;
      text-align: right;
    }
    .them > div {
      grid-column: 3;
      grid-row: 1;
    }
    .system > div,
    .organisers > div {
      grid-column: 3;
      grid-row: 1;
      color: var(--color-ink-soft);
    }
    .log .last::before {
      background: var(--color-tie);
      border-color: var(--color-tie);
    }
    .times {
      font-variant-numeric: tabular-nums;
    }
    .last .times {
      font-weight: var(--weight-title);
    }
    .meta,
    .voice,
    .quote {
      display: block;
    }
    .quote {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Thread {
  readonly entry = input.required<InboxEntry>();

  private readonly clock = inject(Clock);
  private readonly store = inject(MeetingsStore);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;

  protected readonly name = computed(() => this.say.name(this.entry().partner.name));
  protected readonly place = computed(() =>
    regionName(this.entry().partner.organisation.regionCode, this.words.lang()),
  );
  /** The same minute on both walls. */
  protected readonly both = computed(() => {
    const { partner } = this.entry();
    const now = this.clock.minute().toString();
    const other = this.say.other(now, partner.zone);
    return other
      ? this.t('meetings.thread.now', { own: this.say.timeZoned(now), name: this.say.called(partner.name), other })
      : null;
  });

  protected readonly moves = computed<Move[]>(() => {
    const { request, meeting } = this.entry();
    const steps = threadSteps({ request, meeting }, this.store.moves(meeting?.meetingId));
    const moves = steps.map((step): Move => {
      const several = step.times.length > 1;
      return {
        who: step.by,
        text: this.textOf(step),
        times: several ? step.times.map(this.pick) : [],
        note: step.note,
        voice: this.voiceOf(step),
        then: step.handedOver !== undefined || (step.then !== undefined && !step.voice),
        when: this.say.moment(step.at),
        last: false,
      };
    });
    const more = { times: [], note: null, last: false };
    if (meeting?.state === 'cancelled') {
      const { by, name } = this.say.canceller(meeting);
      const ofPlan = meeting.cancelledBecause === 'plan-taken-back';
      const who = ofPlan ? 'organisers' : by === 'colleague' ? 'system' : by;
      const voice = name && (by === 'colleague' || meeting.cancelledThrough) ? name : undefined;
      const reason =
        meeting.cancelledBecause && !ofPlan ? this.t(`meetings.cancel_reason.${meeting.cancelledBecause}`) : '';
      const cancelled: Move = {
        ...more,
        who,
        voice,
        text: this.t(`meetings.thread.moves.cancelled.${who}`),
        when: reason,
      };
      // What became of the request follows from it.
      const ended = steps.findIndex(({ did }) => did.startsWith('stays_ended'));
      moves.splice(ended < 0 ? moves.length : ended, 0, cancelled);
    } else if (meeting?.state === 'held') {
      const when = this.say.moment(meeting.startsAt);
      moves.push({ ...more, who: 'system', text: this.t('meetings.thread.moves.held.system'), when });
    }
    const last = moves.at(-1);
    if (last && this.entry().group !== 'ended') last.last = true;
    return moves;
  });

  /** In the words for somebody else where it was somebody else, on whichever side. */
  private textOf(step: ThreadStep): string {
    const { handedOver, times, then } = step;
    if (handedOver)
      return this.t('meetings.thread.handed_over', {
        from: this.say.name(handedOver.from),
        to: this.say.name(handedOver.to),
      });
    const who = then && step.by === 'you' ? 'them' : step.by;
    return this.t(`meetings.thread.moves.${keyOf(step)}.${who}`, { times: times.map(this.pick).join('') });
  }

  /** Whoever acted, where it is not who comes. */
  private voiceOf({ voice, then }: ThreadStep): string | undefined {
    if (!voice) return then && this.say.name(then);
    return this.t('delegation.row.answered_for', {
      by: this.say.name(voice.by),
      principal: this.say.name(voice.for),
    });
  }

  /** A day and its time stay on one line. */
  private readonly pick = (at: string): string => this.say.pick(at).replaceAll(' ', '\u00a0');
}

/** Proposals: with their times, with several of them, or without, where others came after. */
function keyOf({ did, moving, times }: ThreadStep): string {
  if (did === 'accepted' && times.length === 0) return 'accepted_before';
  const proposed = did === 'requested' || did === 'countered' || did === 'reopened';
  const kind = moving && did !== 'countered' ? `move_${did}` : did;
  return !proposed || times.length === 1 ? kind : `${kind}_${times.length === 0 ? 'before' : 'several'}`;
}
