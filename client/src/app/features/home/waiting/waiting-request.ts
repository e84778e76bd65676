import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input } from '@angular/core';
import type { SlotId } from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { AnswerDesk } from '../../../data/meetings/answering/answer-desk';
import type { InboxEntry } from '../../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { State } from '../../../ui/feedback/state';
import { Mono } from '../../../ui/people/mono';
import { Name } from '../../../ui/people/name';
import { Written } from '../../../ui/text/written';

/** A request that waits for me, answered in place by picking one of its times. */
@Component({
  selector: 'li[musubi-waiting-request]',
  imports: [Mono, Name, State, Written],
  templateUrl: './waiting-request.html',
  styleUrl: './waiting-request.css',
  host: {
    '[class.changed]': 'store.changed().has(entry().key)',
    '[attr.data-fresh]': 'store.changed().get(entry().key) === "fresh" ? "" : null',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingRequest {
  readonly entry = input.required<InboxEntry>();

  private readonly clock = inject(Clock);
  protected readonly store = inject(MeetingsStore);
  protected readonly desk = inject(AnswerDesk);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly request = computed(() => this.entry().request!);
  protected readonly name = computed(() => this.say.name(this.entry().partner.name));
  protected readonly busy = computed(() => this.store.busy().has(this.entry().key));
  protected readonly until = computed(() => this.say.state(this.entry()));
  protected readonly about = computed(() => {
    const { state, note } = this.request();
    const reason = this.say.about(this.request());
    if (state !== 'countered') return reason;
    return note ? this.t('home.waiting.about_counter', { note }) : this.t('home.waiting.counter_plain', { reason });
  });
  protected readonly offers = computed(() => {
    const now = this.clock.minute().epochMilliseconds;
    const { zone } = this.entry().partner;
    return this.entry().times.map(({ slotId, startsAt, open }) => ({
      slotId: slotId as SlotId,
      open: open && Date.parse(startsAt) > now,
      own: this.say.pick(startsAt),
      other: this.say.other(startsAt, zone),
      label: this.t('home.waiting.accept_time', { time: this.say.wholeBoth(startsAt, zone) }),
    }));
  });

  /** Of a wish to move a meeting: what is declined is the move. */
  protected readonly declining = computed(() => {
    if (!this.request().movesFrom)
      return {
        text: this.t('home.waiting.decline'),
        label: this.t('home.waiting.decline_label', { name: this.name() }),
      };
    const action = this.t('meetings.row.decline_move');
    return { text: action, label: this.t('meetings.row.named', { action, name: this.name() }) };
  });

  constructor() {
    // Left the page: it has been seen.
    inject(DestroyRef).onDestroy(() => this.store.seen(this.entry().key));
  }
}
