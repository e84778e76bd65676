import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { AnswerDesk } from '../../data/meetings/answer-desk';
import type { InboxEntry } from '../../data/meetings/inbox';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { MeetingsStore } from '../../data/meetings/meetings-store';
import { Icon } from '../../ui/icon/icon';

/** What can be done with a request or meeting as it stands: one clear next step, the rest lighter. */
@Component({
  selector: 'musubi-entry-actions',
  imports: [RouterLink, Icon],
  template: `
    @let one = entry();
    @switch (one.group) {
      @case ('waiting') {
        @if (open().length === 0) {
          <button
            class="btn"
            [class.btn-sm]="small()"
            type="button"
            [disabled]="busy()"
            [attr.aria-label]="named(t('meetings.row.counter'))"
            (click)="desk.counter(one.request!)"
          >
            {{ t('meetings.row.counter') }}
          </button>
        } @else {
          <button
            class="btn"
            [class.btn-sm]="small()"
            [class.btn-primary]="primary()"
            type="button"
            [disabled]="busy()"
            [attr.aria-label]="named(acceptLabel())"
            (click)="desk.choose(one.request!)"
          >
            {{ acceptLabel() }}
          </button>
          @if (!small() || one.tie === 'counter') {
            <button
              class="btn btn-ghost"
              [class.btn-sm]="small()"
              type="button"
              [disabled]="busy()"
              [attr.aria-label]="named(t(small() ? 'meetings.row.counter_short' : 'meetings.row.counter'))"
              (click)="desk.counter(one.request!)"
            >
              {{ t(small() ? 'meetings.row.counter_short' : 'meetings.row.counter') }}
            </button>
          }
        }
        @if (!small() || one.tie !== 'counter') {
          <button
            class="btn btn-ghost"
            [class.btn-sm]="small()"
            type="button"
            [disabled]="busy()"
            [attr.aria-label]="named(t('meetings.row.decline'))"
            (click)="desk.decline(one.request!)"
          >
            {{ t('meetings.row.decline') }}
          </button>
        }
      }
      @case ('confirmed') {
        @if (one.meeting && (one.state === 'room_open' || one.state === 'live')) {
          <a
            class="btn"
            [class.btn-sm]="small()"
            [class.btn-primary]="primary()"
            [attr.aria-label]="named(t(small() ? 'meetings.row.enter' : 'meetings.page.enter'))"
            [routerLink]="[base(), 'meetings', one.key, 'room']"
            ><svg musubiIcon="video" [size]="small() ? 'sm' : 'md'"></svg
            >{{ t(small() ? 'meetings.row.enter' : 'meetings.page.enter') }}</a
          >
        }
        @if (one.meeting && !small() && !begun()) {
          @if (!store.moving(one.key)) {
            <button
              class="btn"
              type="button"
              [disabled]="busy()"
              [attr.aria-label]="named(t('meetings.row.reschedule'))"
              (click)="desk.reschedule(one.meeting)"
            >
              {{ t('meetings.row.reschedule') }}
            </button>
          }
          <button
            class="btn btn-bad"
            type="button"
            [disabled]="busy()"
            [attr.aria-label]="named(t('meetings.row.cancel'))"
            (click)="desk.cancel(one.meeting)"
          >
            {{ t('meetings.row.cancel') }}
          </button>
        }
      }
      @case ('awaiting') {
        @if (one.request?.mine === 'from' || !small()) {
          <button
            class="btn btn-ghost"
            [class.btn-sm]="small()"
            type="button"
            [disabled]="busy()"
            [attr.aria-label]="
              named(t(one.request?.mine === 'from' ? 'meetings.row.withdraw' : 'meetings.row.decline'))
            "
            (click)="one.request?.mine === 'from' ? desk.withdraw(one.request!) : desk.decline(one.request!)"
          >
            {{ t(one.request?.mine === 'from' ? 'meetings.row.withdraw' : 'meetings.row.decline') }}
          </button>
        }
      }
      @case ('ended') {
        @if (free(); as time) {
          <a class="btn btn-ghost" [class.btn-sm]="small()" [routerLink]="[base(), 'matchmaking']">{{
            t('meetings.row.find_other', { time })
          }}</a>
        } @else if (one.meeting?.outcomeDue) {
          <a class="btn" [class.btn-sm]="small()" [routerLink]="[base(), 'follow-up']">{{
            t('meetings.page.say_outcome')
          }}</a>
        }
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    :host:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryActions {
  readonly entry = input.required<InboxEntry>();
  /** Address of the event's pages. */
  readonly base = input.required<string>();
  /** In a row of the list: the most important ones, small. */
  readonly small = input(false);
  /** Whether this is the one primary button in view. */
  readonly primary = input(false);

  protected readonly store = inject(MeetingsStore);
  private readonly clock = inject(Clock);
  private readonly say = inject(MeetingWords);
  protected readonly desk = inject(AnswerDesk);
  protected readonly t = inject(Words).t;

  protected readonly busy = computed(() => this.store.busy().has(this.entry().key));
  protected readonly open = computed(() => this.entry().times.filter((time) => time.open));
  protected readonly begun = computed(
    () => this.clock.minute().epochMilliseconds >= Date.parse(this.entry().time?.startsAt ?? ''),
  );
  /** The words on a button, and whom it is about: in a list the same words stand in many rows. */
  protected named(action: string): string {
    return this.t('meetings.row.named', { action, name: this.say.name(this.entry().partner.name) });
  }

  protected readonly acceptLabel = computed(() => {
    const open = this.open();
    return open.length === 1
      ? this.t('meetings.row.accept', { time: this.say.time(open[0]!.startsAt) })
      : this.t('meetings.row.choose', { count: open.length });
  });
  /** A slot of mine that is free again because the other side left, and not taken since. */
  protected readonly free = computed(() => {
    const { state, time } = this.entry();
    const isFree = state === 'withdrawn' || state === 'cancelled' || state === 'declined' || state === 'expired';
    return isFree && time?.open && !this.begun() ? this.say.pick(time.startsAt) : null;
  });
}
