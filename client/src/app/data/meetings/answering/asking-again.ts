import { inject, Injectable } from '@angular/core';
import type { GuestInput, GuestState, MeetingView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { AgendaStore } from '../../agenda/agenda-store';
import { GuestsApi } from '../../guests/guests-api';
import { otherSide } from '../inbox/inbox';
import { MeetingWords } from '../meeting-words';
import { MeetingsStore } from '../meetings-store';
import { OtherTimes, type OtherTimesWish } from './other-times';

/** Who was asked to come, and has not said no. */
const coming: readonly GuestState[] = ['invited', 'accepted'];

/** Other times for a meeting to which the other side does not come. Needs the words of the area `meetings`. */
@Injectable({ providedIn: 'root' })
export class AskingAgain {
  private readonly store = inject(MeetingsStore);
  private readonly otherTimes = inject(OtherTimes);
  private readonly agenda = inject(AgendaStore);
  private readonly guests = inject(GuestsApi);
  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);

  /**
   * The meeting has begun and cannot be moved any more: a new request takes along what it is about, who else comes and the
   * interpreter, and whoever asks stays where they are.
   */
  async ask(meeting: MeetingView, tell: OtherTimesWish['tell']): Promise<void> {
    const { eventId, requestId, reason, language, opportunities, interpretation } = meeting;
    await Promise.all([this.store.open(eventId), this.agenda.open(eventId)]);
    const { participant } = otherSide(meeting);
    const name = this.say.name(participant.name);
    await this.otherTimes.propose({
      eventId,
      requestId,
      partner: participant,
      meeting,
      heading: this.words.t('meetings.dialog.again.title', { name }),
      text: this.words.t('meetings.dialog.again.text', { name }),
      note: { label: this.words.t('meetings.dialog.again.reason'), value: reason },
      send: async (slotIds, written) => {
        const people = await this.further(meeting);
        return this.store.ask({
          to: participant.participantId,
          reason: written ?? reason,
          opportunityIds: opportunities.map(({ opportunityId }) => opportunityId),
          slotIds: [...slotIds],
          language,
          ...(people.length > 0 && { people }),
          ...(interpretation && { interpretation: interpretation.languages }),
        });
      },
      thanks: this.words.t('meetings.done.asked_again', { name }),
      tell,
    });
  }

  /** Who was asked to come beside the two, and has not said no. */
  private async further({ requestId, me }: MeetingView): Promise<GuestInput[]> {
    const guests = await this.guests.of(requestId);
    return guests
      .filter(({ state, participant }) => coming.includes(state) && participant.participantId !== me)
      .map(({ participant, part }) => ({ participantId: participant.participantId, part }));
  }
}
