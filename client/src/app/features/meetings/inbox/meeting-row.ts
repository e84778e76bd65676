import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Words } from '../../../core/i18n/words';
import { Behalf } from '../../../core/login/behalf';
import { DelegationStore } from '../../../data/delegation/delegation-store';
import { isMyTurn, isReopened, type InboxEntry } from '../../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { UnreadMessages } from '../../../data/messages/unread-messages';
import { State } from '../../../ui/feedback/state';
import { Name } from '../../../ui/people/name';
import { Passage } from '../../../ui/text/passage';
import { Tie } from '../../../ui/tie/tie';
import { RouterLink } from '@angular/router';
import { EntryActions } from '../entry-actions';

/** One row of the list: the tie in front is the state. */
@Component({
  selector: 'li[musubi-meeting-row]',
  imports: [RouterLink, EntryActions, Name, Passage, State, Tie],
  template: `
    @let one = entry();
    <musubi-tie [state]="one.tie" [just]="store.justJoined().has(one.key)" [short]="true" />
    <div class="who">
      <a
        class="stretch"
        [attr.href]="href()"
        [attr.aria-expanded]="foldable() ? current() : null"
        (click)="choose($event)"
        ><musubi-name [name]="one.partner.name" [lang]="lang()" /><span class="visually-hidden">{{
          t('meetings.row.details')
        }}</span></a
      >
      <span class="meta">{{ say.organisation(one.partner.organisation) }}</span>
    </div>
    <div class="topic">
      <musubi-passage
        [text]="say.about(one.topic)"
        [written]="words.written(say.written(say.about(one.topic)))"
        [more]="t('common.written.more')"
        [less]="t('common.written.less')"
        [named]="named"
      />
      @if (one.request?.movesFrom; as from) {
        <span class="moves">{{ t('meetings.row.moves', { time: say.whole(from.startsAt) }) }}</span>
      }
      @if (shared(); as text) {
        <span class="moves">{{ text }}</span>
      }
      @if (moving(); as text) {
        <span class="moves">{{ text }}</span>
      }
      @if (elsewhere(); as text) {
        <span class="moves">{{ text }}</span>
      }
      @if (takenBack()) {
        <span class="moves">{{ t('meetings.row.taken_back') }}</span>
      }
      @if (reopened()) {
        <span class="moves">{{ t('meetings.row.reopened') }}</span>
      }
      @if (change(); as text) {
        <span class="change">{{ text }}</span>
      }
      @if (unread(); as count) {
        <a class="change unread" [routerLink]="[base(), 'meetings', one.key]" fragment="messages">{{
          words.n('meetings.row.unread', count)
        }}</a>
      }
    </div>
    @if (several()) {
      <ol class="whens">
        @for (time of one.times; track time.slotId) {
          <li [class.gone]="!time.open">
            <span class="day">{{ say.shortDay(time.startsAt) }}</span>&ngsp;<span class="own"
              ><time [attr.datetime]="time.startsAt">{{ say.time(time.startsAt) }}</time
              >&ngsp;<span class="time-zone">{{ say.label(zone(), time.startsAt) }}</span></span
            >&ngsp;<span class="other">{{
              time.open ? say.other(time.startsAt, one.partner.zone) : t('meetings.row.taken')
            }}</span>
          </li>
        }
      </ol>
    } @else if (one.time) {
      @let time = one.time!;
      <div class="when">
        <span class="day">{{ say.shortDay(time.startsAt) }}</span>&ngsp;<span class="time">
          <span class="time-own"
            ><time [attr.datetime]="time.startsAt" [class.gone]="!time.open">{{ say.time(time.startsAt) }}</time
            >&ngsp;<span class="time-zone">{{ say.label(zone(), time.startsAt) }}</span></span
          >
          @if (say.other(time.startsAt, one.partner.zone); as other) {
            &ngsp;<span class="time-other">{{ other }}</span>
          }
        </span>
      </div>
    }
    <div class="state-cell">
      <musubi-state [icon]="state().icon" [kind]="state().kind">{{ state().text }}</musubi-state>
    </div>
    @if (!unfolded()) {
      <musubi-entry-actions class="flush-end" [entry]="one" [base]="base()" [small]="true" [primary]="primary()" />
    }
    <ng-content />
  `,
  styleUrl: './meeting-row.css',
  host: {
    '[class.changed]': 'store.changed().has(entry().key)',
    '[attr.data-fresh]': 'store.changed().get(entry().key) === "fresh" ? "" : null',
    '[attr.aria-current]': 'current() ? "true" : null',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingRow {
  readonly entry = input.required<InboxEntry>();
  readonly base = input.required<string>();
  /** The reader's zone. */
  readonly zone = input.required<string>();
  readonly current = input(false);
  readonly primary = input(false);
  /** Whether its details open in the row itself; then they are its content. */
  readonly foldable = input(false);
  readonly chosen = output();

  private readonly behalf = inject(Behalf);
  private readonly delegation = inject(DelegationStore);
  private readonly location = inject(Location);
  private readonly messages = inject(UnreadMessages);
  protected readonly store = inject(MeetingsStore);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly state = computed(() => this.say.briefState(this.entry()));
  /** Times to choose from; a meeting, or a request that has ended, has one. */
  protected readonly several = computed(
    () => this.entry().times.length > 1 && ['waiting', 'awaiting'].includes(this.entry().group),
  );
  protected readonly unread = computed(() =>
    this.messages.of(this.entry().meeting?.requestId ?? this.entry().request?.requestId),
  );
  protected readonly named = (action: string): string =>
    this.t('meetings.row.named', { action, name: this.say.name(this.entry().partner.name) });
  protected readonly href = computed(() =>
    this.location.prepareExternalUrl(`${this.base()}/meetings?open=${this.entry().key}`),
  );
  /** The details have all the buttons, these among them. */
  protected readonly unfolded = computed(() => this.foldable() && this.current());
  /** Of what a colleague was asked and I may answer: whom. */
  protected readonly shared = computed(() => {
    const { request, meeting } = this.entry();
    if (meeting || !request) return null;
    const asked = request.mine === 'from' ? request.from : request.to;
    const mine =
      this.behalf.of()?.participantId ??
      this.delegation.view()?.members.find(({ me }) => me)?.participant.participantId;
    if (!mine || asked.participantId === mine) return null;
    return this.t('delegation.row.shared', { name: this.say.name(asked.name) });
  });
  /** Of a meeting: that another time is asked for, and by whom. */
  protected readonly moving = computed(() => {
    const { meeting, partner } = this.entry();
    const request = meeting && this.store.moving(meeting.meetingId);
    return request
      ? this.t(`meetings.row.moving.${isMyTurn(request) ? 'them' : 'you'}`, { name: this.say.name(partner.name) })
      : null;
  });
  /** Where it is held instead of in its room. */
  protected readonly elsewhere = computed(() => {
    const { group, meeting } = this.entry();
    return group === 'confirmed' && meeting?.planB ? this.say.elsewhere(meeting.planB) : null;
  });
  /** Cancelled by nobody of the two: the organisers rolled their plan back. */
  protected readonly takenBack = computed(() => this.entry().meeting?.cancelledBecause === 'plan-taken-back');
  /** As it was before the organisers' plan, which they took back. */
  protected readonly reopened = computed(() => {
    const { request } = this.entry();
    return request !== null && isReopened(request);
  });
  /** What changed, while it is new to the reader. */
  protected readonly change = computed(() => {
    const { key, request, meeting } = this.entry();
    if (!this.store.changed().has(key)) return null;
    // Its state says so.
    if (meeting?.state === 'cancelled') return null;
    const moved = this.store.moves(meeting?.meetingId).findLast(({ state }) => state === 'accepted');
    if (moved) return this.t('meetings.change.moved', { when: this.say.ago(moved.history.at(-1)!.at) });
    const move = request?.history.at(-1);
    const did = request && isReopened(request) ? 'reopened' : move?.by === 'organisers' ? 'arranged' : move?.did;
    return move ? this.t(`meetings.change.${did}`, { when: this.say.ago(move.at) }) : null;
  });

  /** A plain click keeps the page where it is; one that opens a tab is the link's own. */
  protected choose(click: MouseEvent): void {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    this.chosen.emit();
  }
}
