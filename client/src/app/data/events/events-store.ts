import { computed, inject, Injectable, signal } from '@angular/core';
import type { EventSummary, EventView } from '@musubi/contracts';
import { Clock } from '../../core/clock/clock';
import { EventsApi } from './events-api';

/** The events everybody may see, and each event once it was opened. */
@Injectable({ providedIn: 'root' })
export class EventsStore {
  private readonly api = inject(EventsApi);
  private readonly clock = inject(Clock);
  private readonly listed = signal<readonly EventSummary[] | null>(null);
  private readonly opened = signal<ReadonlyMap<string, EventView>>(new Map());
  private listing: Promise<readonly EventSummary[]> | undefined;

  /** By start; null until read. */
  readonly all = this.listed.asReadonly();

  /** The conference that comes next, or the last one. */
  readonly conference = computed(() => {
    const conferences = (this.listed() ?? []).filter(({ kind, state }) => kind === 'conference' && state !== 'draft');
    const now = this.clock.minute().epochMilliseconds;
    return conferences.find(({ endsAt }) => Date.parse(endsAt) > now) ?? conferences.at(-1) ?? null;
  });

  list(): Promise<readonly EventSummary[]> {
    this.listing ??= this.api.list().then(
      (events) => {
        this.listed.set(events);
        return events;
      },
      (error: unknown) => {
        this.listing = undefined;
        throw error;
      },
    );
    return this.listing;
  }

  /** Reads the event, or gives what is known of it. */
  async open(slug: string): Promise<EventView> {
    const known = this.opened().get(slug);
    if (known) return known;
    return this.read(slug);
  }

  /** Reads the event anew. */
  async read(slug: string): Promise<EventView> {
    const event = await this.api.bySlug(slug);
    this.opened.update((all) => new Map(all).set(slug, event));
    return event;
  }

  /** The event if it was opened; follows later readings. */
  known(slug: string): EventView | null {
    return this.opened().get(slug) ?? null;
  }
}
