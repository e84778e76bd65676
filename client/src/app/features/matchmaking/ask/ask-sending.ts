import { inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { EventId, MeetingId, MeetingRequestInput } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { Behalf, type Principal } from '../../../core/login/behalf';
import { Toasts } from '../../../core/page/toasts';
import { asRefusal, type Refusal } from '../../../core/problem/problem';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MeetingsApi } from '../../../data/meetings/meetings-api';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { AskKeeping } from './ask-keeping';

/** Milliseconds in which a booking can be taken back where it was made. */
const UNDO_FOR = 60_000;

/** What is sent, and to whom it goes in words. */
export interface Asked {
  readonly eventId: EventId;
  readonly input: MeetingRequestInput;
  readonly name: string;
  /** The other side's wall. */
  readonly zone: string;
  /** Address of the event's pages. */
  readonly base: string;
}

/** Sends a request, or takes a time at once, and leads to where it stands; a booking is taken back from there. */
@Injectable()
export class AskSending {
  private readonly api = inject(MeetingsApi);
  private readonly behalf = inject(Behalf);
  private readonly keeping = inject(AskKeeping);
  private readonly meetings = inject(MeetingsStore);
  private readonly router = inject(Router);
  private readonly say = inject(MeetingWords);
  private readonly toasts = inject(Toasts);
  private readonly t = inject(Words).t;
  private readonly under = signal(false);

  readonly sending = this.under.asReadonly();

  /** @returns why it was not sent, or null */
  ask(asked: Asked): Promise<Refusal | null> {
    return this.run(async () => {
      const answer = await this.meetings.ask(asked.input);
      await this.keeping.forget();
      const met = 'sides' in answer || answer.meetingId !== null;
      const key = 'sides' in answer ? answer.meetingId : (answer.meetingId ?? answer.requestId);
      this.toasts.show({
        text: this.t(met ? 'matchmaking.ask.met' : 'matchmaking.ask.sent', { name: asked.name }),
        ...(met ? { tie: 'confirmed' as const } : {}),
      });
      await this.show(asked, key);
    });
  }

  /** Takes the time, says it on both walls, and offers to take it back for a minute. @returns as {@link ask} */
  book(asked: Asked): Promise<Refusal | null> {
    return this.run(async () => {
      const { slotIds, ...input } = asked.input;
      const principal = this.behalf.of();
      const { meetingId, startsAt } = await this.api.book(asked.eventId, { ...input, slotId: slotIds[0]! });
      await this.keeping.forget();
      this.toasts.show({
        text: this.t('booking.book.booked', { name: asked.name, own: this.say.whole(startsAt) }),
        more: this.say.other(startsAt, asked.zone),
        tie: 'confirmed',
        stay: UNDO_FOR,
        act: {
          label: this.t('booking.book.undo'),
          run: () => void this.takeBack(asked, meetingId, principal),
        },
      });
      void this.meetings.refresh();
      await this.show(asked, meetingId);
    });
  }

  /** In whose name it was booked, whoever one acts for by then. */
  private async takeBack({ name, base }: Asked, meetingId: MeetingId, principal: Principal | null): Promise<void> {
    try {
      await this.api.cancel(meetingId, 'other', null, principal);
      this.toasts.show({ text: this.t('booking.book.undone', { name }), tie: 'broken' });
      void this.meetings.refresh();
    } catch {
      this.toasts.show({ text: this.t('booking.book.not_undone'), link: `${base}/meetings/${meetingId}` });
    }
  }

  private async show({ base }: Asked, key: string): Promise<void> {
    // The list goes to the row by itself.
    await this.router.navigate([base, 'meetings'], { queryParams: { open: key }, scroll: 'manual' });
  }

  private async run(work: () => Promise<void>): Promise<Refusal | null> {
    this.under.set(true);
    try {
      await work();
      return null;
    } catch (error) {
      return asRefusal(error);
    } finally {
      this.under.set(false);
    }
  }
}
