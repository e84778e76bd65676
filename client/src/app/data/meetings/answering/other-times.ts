import { inject, Injectable } from '@angular/core';
import type {
  EventId,
  GroupSlot,
  MeetingRequestId,
  MeetingView,
  ParticipantCard,
  SlotChoice,
  SlotId,
} from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { type Toast, Toasts } from '../../../core/page/toasts';
import { asRefusal, type Refusal } from '../../../core/problem/problem';
import { ProblemWords } from '../../../core/problem/problem-words';
import { Dialogs } from '../../../ui/dialog/dialogs';
import { SlotDialog, type SlotAnswer, type SlotQuestion } from '../../../ui/slots/slot-dialog';
import { AgendaStore } from '../../agenda/agenda-store';
import { CurrentEvent } from '../../events/current-event';
import { GuestsApi } from '../../guests/guests-api';
import { bandDays, type BandSource } from '../../slots/band-days';
import { BandWords } from '../../slots/band-words';
import { MOST_PREFERENCES } from '../../slots/slot-preferences';
import { MeetingWords } from '../meeting-words';
import { MeetingsApi } from '../meetings-api';

/** Times that somebody wants to propose, and how they are sent. */
export interface OtherTimesWish {
  readonly eventId: EventId;
  readonly requestId: MeetingRequestId;
  readonly partner: ParticipantCard;
  /** The meeting that is to be moved, where it is one's own. */
  readonly meeting: MeetingView | null;
  readonly heading: string;
  readonly text: string;
  readonly send: (slotIds: readonly SlotId[], note: string | null) => Promise<unknown>;
  readonly thanks: string;
  /** It has been settled meanwhile: nothing is to be proposed any more. */
  readonly over?: () => boolean;
  /** What else is written; without it, a word to the other side. */
  readonly note?: { readonly label: string; readonly value: string };
  /** Where its news is read; without it, where everybody's is. */
  readonly tell?: (news: Pick<Toast, 'text' | 'more'>) => void;
}

/** Times that do not suit everybody, and whom. */
type Besides = { readonly heading: string; readonly times: readonly string[] };

/** What a picker that opens again says and keeps. */
type Again = Pick<SlotQuestion, 'notice' | 'chosen'> & { readonly note: string | null };

/** Whether a time was lost between being shown and being sent. */
export const isTimeLost = ({ code }: Refusal): boolean => code === 'meeting.slot_taken' || code === 'meeting.slot_past';

/**
 * Asks for up to three other times that suit everybody of a meeting or request, and sends them. Where one is taken
 * meanwhile, asks again: with what is free now, whom it does not suit, and everything that was chosen and written.
 */
@Injectable({ providedIn: 'root' })
export class OtherTimes {
  private readonly api = inject(MeetingsApi);
  private readonly guests = inject(GuestsApi);
  private readonly agenda = inject(AgendaStore);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);
  private readonly bandWords = inject(BandWords);
  private readonly clock = inject(Clock);
  private readonly event = inject(CurrentEvent).event;

  async propose(wish: OtherTimesWish): Promise<void> {
    try {
      for (let again: Again | null = null; ;) {
        const choices = await this.choices(wish);
        const answer = await this.ask(wish, choices, await this.besides(wish, choices), again);
        if (!answer || answer.slotIds.length === 0) return;
        const lost = await this.send(wish, answer);
        if (!lost) return;
        again = await this.lost(wish, answer, lost, choices);
      }
    } catch (error) {
      const { title, text } = this.problems.of(error);
      this.tell(wish, { text: title, more: text });
    }
  }

  private tell({ tell }: OtherTimesWish, news: Pick<Toast, 'text' | 'more'>): void {
    if (tell) tell(news);
    else this.toasts.show(news);
  }

  /** What is said of a time that was lost: whom it does not suit, where others than the two are of it. */
  async unsuited(wish: Pick<OtherTimesWish, 'requestId' | 'partner' | 'meeting'>, refusal: Refusal): Promise<string[]> {
    const cannot = listIn<string>(refusal, 'cannot');
    const names = cannot.length > 0 ? [...(await this.names(wish, cannot)).values()] : [];
    return names.length > 0 ? [this.words.t('meetings.dialog.lost.cannot', { names: this.listed(names) })] : [];
  }

  /** @returns the refusal where a time was lost */
  private async send(wish: OtherTimesWish, { slotIds, note }: SlotAnswer): Promise<Refusal | null> {
    try {
      await wish.send(slotIds as SlotId[], note);
      this.tell(wish, { text: wish.thanks });
      return null;
    } catch (error) {
      const refusal = asRefusal(error);
      if (!isTimeLost(refusal)) throw refusal;
      return refusal;
    }
  }

  /** What suits everybody who comes: to a meeting of one's own, as if it were not there itself, or to a request. */
  private choices({ meeting, requestId }: OtherTimesWish): Promise<GroupSlot[]> {
    return meeting ? this.api.slotsOf(meeting.meetingId) : this.api.slotsFor(requestId);
  }

  private async lost(
    wish: OtherTimesWish,
    { slotIds, note }: SlotAnswer,
    refusal: Refusal,
    choices: readonly SlotChoice[],
  ): Promise<Again> {
    const lost = choices.find(({ slotId }) => slotId === refusal.data['slotId']);
    const others = listIn<SlotChoice>(refusal, 'alternatives').map(({ startsAt }) => this.say.whole(startsAt));
    const taken = refusal.code === 'meeting.slot_taken' && lost;
    return {
      notice: taken
        ? [
            this.words.t('meetings.dialog.taken.title', { time: this.say.whole(lost.startsAt) }),
            ...(await this.unsuited(wish, refusal)),
            this.words.n('meetings.dialog.lost.others', others.length, { times: this.listed(others) }),
          ]
        : [this.problems.of(refusal).title],
      chosen: slotIds.filter((slotId) => slotId !== lost?.slotId),
      note,
    };
  }

  private ask(
    { partner, heading, text, note, over }: OtherTimesWish,
    choices: readonly GroupSlot[],
    besides: Besides | null,
    again: Again | null,
  ): Promise<SlotAnswer | undefined> {
    const name = this.say.name(partner.name);
    const source: BandSource = {
      choices,
      agenda: this.agenda.items(),
      zone: this.clock.zone(),
      otherZone: partner.zone,
      event: this.event(),
      words: this.bandWords.work(partner.name),
    };
    const question: SlotQuestion = {
      heading,
      text,
      zone: this.clock.zone(),
      otherZone: partner.zone,
      lang: this.words.lang(),
      pick: {
        kind: 'some',
        days: bandDays(source),
        shared: this.bandWords.shared(source),
        most: MOST_PREFERENCES,
        words: this.bandWords.slots(),
        legend: this.bandWords.legend(),
        besides,
      },
      notice: again?.notice ?? [],
      chosen: openOf(choices, again?.chosen ?? []),
      note: {
        label: note?.label ?? this.words.t('meetings.dialog.note', { name }),
        optional: note ? '' : this.words.t('common.optional'),
        help: (count) => this.words.t('meetings.dialog.note_help', { count }),
        value: again?.note ?? note?.value ?? '',
      },
      confirm: (slotIds) => this.words.n('meetings.dialog.counter.confirm', slotIds.length),
      cancel: this.words.t('meetings.dialog.not_now'),
    };
    return this.dialogs.open<SlotAnswer, SlotQuestion>(SlotDialog, question, undefined, over);
  }

  /** Whom the times do not suit, where more than the two come; null where there is nothing to say. */
  private async besides(wish: OtherTimesWish, choices: readonly GroupSlot[]): Promise<Besides | null> {
    const { meeting, partner } = wish;
    const busy = choices.filter(({ state }) => state === 'busy');
    const ids = [...new Set(busy.flatMap(({ cannot }) => cannot))];
    const further = meeting ? meeting.sides.length > 2 : ids.some((id) => id !== partner.participantId);
    if (!further) return null;
    const names = await this.names(wish, ids);
    const times = busy.flatMap((choice) => {
      const who = choice.cannot.flatMap((id) => names.get(id) ?? []);
      const time = this.say.whole(choice.startsAt);
      return who.length > 0 ? [this.words.t('meetings.dialog.lost.time', { time, names: this.listed(who) })] : [];
    });
    return times.length > 0 ? { heading: this.words.t('meetings.dialog.lost.times'), times } : null;
  }

  private async names(
    { requestId, partner, meeting }: Pick<OtherTimesWish, 'requestId' | 'partner' | 'meeting'>,
    ids: readonly string[],
  ): Promise<Map<string, string>> {
    const known = new Map<string, ParticipantCard>([[partner.participantId, partner]]);
    for (const { participant } of meeting?.sides ?? []) known.set(participant.participantId, participant);
    // Who is of a request is not told with it. Without them the time is lost all the same.
    const further = ids.every((id) => known.has(id)) ? [] : await this.guests.of(requestId).catch(() => []);
    for (const { participant } of further) known.set(participant.participantId, participant);
    return new Map(ids.flatMap((id) => (known.has(id) ? [[id, this.say.name(known.get(id)!.name)] as const] : [])));
  }

  private listed(parts: readonly string[]): string {
    return this.words.lang() === 'ja' ? parts.join('、') : parts.join('; ');
  }
}

const openOf = (choices: readonly SlotChoice[], slotIds: readonly string[]): string[] =>
  slotIds.filter((id) =>
    choices.some(({ slotId, state }) => slotId === id && ['free', 'late', 'held'].includes(state)),
  );

function listIn<T>({ data }: Refusal, name: string): readonly T[] {
  const list = data[name];
  return Array.isArray(list) ? (list as T[]) : [];
}
