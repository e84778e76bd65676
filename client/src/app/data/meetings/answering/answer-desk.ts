import { inject, Injectable } from '@angular/core';
import {
  cancelReasons,
  declineReasons,
  type CancelReason,
  type DeclineReason,
  type MeetingRequestView,
  type MeetingView,
  type ParticipantCard,
  type SlotChoice,
  type SlotId,
} from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { ProblemWords } from '../../../core/problem/problem-words';
import { asRefusal, type Refusal } from '../../../core/problem/problem';
import { Dialogs } from '../../../ui/dialog/dialogs';
import { ReasonDialog, type Reasoned, type ReasonQuestion } from '../../../ui/dialog/reason-dialog';
import { SlotDialog, type SlotAnswer, type SlotQuestion } from '../../../ui/slots/slot-dialog';
import { CurrentEvent } from '../../events/current-event';
import { isOpen, otherSide, partnerOf } from '../inbox/inbox';
import { MeetingWords } from '../meeting-words';
import { MeetingsStore } from '../meetings-store';
import { isTimeLost, OtherTimes } from './other-times';

/** How many other times a lost race offers. */
const ALTERNATIVES = 3;
/** Why one would not move a meeting: what it is about was agreed on before. */
const reasonsToStay = ['no-time', 'other'] as const satisfies readonly DeclineReason[];

/**
 * Everything one can do with a request or a meeting, with its questions, its thanks and its honest bad news. The same from
 * the home page, the list and a meeting's own page. Needs the words of the area `meetings`.
 */
@Injectable({ providedIn: 'root' })
export class AnswerDesk {
  private readonly store = inject(MeetingsStore);
  private readonly otherTimes = inject(OtherTimes);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);
  private readonly clock = inject(Clock);
  private readonly event = inject(CurrentEvent).event;

  /**
   * Takes one of the proposed times, once the person has seen it on both clocks and said yes: it books two people, who are
   * told by mail at once, and taking it back is a cancellation the other side hears of.
   */
  async accept(request: MeetingRequestView, slotId: SlotId): Promise<void> {
    const slot = request.slots.find((one) => one.slotId === slotId);
    if (!slot) return;
    const partner = partnerOf(request);
    const name = this.say.name(partner.name);
    const sure = await this.dialogs.confirm(
      {
        heading: this.words.t(`meetings.dialog.${request.movesFrom ? 'accept_move' : 'accept'}.title`, { name }),
        time: {
          own: this.say.whole(slot.startsAt),
          other: this.say.otherOf(slot.startsAt, partner),
        },
        text: request.movesFrom
          ? this.words.t('meetings.dialog.accept_move.text', { time: this.say.whole(request.movesFrom.startsAt) })
          : this.withInterpreter(request, this.words.t('meetings.dialog.accept.text', { name })),
        confirm: this.words.t('meetings.row.accept', {
          time: request.movesFrom ? this.say.pick(slot.startsAt) : this.say.time(slot.startsAt),
        }),
        cancel: this.words.t('meetings.dialog.not_now'),
      },
      this.answered(request),
    );
    if (sure) await this.take(request, slotId);
  }

  /** Whoever accepts knows whether an interpreter was asked for. */
  private withInterpreter({ interpretation }: MeetingRequestView, text: string): string {
    return this.say.together(text, this.say.interpreted(interpretation));
  }

  /** When the time was taken a moment ago, offers others. */
  private async take(request: MeetingRequestView, slotId: SlotId): Promise<void> {
    const startsAt = request.slots.find((slot) => slot.slotId === slotId)?.startsAt ?? null;
    try {
      this.thank(await this.store.accept(request.requestId, slotId), partnerOf(request));
    } catch (error) {
      const refusal = asRefusal(error);
      if (!isTimeLost(refusal)) return this.fail(refusal);
      await this.offerOthers(request, startsAt, refusal);
    }
  }

  /** Asks which of the proposed times; with one open one, takes it. */
  async choose(request: MeetingRequestView): Promise<void> {
    const open = request.slots.filter((slot) => slot.open);
    if (open.length === 1) return this.accept(request, open[0]!.slotId);
    const partner = partnerOf(request);
    const name = this.say.name(partner.name);
    const answer = await this.pick(
      {
        heading: this.words.t('meetings.dialog.choose.title', { name }),
        text: this.withInterpreter(request, this.words.t('meetings.dialog.choose.text')),
        ...this.sides(partner.zone),
        pick: {
          kind: 'one',
          slots: request.slots,
          label: this.words.t('meetings.dialog.choose.title', { name }),
          taken: this.words.t('meetings.row.taken'),
        },
        confirm: ([slotId]) => {
          const slot = request.slots.find((one) => one.slotId === slotId);
          return slot
            ? this.words.t('meetings.dialog.choose.confirm', { time: this.say.pick(slot.startsAt) })
            : this.words.t('meetings.dialog.choose.confirm_none');
        },
        cancel: this.words.t('meetings.dialog.not_now'),
        instead: this.words.t('meetings.row.counter'),
      },
      this.answered(request),
    );
    if (answer?.instead) return this.counter(request);
    if (answer?.slotIds[0]) await this.take(request, answer.slotIds[0] as SlotId);
  }

  /** Proposes other times. */
  async counter(request: MeetingRequestView): Promise<void> {
    const partner = partnerOf(request);
    const name = this.say.name(partner.name);
    const { eventId, requestId } = request;
    await this.otherTimes.propose({
      eventId,
      requestId,
      partner,
      meeting: this.movedBy(request),
      heading: this.words.t('meetings.dialog.counter.title', { name }),
      text: this.words.t('meetings.dialog.counter.text'),
      send: (slotIds, note) => this.store.counter(requestId, slotIds, note),
      thanks: this.words.t('meetings.done.countered', { name }),
      over: this.answered(request),
    });
  }

  /** Proposes other times for a meeting that is agreed. It stands where it is until the other side takes one of them. */
  async reschedule(meeting: MeetingView): Promise<void> {
    const { participant } = otherSide(meeting);
    const name = this.say.name(participant.name);
    const time = this.say.whole(meeting.startsAt);
    const { eventId, requestId, meetingId } = meeting;
    await this.otherTimes.propose({
      eventId,
      requestId,
      partner: participant,
      meeting,
      heading: this.words.t('meetings.dialog.reschedule.title', { name }),
      text: this.words.t('meetings.dialog.reschedule.text', { time, name }),
      send: (slotIds, note) => this.store.reschedule(meetingId, slotIds, note),
      thanks: this.words.t('meetings.done.rescheduling', { name, time }),
      over: this.ended(meeting),
    });
  }

  /** The meeting that a request wants to move; null where it wants none moved, or one of a colleague's. */
  private movedBy({ movesFrom, meetingId }: MeetingRequestView): MeetingView | null {
    return movesFrom && meetingId ? this.store.meeting(meetingId) : null;
  }

  /** Of a wish to move a meeting: the meeting stays as it is, and that is what the words say. */
  async decline(request: MeetingRequestView): Promise<void> {
    const name = this.say.name(partnerOf(request).name);
    const { movesFrom } = request;
    const [what, done] = movesFrom ? (['decline_move', 'declined_move'] as const) : (['decline', 'declined'] as const);
    const time = movesFrom ? this.say.whole(movesFrom.startsAt) : '';
    const reasons = movesFrom ? reasonsToStay : declineReasons;
    const answer = await this.reason(
      {
        heading: this.words.t(`meetings.dialog.${what}.title`, { name }),
        text: this.words.t(`meetings.dialog.${what}.text`, { name, time }),
        legend: this.words.t('meetings.dialog.decline.reason'),
        reasons: reasons.map((value) => ({ value, label: this.words.t(`meetings.decline_reason.${value}`) })),
        ...this.noteWords(name),
        confirm: this.words.t(`meetings.dialog.${what}.confirm`),
        cancel: this.words.t('meetings.dialog.not_now'),
      },
      this.answered(request),
    );
    if (!answer) return;
    await this.attempt(
      this.store.decline(request.requestId, answer.reason as DeclineReason, answer.note),
      this.words.t(`meetings.done.${done}`, { name, time }),
    );
  }

  async withdraw(request: MeetingRequestView): Promise<void> {
    const name = this.say.name(partnerOf(request).name);
    const sure = await this.dialogs.confirm(
      {
        heading: this.words.t('meetings.dialog.withdraw.title', { name }),
        text: this.words.t('meetings.dialog.withdraw.text'),
        confirm: this.words.t('meetings.dialog.withdraw.confirm'),
        cancel: this.words.t('meetings.dialog.withdraw.keep'),
      },
      this.answered(request),
    );
    if (!sure) return;
    await this.attempt(this.store.withdraw(request.requestId), this.words.t('meetings.done.withdrawn', { name }));
  }

  async cancel(meeting: MeetingView): Promise<void> {
    const { participant } = otherSide(meeting);
    const name = this.say.name(participant.name);
    const answer = await this.reason(
      {
        heading: this.words.t('meetings.dialog.cancel.title', { name }),
        text: this.words.t('meetings.dialog.cancel.text', {
          name,
          time: this.say.wholeBoth(meeting.startsAt, participant.zone),
        }),
        legend: this.words.t('meetings.dialog.cancel.reason'),
        reasons: cancelReasons.map((value) => ({ value, label: this.words.t(`meetings.cancel_reason.${value}`) })),
        ...this.noteWords(name),
        confirm: this.words.t('meetings.dialog.cancel.confirm'),
        cancel: this.words.t('meetings.dialog.cancel.keep'),
        kind: 'bad',
      },
      this.ended(meeting),
    );
    if (!answer) return;
    await this.attempt(
      this.store.cancel(meeting.meetingId, answer.reason as CancelReason, answer.note),
      this.words.t('meetings.done.cancelled', { name }),
    );
  }

  /** The race was lost: what is kept, and up to three other times. One that was not proposed becomes a proposal. */
  private async offerOthers(request: MeetingRequestView, startsAt: string | null, refusal: Refusal): Promise<void> {
    const partner = partnerOf(request);
    const name = this.say.name(partner.name);
    const alternatives = refusal.data['alternatives'];
    const others = (Array.isArray(alternatives) ? (alternatives as SlotChoice[]) : [])
      .filter((slot) => slot.state !== 'busy' && slot.state !== 'past' && slot.startsAt !== startsAt)
      .slice(0, ALTERNATIVES);
    const proposed = (slotId: string | undefined): boolean => request.slots.some((slot) => slot.slotId === slotId);
    const answer = await this.pick(
      {
        heading: this.words.t('meetings.dialog.taken.title', { time: startsAt ? this.say.time(startsAt) : '' }),
        text: this.words.n('meetings.dialog.taken.text', others.length, { name }),
        notice: await this.otherTimes.unsuited(
          { requestId: request.requestId, partner, meeting: this.movedBy(request) },
          refusal,
        ),
        ...this.sides(partner.zone),
        pick: {
          kind: 'one',
          slots: others.map((slot) => ({ slotId: slot.slotId, startsAt: slot.startsAt, open: true })),
          label: this.words.t('meetings.dialog.choose.title', { name }),
          taken: this.words.t('meetings.row.taken'),
        },
        confirm: ([slotId]) =>
          slotId && !proposed(slotId)
            ? this.words.n('meetings.dialog.counter.confirm', 1)
            : this.words.t('meetings.dialog.taken.confirm'),
        cancel: this.words.t('meetings.dialog.not_now'),
        instead: this.words.t('meetings.dialog.taken.propose'),
      },
      this.answered(request),
    );
    if (answer?.instead) return this.counter(request);
    const slotId = answer?.slotIds[0] as SlotId | undefined;
    if (!slotId) return;
    if (proposed(slotId)) await this.take(request, slotId);
    else await this.propose(request, [slotId], null);
  }

  private async propose(request: MeetingRequestView, slotIds: readonly SlotId[], note: string | null): Promise<void> {
    const name = this.say.name(partnerOf(request).name);
    await this.attempt(
      this.store.counter(request.requestId, slotIds, note),
      this.words.t('meetings.done.countered', { name }),
    );
  }

  private thank(meeting: MeetingView, partner: ParticipantCard): void {
    // A colleague comes: the meeting is theirs.
    const colleague = meeting.sides.find(
      ({ participant }) => participant.organisation.organisationId !== partner.organisation.organisationId,
    );
    if (meeting.me === null && colleague) {
      const [name, who] = [this.say.name(partner.name), this.say.name(colleague.participant.name)];
      this.toasts.show({ text: this.words.t('delegation.accepted_for', { name, who }), tie: 'confirmed' });
      return;
    }
    const { participant } = otherSide(meeting);
    this.toasts.show({
      text: this.words.t('meetings.done.accepted', {
        name: this.say.name(participant.name),
        time: this.say.wholeBoth(meeting.startsAt, participant.zone),
      }),
      tie: 'confirmed',
      link: `/app/events/${this.event()?.slug ?? ''}/meetings/${meeting.meetingId}`,
    });
  }

  private async attempt(work: Promise<unknown>, thanks: string): Promise<void> {
    try {
      await work;
      this.toasts.show({ text: thanks });
    } catch (error) {
      this.fail(error);
    }
  }

  /** What did not work is said where everybody looks; the row is as it was. */
  private fail(error: unknown): void {
    const { title, text } = this.problems.of(error);
    this.toasts.show({ text: title, more: text });
  }

  private pick(question: SlotQuestion, over: () => boolean): Promise<SlotAnswer | undefined> {
    return this.dialogs.open<SlotAnswer, SlotQuestion>(SlotDialog, question, undefined, over);
  }

  private reason(question: ReasonQuestion, over: () => boolean): Promise<Reasoned | undefined> {
    return this.dialogs.open<Reasoned, ReasonQuestion>(ReasonDialog, question, undefined, over);
  }

  /** Whether somebody has answered or withdrawn it meanwhile: the other side, or oneself elsewhere. */
  private answered({ requestId }: MeetingRequestView): () => boolean {
    return () => {
      const now = this.store.request(requestId);
      return now !== null && !isOpen(now);
    };
  }

  /** Whether a meeting has been cancelled meanwhile, or is over. */
  private ended({ meetingId }: MeetingView): () => boolean {
    return () => (this.store.meeting(meetingId)?.state ?? 'confirmed') !== 'confirmed';
  }

  private sides(otherZone: string): Pick<SlotQuestion, 'zone' | 'otherZone' | 'lang'> {
    return { zone: this.clock.zone(), otherZone, lang: this.words.lang() };
  }

  private noteWords(name: string): Pick<ReasonQuestion, 'noteLabel' | 'optional' | 'noteHelp'> {
    return {
      noteLabel: this.words.t('meetings.dialog.note', { name }),
      optional: this.words.t('common.optional'),
      noteHelp: (count) => this.words.t('meetings.dialog.note_help', { count }),
    };
  }
}
