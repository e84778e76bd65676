import { inject, Injectable } from '@angular/core';
import type { ColleagueChoice, HandedOver, MeetingId, ParticipantId, PersonName } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { asRefusal } from '../../core/problem/problem';
import { ProblemWords } from '../../core/problem/problem-words';
import { ColleagueDialog, type ColleagueQuestion } from '../../ui/dialog/colleague-dialog';
import { Dialogs } from '../../ui/dialog/dialogs';
import { MeetingWords } from '../meetings/meeting-words';
import { MeetingsStore } from '../meetings/meetings-store';
import { DelegationApi, type InPlaceOf } from './delegation-api';
import { DelegationStore } from './delegation-store';

/** Of a meeting to be handed over: which, and when. */
export interface Handed {
  readonly meetingId: MeetingId;
  readonly startsAt: string;
  /** Whom the other side is. */
  readonly partner: { readonly name: PersonName } | null;
  /** Nobody comes to it yet: there is nothing to hand over. */
  readonly vacant?: true;
}

type What = Omit<Handed, 'meetingId' | 'vacant'>;

/** Where colleagues are found, and how one of them gets it. */
interface Ways {
  colleagues(): Promise<ColleagueChoice[]>;
  give(to: ParticipantId): Promise<HandedOver>;
  readonly confirm: string;
  readonly none: string;
  /** How the colleagues are called: to each other otherwise than to organisers. */
  readonly called: (name: PersonName) => string;
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
  async handOver({ meetingId, vacant, ...meeting }: Handed): Promise<boolean> {
    const ways: Ways = {
      colleagues: () => this.api.colleagues(meetingId),
      give: (to) => this.api.handOver(meetingId, to),
      confirm: this.words.t(vacant ? 'delegation.vacant.confirm' : 'delegation.hand.confirm'),
      none: this.words.t('delegation.hand.none'),
      called: (name) => this.say.colleague(name),
    };
    try {
      return await this.give(meeting, ways);
    } finally {
      void this.refresh();
    }
  }

  /** For organisers, where a delegation has nobody. @returns whether somebody comes now */
  fill(of: InPlaceOf, { meetingId, ...meeting }: Handed): Promise<boolean> {
    return this.give(meeting, {
      colleagues: () => this.api.candidates(of, meetingId),
      give: (to) => this.api.fill(of, meetingId, to),
      confirm: this.words.t('delegation.vacant.confirm'),
      none: this.words.t('delegation.vacant.none'),
      called: (name) => this.say.name(name),
    });
  }

  private async give(meeting: What, ways: Ways, others?: readonly ColleagueChoice[]): Promise<boolean> {
    try {
      const colleagues = others ?? (await ways.colleagues());
      const to = await this.dialogs.open<ParticipantId, ColleagueQuestion>(
        ColleagueDialog,
        this.question(meeting, colleagues, ways, !!others),
      );
      if (!to) return false;
      const done = await ways.give(to);
      this.thank('handed_over', ways.called(done.to.name), meeting);
      return true;
    } catch (error) {
      const refusal = asRefusal(error);
      const alternatives = refusal.data['alternatives'];
      if (refusal.code === 'handover.not_free' && Array.isArray(alternatives) && alternatives.length > 0)
        return this.give(meeting, ways, alternatives as ColleagueChoice[]);
      this.fail(error);
      return false;
    }
  }

  async handBack(meeting: Handed, to: PersonName): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.words.t('delegation.back.title', { name: this.say.colleague(to) }),
      text: this.words.t('delegation.back.text', { time: this.say.whole(meeting.startsAt) }),
      confirm: this.words.t('delegation.back.confirm'),
      cancel: this.words.t('common.cancel'),
    });
    if (!sure) return;
    try {
      const done = await this.api.handBack(meeting.meetingId);
      this.thank('handed_back', this.say.colleague(done.to.name), meeting);
    } catch (error) {
      this.fail(error);
    } finally {
      void this.refresh();
    }
  }

  private question(
    meeting: What,
    colleagues: readonly ColleagueChoice[],
    { confirm, none, called }: Ways,
    again: boolean,
  ): ColleagueQuestion {
    const partner = meeting.partner ? this.say.name(meeting.partner.name) : '';
    return {
      heading: this.words.t('delegation.hand.title', { name: partner }),
      text: again
        ? this.words.t('delegation.hand.again')
        : this.words.t('delegation.hand.text', { time: this.say.whole(meeting.startsAt) }),
      legend: this.words.t('delegation.hand.who'),
      none,
      colleagues: colleagues.map(({ participant, free, part, meetings }) => ({
        value: participant.participantId,
        label: called(participant.name),
        more: [
          this.words.t(free ? 'delegation.hand.free' : 'delegation.hand.busy'),
          this.words.n('delegation.load.meetings', meetings),
          ...(part === 'required' ? [] : [this.words.t(`delegation.part.${part}`)]),
        ].join(this.words.lang() === 'ja' ? '・' : ' · '),
        free,
      })),
      confirm,
      cancel: this.words.t('common.cancel'),
    };
  }

  private thank(word: 'handed_over' | 'handed_back', name: string, meeting: What): void {
    const time = this.say.whole(meeting.startsAt);
    this.toasts.show({ text: this.words.t(`delegation.done.${word}`, { name, time }) });
  }

  private fail(error: unknown): void {
    const { title, text } = this.problems.of(error);
    this.toasts.show({ text: title, more: text });
  }

  private async refresh(): Promise<void> {
    await Promise.all([this.store.refresh(), this.meetings.eventId() ? this.meetings.refresh() : undefined]);
  }
}
