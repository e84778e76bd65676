import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../../../core/i18n/words';
import { ProblemWords } from '../../../core/problem/problem-words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { SavedPeopleStore } from '../../../data/saved/saved-people-store';
import { OrganisationName } from '../../../parts/profiles/organisation-name';
import { Empty } from '../../../ui/feedback/empty';
import { Failure } from '../../../ui/feedback/failure';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { KeepFocus } from '../../../ui/layout/keep-focus';
import { Mono } from '../../../ui/people/mono';
import { Name } from '../../../ui/people/name';
import { SaveButton } from './save-button';

/** Whom the reader put aside for later, the last first. */
@Component({
  selector: 'musubi-saved-people',
  imports: [Empty, Failure, KeepFocus, Mono, Name, OrganisationName, RouterLink, SaveButton, Skeleton],
  template: `
    @if (failed(); as problem) {
      <musubi-failure
        [heading]="problem.title"
        [text]="problem.text"
        [reference]="problem.reference"
        [words]="problems.failure()"
        (retry)="store.refresh()"
      />
    } @else if (store.loading()) {
      <musubi-skeleton [label]="t('common.loading')" [rows]="3" />
    } @else {
      <div musubiKeepFocus="#saved-count">
        <p class="meta" id="saved-count" tabindex="-1" role="status">
          {{ words.n('matchmaking.saved.count', store.people().length) }}
        </p>
        @if (store.people().length === 0) {
          <musubi-empty [level]="2" [heading]="t('matchmaking.saved.empty')" [text]="t('matchmaking.saved.empty_text')">
            <a class="btn" [routerLink]="[]" [queryParams]="{ view: null }">{{
              t('matchmaking.saved.empty_action')
            }}</a>
          </musubi-empty>
        }
        <ul>
          @for (one of store.people(); track one.participantId) {
            <li>
              <musubi-mono [name]="one.name" />
              <div class="about">
                <h2><musubi-name [name]="one.name" [lang]="words.lang()" /></h2>
                <span class="meta"><musubi-organisation-name [of]="one.organisation" /></span>
                @if (say.jobTitle(one); as title) {
                  <span class="meta">{{ title }}</span>
                }
                <span class="meta">{{ say.languages(one.workingLanguages) }}</span>
              </div>
              <div class="act">
                @if (one.inTouch) {
                  <a
                    class="btn btn-ghost btn-sm"
                    [routerLink]="[base(), 'meetings']"
                    [attr.aria-label]="t('matchmaking.saved.in_touch_label', { name: say.name(one.name) })"
                    >{{ t('matchmaking.saved.in_touch') }}</a
                  >
                } @else if (!closed()) {
                  <a
                    class="btn btn-sm"
                    [routerLink]="[base(), 'matchmaking', one.participantId, 'request']"
                    [attr.aria-label]="t('matchmaking.row.request_label', { name: say.name(one.name) })"
                    >{{ t('matchmaking.row.request') }}</a
                  >
                }
                <musubi-save-button [person]="one" [inTouch]="one.inTouch" [small]="true" />
              </div>
            </li>
          }
        </ul>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    #saved-count:focus {
      outline: none;
    }
    li {
      display: grid;
      grid-template-columns: 40px minmax(0, 1fr) auto;
      gap: var(--space-2) var(--space-4);
      align-items: start;
      padding: var(--space-4) 0;
      border-bottom: var(--hairline) solid var(--color-rule);
    }
    h2 {
      font-size: var(--text-md);
    }
    .about .meta {
      display: block;
    }
    .act {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1);
    }
    @media (max-width: 767px) {
      li {
        grid-template-columns: 40px minmax(0, 1fr);
      }
      .act {
        grid-column: 2;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SavedPeople {
  readonly base = input.required<string>();
  /** The event is over: nobody can be asked any more. */
  readonly closed = input(false);

  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(SavedPeopleStore);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
}
