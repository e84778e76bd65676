import { inject, Injectable } from '@angular/core';
import type { ParticipantCard } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { ProblemWords } from '../../../core/problem/problem-words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { SavedPeopleStore } from '../../../data/saved/saved-people-store';

/** Puts people aside for later, or takes them from there, and says what came of it. */
@Injectable({ providedIn: 'root' })
export class Saving {
  private readonly store = inject(SavedPeopleStore);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  private readonly say = inject(MeetingWords);
  private readonly t = inject(Words).t;

  has({ participantId }: ParticipantCard): boolean {
    return this.store.ids().has(participantId);
  }

  async turn(person: ParticipantCard, inTouch = false): Promise<void> {
    const saved = this.has(person);
    const name = this.say.name(person.name);
    try {
      await (saved ? this.store.drop(person.participantId) : this.store.save(person, inTouch));
      this.toasts.show({ text: this.t(saved ? 'matchmaking.saved.dropped' : 'matchmaking.saved.done', { name }) });
    } catch (error) {
      const { title, text } = this.problems.of(error);
      this.toasts.show({ text: title, more: text });
    }
  }
}
