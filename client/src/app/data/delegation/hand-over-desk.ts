import { inject, Injectable } from '@angular/core';
import type { ColleagueChoice, MeetingId, ParticipantId, PersonName } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { asRefusal } from '../../core/problem/problem';
import { ProblemWords } from '../../core/problem/problem-words';
import { ColleagueDialog, type ColleagueQuestion } from '../../ui/dialog/colleague-dialog';
import { Dialogs } from '../../ui/dialog/dialogs';
import { MeetingWords } from '../meetings/meeting-words';
import { MeetingsStore } from '../meetings/meetings-store';
import { DelegationApi } from './delegation-api';
import { DelegationStore } from './delegation-store';

/** Of a meeting to be handed over: which, and when. */
export interface Handed {
  readonly meetingId: MeetingId;
  readonly startsAt: string;
  /** Whom the other side is. */
  readonly partner: { readonly name: PersonName } | null;
}

/** A colleague comes instead, and back. The same from the delegation's page and a meeting's own. Needs the words of `delegation`. */
@Injectable({ providedIn: 'root' })
export class HandOverDesk {
  private readonly api = inject(DelegationApi);
  private readonly store = inject(DelegationStore);
  private readonly meetings = inject(MeetingsStore);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);

  /** @returns whether it was handed over */
  async handOver(meeting: Handed, others?: readonly ColleagueChoice[]): Promise<boolean> {
    try {
      const colleagues = others ?? (await this.api.colleagues(meeting.meetingId));
      const to = await this.dialogs.open<ParticipantId, ColleagueQuestion>(
        ColleagueDialog,
        this.question(meeting, colleagues, !!others),
      );
      if (!to) return false;
      const done = await this.api.handOver(meeting.meetingId, to);
      this.thank('handed_over', done.to.name, meeting);
      return true;
    } catch (error) {
      const refusal = asRefusal(error);
      const alternatives = refusal.data['alternatives'];
      if (refusal.code === 'handover.not_free' && Array.isArray(alternatives) && alternatives.length > 0)
        return this.handOver(meeting, alternatives as ColleagueChoice[]);
      this.fail(error);
      return false;
    } finally {
      void this.refresh();
    }
  }

  async handBack(meeting: Handed, to: PersonName): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.words.t('delegation.back.title', { name: this.say.name(to) }),
      text: this.words.t('delegation.back.text', { time: this.say.whole(meeting.startsAt) }),
      confirm: this.words.t('delegation.back.confirm'),
      cancel: this.words.t('common.cancel'),
    });
    if (!sure) return;
    try {
      const done = await this.api.handBack(meeting.meetingId);
      this.thank('handed_back', done.to.name, meeting);
    } catch (error) {
      this.fail(error);
    } finally {
      void this.refresh();
    }
  }

  private question(meeting: Handed, colleagues: readonly ColleagueChoice[], again: boolean): ColleagueQuestion {
    const partner = meeting.partner ? this.say.name(meeting.partner.name) : '';
    return {
      heading: this.words.t('delegation.hand.title', { name: partner }),
      text: again
        ? this.words.t('delegation.hand.again')
        : this.words.t('delegation.hand.text', { time: this.say.whole(meeting.startsAt) }),
      legend: this.words.t('delegation.hand.who'),
      none: this.words.t('delegation.hand.none'),
      colleagues: colleagues.map(({ participant, free, part, meetings }) => ({
        value: participant.participantId,
        label: this.say.name(participant.name),
        more: [
          this.words.t(free ? 'delegation.hand.free' : 'delegation.hand.busy'),
          this.words.n('delegation.load.meetings', meetings),
          ...(part === 'required' ? [] : [this.words.t(`delegation.part.${part}`)]),
        ].join(this.words.lang() === 'ja' ? '・' : ' · '),
        free,
      })),
      confirm: this.words.t('delegation.hand.confirm'),
      cancel: this.words.t('common.cancel'),
    };
  }

  private thank(word: 'handed_over' | 'handed_back', to: PersonName, meeting: Handed): void {
    const time = this.say.whole(meeting.startsAt);
    this.toasts.show({ text: this.words.t(`delegation.done.${word}`, { name: this.say.name(to), time }) });
  }

  private fail(error: unknown): void {
    const { title, text } = this.problems.of(error);
    this.toasts.show({ text: title, more: text });
  }

  private async refresh(): Promise<void> {
    await Promise.all([this.store.refresh(), this.meetings.eventId() ? this.meetings.refresh() : undefined]);
  }
}
