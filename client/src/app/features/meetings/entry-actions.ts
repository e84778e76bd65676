import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MeetingRequestView, MeetingView } from '@musubi/contracts';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Acting } from '../../data/delegation/acting';
import { DelegationStore } from '../../data/delegation/delegation-store';
import { HandOverDesk } from '../../data/delegation/hand-over-desk';
import { AnswerDesk } from '../../data/meetings/answering/answer-desk';
import { isStuck, type InboxEntry } from '../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { MeetingsStore } from '../../data/meetings/meetings-store';
import { Icon } from '../../ui/icon/icon';

/** Those of the two sides that agreed on it: guests leave instead. */
function decides({ sides, me }: MeetingView): boolean {
  const seat = sides.find(({ participant }) => participant.participantId === me);
  return seat !== undefined && seat.side < 2 && seat.part === 'required';
}

interface Action {
  readonly name: string;
  readonly label: string;
  readonly look: '' | 'btn-primary' | 'btn-ghost';
  readonly act: () => void;
}

/** What can be done with a request or meeting as it stands: one clear next step, the rest lighter. */
@Component({
  selector: 'musubi-entry-actions',
  imports: [RouterLink, Icon],
  template: `
    @let one = entry();
    @if (
      one.group === 'confirmed' &&
      one.meeting &&
      !acting.current() &&
      (one.state === 'room_open' || one.state === 'live')
    ) {
      @if (one.meeting.planB; as plan) {
        @if (plan.kind === 'link') {
          <a
            class="btn"
            [class.btn-sm]="small()"
            [class.btn-primary]="primary()"
            [href]="plan.value"
            target="_blank"
            rel="noreferrer noopener"
            ><svg musubiIcon="leave" [size]="small() ? 'sm' : 'md'"></svg
            >{{ t('meetings.plan_b.go', { host: plan.host ?? '' }) }}
            <span class="visually-hidden">{{ t('meetings.plan_b.opens') }}</span></a
          >
        }
      }
      <a
        class="btn"
        [class.btn-sm]="small()"
        [class.btn-primary]="primary() && one.meeting.planB?.kind !== 'link'"
        [attr.aria-label]="named(t(small() ? 'meetings.row.enter' : 'meetings.page.enter'))"
        [routerLink]="[base(), 'meetings', one.key, 'room']"
        ><svg musubiIcon="video" [size]="small() ? 'sm' : 'md'"></svg
        >{{ t(small() ? 'meetings.row.enter' : 'meetings.page.enter') }}</a
      >
    }
    @for (action of actions(); track action.name) {
      <button
        class="btn"
        [class]="action.look"
        [class.btn-sm]="small()"
        type="button"
        [disabled]="busy()"
        [attr.aria-label]="named(action.label)"
        (click)="action.act()"
      >
        {{ action.label }}
      </button>
    }
    @if (one.group === 'ended') {
      @if (free(); as time) {
        <a
          class="btn btn-ghost"
          [class.btn-sm]="small()"
          [routerLink]="[base(), 'matchmaking']"
          [queryParams]="{ at: one.time?.startsAt }"
          >{{ t('meetings.row.find_other', { time }) }}</a
        >
      } @else if (one.meeting?.outcomeDue) {
        <a class="btn" [class.btn-sm]="small()" [routerLink]="[base(), 'follow-up']">{{
          t('meetings.page.say_outcome')
        }}</a>
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

  private readonly store = inject(MeetingsStore);
  private readonly clock = inject(Clock);
  private readonly say = inject(MeetingWords);
  private readonly desk = inject(AnswerDesk);
  private readonly handing = inject(HandOverDesk);
  private readonly delegation = inject(DelegationStore);
  protected readonly acting = inject(Acting);
  protected readonly t = inject(Words).t;

  protected readonly busy = computed(() => this.store.busy().has(this.entry().key));
  private readonly open = computed(() => this.entry().times.filter((time) => time.open));
  private readonly begun = computed(
    () => this.clock.minute().epochMilliseconds >= Date.parse(this.entry().time?.startsAt ?? ''),
  );
  /** The words on a button, and whom it is about: in a list the same words stand in many rows. */
  protected named(action: string): string {
    return this.t('meetings.row.named', { action, name: this.say.name(this.entry().partner.name) });
  }

  private readonly acceptLabel = computed(() => {
    const open = this.open();
    const { startsAt } = open[0] ?? {};
    return open.length === 1 && startsAt
      ? this.t('meetings.row.accept', {
          // Beside the day of the meeting, that of where it would move has to be named.
          time: this.entry().request?.movesFrom ? this.say.pick(startsAt) : this.say.time(startsAt),
        })
      : this.t('meetings.row.choose', { count: open.length });
  });
  /** A slot of mine that is free again because the other side left, and not taken since. */
  protected readonly free = computed(() => {
    const { state, time } = this.entry();
    const isFree = state === 'withdrawn' || state === 'cancelled' || state === 'declined' || state === 'expired';
    return isFree && time?.open && !this.begun() ? this.say.pick(time.startsAt) : null;
  });
  protected readonly actions = computed((): readonly Action[] => {
    const { group, request, meeting } = this.entry();
    if (group === 'waiting' && request) return this.answers(request);
    if (group === 'confirmed' && meeting) return this.changes(meeting);
    return group === 'awaiting' && request ? this.whileAwaited(request) : [];
  });

  /** Where no time is left, whoever waits need not wait for ever. */
  private whileAwaited(request: MeetingRequestView): readonly Action[] {
    const stuck = isStuck(this.entry());
    const again = stuck
      ? [this.action(this.small() ? 'counter_short' : 'counter', '', () => this.desk.counter(request))]
      : [];
    if (request.mine !== 'from') return again;
    const look = stuck || this.small() ? 'btn-ghost' : '';
    return [...again, this.action('withdraw', look, () => this.desk.withdraw(request))];
  }

  private answers(request: MeetingRequestView): readonly Action[] {
    const [counter, decline] = [() => this.desk.counter(request), this.decline(request)];
    if (this.open().length === 0) return [this.action('counter', '', counter), decline];
    const look = this.primary() ? 'btn-primary' : '';
    return [
      { name: 'choose', look, label: this.acceptLabel(), act: () => void this.desk.choose(request) },
      this.action(this.small() ? 'counter_short' : 'counter', 'btn-ghost', counter),
      decline,
    ];
  }

  private changes(meeting: MeetingView): readonly Action[] {
    if (this.small() || this.begun() || !decides(meeting)) return [];
    const cancel = this.action('cancel', 'btn-ghost', () => this.desk.cancel(meeting));
    const label = this.t('delegation.hand.action');
    const { startsAt, meetingId } = meeting;
    const handOver = () => void this.handing.handOver({ meetingId, startsAt, partner: this.entry().partner });
    const colleagues = (this.delegation.view()?.members.length ?? 0) > 1;
    const hand = colleagues ? [{ name: 'hand_over', look: 'btn-ghost', label, act: handOver } as const] : [];
    if (this.store.moving(this.entry().key)) return [...hand, cancel];
    return [this.action('reschedule', '', () => this.desk.reschedule(meeting)), ...hand, cancel];
  }

  private decline(request: MeetingRequestView): Action {
    return this.action(request.movesFrom ? 'decline_move' : 'decline', 'btn-ghost', () => this.desk.decline(request));
  }

  private action(name: string, look: Action['look'], act: () => unknown): Action {
    return { name, look, label: this.t(`meetings.row.${name}`), act: () => void act() };
  }
}
