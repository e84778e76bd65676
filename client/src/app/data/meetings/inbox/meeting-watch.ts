import { effect, inject, Injectable, untracked } from '@angular/core';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { CurrentEvent } from '../../events/current-event';
import { NavCounts } from '../../nav-counts';
import { MeetingWords } from '../meeting-words';
import { MeetingsStore } from '../meetings-store';
import type { News, NewsKind } from './news';
import { RoomCalls } from './room-calls';

const ties: Partial<Record<NewsKind, 'confirmed' | 'in' | 'counter' | 'broken'>> = {
  asked: 'in',
  countered: 'counter',
  accepted: 'confirmed',
  filled: 'confirmed',
  arranged: 'confirmed',
  rearranged: 'confirmed',
  moved: 'confirmed',
  declined: 'broken',
  withdrawn: 'broken',
  expired: 'broken',
  unavailable: 'broken',
  cancelled: 'broken',
  called_off: 'broken',
  taken_back: 'broken',
};

/** What a plan brings is one word, however many meetings it is and in however many pieces it arrives. */
const ofPlan: readonly NewsKind[] = ['arranged', 'rearranged', 'taken_back', 'reopened'];

/**
 * Keeps the meetings of the event that is open at hand on every page: the number in the navigation, and a word, seen and
 * read out, when the other side did something, or waits in a room.
 */
@Injectable({ providedIn: 'root' })
export class MeetingWatch {
  private readonly store = inject(MeetingsStore);
  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);
  private readonly toasts = inject(Toasts);
  private readonly event = inject(CurrentEvent).event;
  private readonly planTold = new Map<NewsKind, { id: number; news: readonly News[] }>();

  constructor() {
    const counts = inject(NavCounts);
    effect(() => {
      const event = this.event();
      if (event?.matchmaking) untracked(() => void this.store.open(event.eventId));
    });
    effect(() => counts.meetings.set(this.event()?.matchmaking ? this.store.waiting() : null));
    this.store.onNews((news) => void this.tell(news));
    inject(RoomCalls);
  }

  private async tell(news: readonly News[]): Promise<void> {
    await this.words.load('meetings');
    for (const kind of ofPlan) this.tellPlan(news.filter((one) => one.kind === kind));
    for (const one of news.filter(({ kind }) => !ofPlan.includes(kind))) this.tellOne(one);
  }

  /** Adds to what is still being read, instead of standing beside it. */
  private tellPlan(news: readonly News[]): void {
    const [first] = news;
    if (!first) return;
    const shown = this.planTold.get(first.kind);
    const still = shown && this.toasts.all().some(({ id }) => id === shown.id) ? shown : null;
    const told = [...(still?.news ?? []), ...news];
    if (still) this.toasts.dismiss(still.id);
    const id = told.length === 1 ? this.tellOne(first) : this.tellMany(first.kind, told.length);
    this.planTold.set(first.kind, { id, news: told });
  }

  private tellMany(kind: NewsKind, count: number): number {
    return this.toasts.show({
      text: this.words.n(`meetings.news.many.${kind}`, count),
      link: `/app/events/${this.event()?.slug ?? ''}/meetings`,
      ...(ties[kind] ? { tie: ties[kind] } : {}),
    });
  }

  private tellOne({ partner, startsAt, kind, key, times }: News): number {
    const tie = ties[kind];
    const name = this.say.name(partner.name);
    const link = `/app/events/${this.event()?.slug ?? ''}/meetings/${key}`;
    // Of several times none is the one that it is about.
    if (times)
      return this.toasts.show({
        text: this.words.n(`meetings.news.several.${kind}`, times, { name }),
        ...(tie ? { tie } : {}),
        link,
      });
    const time = startsAt ? this.say.whole(startsAt) : '';
    const other = startsAt ? this.say.other(startsAt, partner.zone) : '';
    return this.toasts.show({
      text: this.words.t(`meetings.news.${kind}`, { name, time }),
      ...(other ? { more: other } : {}),
      ...(tie ? { tie } : {}),
      link,
    });
  }
}
