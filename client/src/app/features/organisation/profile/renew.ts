import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrganisationId, Renewed } from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { ProblemWords } from '../../../core/problem/problem-words';
import { sending } from '../../../core/problem/sending';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { OpportunitiesStore } from '../../../data/profiles/opportunities-store';
import { endsWithItsYear } from '../../../data/profiles/ends-with-its-year';
import { ProfileStore } from '../../../data/profiles/profile-store';
import { ProfileWords } from '../../../data/profiles/profile-words';
import { Failure } from '../../../ui/feedback/failure';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { State } from '../../../ui/feedback/state';

/** Days before the end from which a text can be renewed. */
const renewableDays = 60;

/** Where the letter leads: what ends soon, and one button. Opening it renews nothing. */
@Component({
  selector: 'musubi-renew',
  imports: [Failure, RouterLink, Skeleton, State],
  templateUrl: './renew.html',
  styles: `
    :host {
      display: block;
      max-width: 640px;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--space-1) var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Renew {
  /** From the address. */
  readonly organisationId = input.required<string>();

  private readonly clock = inject(Clock);
  protected readonly problems = inject(ProblemWords);
  protected readonly profiles = inject(ProfileStore);
  protected readonly opportunities = inject(OpportunitiesStore);
  protected readonly about = inject(ProfileWords);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly sending = sending();
  protected readonly done = signal<Renewed | null>(null);
  protected readonly failed = computed(() => {
    const refusal = this.profiles.failed() ?? this.opportunities.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  /** What the button renews. */
  protected readonly ending = computed(() => {
    const until = this.clock.minute().epochMilliseconds + renewableDays * 86_400_000;
    const profile = this.profiles.profile();
    const due = (one: { state: string; expiresAt: string | null }) =>
      ['published', 'expired'].includes(one.state) && one.expiresAt !== null && Date.parse(one.expiresAt) <= until;
    return [
      ...(profile && due(profile) ? [{ title: this.t('profiles.one'), lang: null, endsAt: profile.expiresAt! }] : []),
      ...this.opportunities
        .all()
        .filter((one) => due(one) && endsWithItsYear(one))
        .map((one) => ({
          title: this.words.text(one.title),
          lang: this.words.langOf(one.title),
          endsAt: one.expiresAt!,
        })),
    ];
  });

  constructor() {
    effect(() => {
      const id = this.organisationId() as OrganisationId;
      untracked(() => {
        void this.profiles.open(id);
        void this.opportunities.open(id);
      });
    });
  }

  protected renew(): Promise<void> {
    return this.sending.run(async () => this.done.set(await this.profiles.renew()));
  }
}
