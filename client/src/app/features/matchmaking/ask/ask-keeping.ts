import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, ParticipantId } from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { type Draft, Drafts } from '../../../core/drafts/drafts';
import { Behalf } from '../../../core/login/behalf';
import { Login } from '../../../core/login/login';
import type { Picked } from '../../../data/guests/picked';
import type { AskDraft, AskForm } from '../../../data/meetings/asking/ask-form';
import { ParticipantsApi } from '../../../data/registration/participants-api';

/** What is typed into a request is kept until it is sent: for each partner, and for each in whose name one asks. */
@Injectable()
export class AskKeeping {
  private readonly drafts = inject(Drafts);
  private readonly behalf = inject(Behalf);
  private readonly login = inject(Login);
  private readonly clock = inject(Clock);
  private readonly participants = inject(ParticipantsApi);
  private readonly draft = signal<Draft<AskDraft> | null>(null);
  private readonly loaded = signal(false);
  /** What was kept has been taken up. */
  readonly ready = this.loaded.asReadonly();
  private key = '';

  /** When it was last kept, on the page's clock, in milliseconds since 1970. */
  readonly savedAt = computed(() => {
    const at = this.loaded() ? (this.draft()?.savedAt() ?? null) : null;
    // The device's clock is not the one on the page.
    return at === null ? null : untracked(() => this.clock.nowMs() - (Date.now() - at));
  });

  /** Keeps what is typed into the form from now on. Where an effect may be made. */
  keep(form: AskForm): void {
    effect(() => {
      const typed = form.draft();
      if (!this.loaded() || !form.begun()) return;
      untracked(() => this.draft()?.save(typed));
    });
  }

  /** Takes up what was kept of this request; who has begun meanwhile keeps what they typed. */
  async open(form: AskForm, eventId: EventId, partnerId: ParticipantId): Promise<void> {
    const key = `ask/${eventId}/${partnerId}/${this.behalf.of()?.participantId ?? this.login.me()?.userId ?? ''}`;
    if (key === this.key) return;
    if (this.key !== '') form.clear();
    this.key = key;
    this.loaded.set(false);
    const draft = this.drafts.of<AskDraft>(key);
    this.draft.set(draft);
    const kept = await draft.load();
    const people = kept ? await this.found(eventId, kept) : [];
    if (this.key !== key) return;
    if (kept && !form.begun()) form.take(kept, people);
    this.loaded.set(true);
  }

  /** It was sent: nothing is kept of it. */
  async forget(): Promise<void> {
    this.loaded.set(false);
    await this.draft()?.clear();
  }

  /** Who was to be taken along, as they are shown now; who is no longer to be found is left out. */
  private async found(eventId: EventId, { people = [] }: AskDraft): Promise<Picked[]> {
    const all = people.map(async ({ participantId, part }) => {
      const participant = await this.participants.one(eventId, participantId).catch(() => null);
      return participant && { participant, part };
    });
    return (await Promise.all(all)).filter((one) => one !== null);
  }
}
