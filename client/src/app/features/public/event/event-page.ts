import { computed, effect, inject, type Signal } from '@angular/core';
import type { EventView, ProgrammeView } from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { otherZone } from '../../../core/clock/other-zone';
import { Words } from '../../../core/i18n/words';
import { PageHead } from '../../../core/page/page-head';
import { Refusal } from '../../../core/problem/problem';
import { eventData } from './event-data';

interface OfEvent {
  event: EventView;
  programme: ProgrammeView | null;
}

export interface EventHeadings {
  title: string;
  description: string;
  /** Below the event's own page: `/programme`. */
  path: string;
}

/** What every public page of an event knows: what it shows or why it cannot, the other side's time, its head. */
export function eventPage<P extends OfEvent>(page: Signal<P | Refusal>, headings: (event: EventView) => EventHeadings) {
  const [clock, words, head] = [inject(Clock), inject(Words), inject(PageHead)];
  const refusal = computed(() => {
    const read = page();
    return read instanceof Refusal ? read : null;
  });
  const shown = computed(() => {
    const read = page();
    return read instanceof Refusal ? null : read;
  });
  const event = computed(() => shown()?.event ?? null);
  const starts = computed(() => Temporal.Instant.from(event()?.startsAt ?? clock.minute()));
  /** The event's zone, or the other side's where the reader shares it. */
  const other = computed(() => otherZone(clock.zone(), starts(), event()?.zone));

  effect(() => {
    const read = shown();
    if (!read) return;
    const { title, description, path } = headings(read.event);
    const [lang, about] = [words.lang(), `/events/${read.event.slug}`];
    const data = eventData(read.event, read.programme?.sessions ?? [], lang, head.address(lang, about));
    head.set({ title: `${title} · Musubi`, description, path: about + path, lang, data });
  });
  return { refusal, shown, event, starts, otherZone: other };
}
