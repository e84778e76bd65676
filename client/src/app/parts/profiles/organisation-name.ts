import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrganisationCard } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { ProfilePages } from '../../data/profiles/profile-pages';

/** An organisation's name; where its page may be opened, the way to it. */
@Component({
  selector: 'musubi-organisation-name',
  imports: [RouterLink],
  template: `@if (slug(); as slug) {
      <a [routerLink]="['/', words.lang(), 'profiles', slug]">{{ shown() }}</a>
    } @else {
      {{ shown() }}
    }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrganisationName {
  readonly of = input.required<OrganisationCard>();
  /** What stands there where it is more than the name. */
  readonly text = input('');

  private readonly pages = inject(ProfilePages);
  private readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly shown = computed(() => this.text() || this.say.organisation(this.of()));
  protected readonly slug = computed(() => this.pages.slugOf(this.of().organisationId));

  constructor() {
    effect(() => {
      const { organisationId } = this.of();
      untracked(() => this.pages.want(organisationId));
    });
  }
}
