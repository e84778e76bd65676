import { computed, inject, Injectable } from '@angular/core';
import type { EventId } from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { otherZone } from '../../../core/clock/other-zone';
import { Words } from '../../../core/i18n/words';
import { CurrentEvent } from '../../../data/events/current-event';
import { GapsStore } from '../../../data/gaps/gaps-store';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { PreferencesStore } from '../../../data/preferences/preferences-store';
import type { IconName } from '../../../ui/icon/icons';

export interface Waiting {
  readonly key: string;
  readonly icon: IconName;
  readonly text: string;
  readonly action: string;
  /** Page of the event. */
  readonly page: string;
}

/** What waits for the reader beside requests: a time that came free, and their wishes before the organisers plan. */
@Injectable({ providedIn: 'root' })
export class AlsoWaiting {
  private readonly preferences = inject(PreferencesStore);
  private readonly gaps = inject(GapsStore);
  private readonly clock = inject(Clock);
  private readonly say = inject(MeetingWords);
  private readonly words = inject(Words);
  private readonly event = inject(CurrentEvent).event;

  readonly all = computed<readonly Waiting[]>(() => [...this.free(), ...this.asked()]);

  open(eventId: EventId): void {
    void this.preferences.show(eventId);
    void this.gaps.open(eventId);
  }

  private free(): Waiting[] {
    const count = this.gaps.gaps().length;
    const text = this.words.n('home.waiting.gaps', count);
    const action = this.words.t('home.waiting.gaps_action');
    return count > 0 ? [{ key: 'gaps', icon: 'clock', text, action, page: 'meetings' }] : [];
  }

  /** Only while it is open, and until one has said something. */
  private asked(): Waiting[] {
    const view = this.preferences.view();
    if (!view?.planned || !view.open || view.preferences.length > 0) return [];
    const action = this.words.t('home.waiting.preferences_action');
    return [{ key: 'preferences', icon: 'calendar', text: this.until(view.until), action, page: 'preferences' }];
  }

  private until(at: string | null): string {
    if (!at) return this.words.t('home.waiting.preferences_none');
    const other = otherZone(this.clock.zone(), Temporal.Instant.from(at), this.event()?.zone);
    return this.words.t('home.waiting.preferences', { at: this.say.wholeBoth(at, other) });
  }
}
