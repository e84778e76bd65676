import { computed, inject, Injectable } from '@angular/core';
import type { EventId } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Behalf } from '../../core/login/behalf';
import { MeetingWords } from '../meetings/meeting-words';
import { DelegationStore } from './delegation-store';

/** Whom I may act for at this event, in words. Needs the words of the area `delegation`. */
@Injectable({ providedIn: 'root' })
export class Acting {
  private readonly behalf = inject(Behalf);
  private readonly store = inject(DelegationStore);
  private readonly say = inject(MeetingWords);
  private readonly words = inject(Words);

  readonly options = computed(() =>
    this.store.principals().map(({ participantId, name }) => ({
      value: participantId as string,
      label: this.words.t('delegation.acting.for', { name: this.say.name(name) }),
    })),
  );
  readonly current = computed<string>(() => this.behalf.of()?.participantId ?? '');
  readonly text = computed(() => ({
    label: this.words.t('delegation.acting.label'),
    myself: this.words.t('delegation.acting.myself'),
  }));

  show(eventId: EventId): void {
    void this.store.open(eventId);
    const acting = this.behalf.of();
    if (acting && acting.eventId !== eventId) this.behalf.choose(null);
  }

  readonly choose = (participantId: string): void => {
    const one = this.store.principals().find((principal) => principal.participantId === participantId);
    const eventId = this.store.eventId();
    this.behalf.choose(one && eventId ? { participantId: one.participantId, name: one.name, eventId } : null);
  };
}
