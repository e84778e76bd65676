import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Words } from '../../core/i18n/words';
import { inboxGroups, type InboxEntry } from '../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { MeetingsStore } from '../../data/meetings/meetings-store';
import { State } from '../../ui/feedback/state';
import { EntryActions } from './entry-actions';

/** That a meeting is to be moved: whereto, who is to answer until when, and the answer itself. */
@Component({
  selector: 'musubi-moving',
  imports: [EntryActions, State],
  template: `@if (moving(); as one) {
    <section class="note" [class.mine]="one.group === 'waiting'" [attr.aria-label]="heading()">
      <p class="heading">{{ heading() }}</p>
      <ul>
        @for (time of one.times; track time.slotId) {
          <li [class.gone]="!time.open">
            <time [attr.datetime]="time.startsAt">{{ say.wholeBoth(time.startsAt, one.partner.zone) }}</time>
            @if (!time.open) {
              <span class="meta">{{ t('meetings.row.taken') }}</span>
            }
          </li>
        }
      </ul>
      <p class="soft">{{ stays() }}</p>
      @let state = say.state(one);
      <musubi-state [icon]="state.icon" [kind]="state.kind">{{ state.text }}</musubi-state>
      <musubi-entry-actions [entry]="one" [base]="base()" [primary]="one.group === 'waiting'" />
    </section>
  }`,
  styles: `
    :host {
      display: block;
    }
    .note {
      display: grid;
      gap: var(--space-2);
      justify-items: start;
      padding: var(--space-4);
      border: var(--hairline) solid var(--color-rule-strong);
      border-left: 3px solid var(--color-tie);
      border-radius: var(--radius);
    }
    .mine {
      background: var(--color-primary-wash);
    }
    .heading {
      font-weight: var(--weight-title);
    }
    time {
      font-variant-numeric: tabular-nums;
    }
    .gone time {
      text-decoration: line-through;
    }
    musubi-entry-actions {
      margin-top: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Moving {
  /** The meeting's. */
  readonly entry = input.required<InboxEntry>();
  readonly base = input.required<string>();

  private readonly store = inject(MeetingsStore);
  private readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;

  protected readonly moving = computed<InboxEntry | null>(() => {
    const { meeting } = this.entry();
    const request = meeting && this.store.moving(meeting.meetingId);
    const inbox = this.store.inbox();
    return (
      (request && inboxGroups.flatMap((group) => inbox[group]).find(({ key }) => key === request.requestId)) ?? null
    );
  });
  protected readonly heading = computed(() => {
    const one = this.moving();
    if (!one) return '';
    const did = one.request!.state === 'countered' ? 'countered' : 'asked';
    const who = one.group === 'waiting' ? 'them' : 'you';
    return this.words.n(`meetings.moving.${did}.${who}`, one.times.length, { name: this.say.name(one.partner.name) });
  });
  protected readonly stays = computed(() =>
    this.words.n('meetings.moving.stays', this.moving()?.times.length ?? 0, {
      time: this.say.whole(this.entry().time!.startsAt),
    }),
  );
}
