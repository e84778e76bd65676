import { effect, inject, Injectable, untracked } from '@angular/core';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { CurrentEvent } from '../../events/current-event';
import { NavCounts } from '../../nav-counts';
import { MeetingWords } from '../meeting-words';
import { MeetingsStore } from '../meetings-store';
import type { News, NewsKind } from './news';

const ties: Partial<Record<NewsKind, 'confirmed' | 'in' | 'counter' | 'broken'>> = {
  asked: 'in',
  countered: 'counter',
  accepted: 'confirmed',
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

/** What a plan brings for many at once is one word where there are more of it than this. */
const inOne = ['arranged', 'rearranged', 'taken_back'] as const satisfies readonly NewsKind[];
const eachUpTo = 2;

/**
 * Keeps the meetings of the event that is open at hand on every page: the number in the navigation, and a word, seen and
 * read out, when the other side did something.
 */
@Injectable({ providedIn: 'root' })
export class MeetingWatch {
  private readonly store = inject(MeetingsStore);
  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);
  private readonly toasts = inject(Toasts);
  private readonly event = inject(CurrentEvent).event;

  constructor() {
    const counts = inject(NavCounts);
    effect(() => {
      const event = this.event();
      if (event?.matchmaking) untracked(() => void this.store.open(event.eventId));
    });
    effect(() => counts.meetings.set(this.event()?.matchmaking ? this.store.waiting() : null));
    this.store.onNews((news) => void this.tell(news));
  }

  private async tell(news: readonly News[]): Promise<void> {
    await this.words.load('meetings');
    const together = new Set<NewsKind>(
      inOne.filter((kind) => news.filter((one) => one.kind === kind).length > eachUpTo),
    );
    for (const kind of together)
      this.toasts.show({
        text: this.words.n(`meetings.news.many.${kind}`, news.filter((one) => one.kind === kind).length),
        link: `/app/events/${this.event()?.slug ?? ''}/meetings`,
        tie: ties[kind]!,
      });
    for (const one of news.filter(({ kind }) => !together.has(kind))) {
      const { partner, startsAt, kind, key } = one;
      const tie = ties[kind];
      const link = `/app/events/${this.event()?.slug ?? ''}/meetings/${key}`;
      const time = startsAt ? this.say.whole(startsAt) : '';
      const other = startsAt ? this.say.other(startsAt, partner.zone) : '';
      this.toasts.show({
        text: this.words.t(`meetings.news.${kind}`, { name: this.say.name(partner.name), time }),
        ...(other ? { more: other } : {}),
        ...(tie ? { tie } : {}),
        link,
      });
    }
  }
}
