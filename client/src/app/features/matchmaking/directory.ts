import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { regionName } from '@musubi/reference';
import { Words } from '../../core/i18n/words';
import { ProblemWords } from '../../core/problem/problem-words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { ParticipantsStore } from '../../data/registration/participants-store';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { Icon } from '../../ui/icon/icon';
import { Mono } from '../../ui/people/mono';
import { Name } from '../../ui/people/name';

/** Milliseconds of quiet before a search is asked. */
const QUIET = 250;

/** Everybody of the event who chose to be found, by any spelling of name or organisation. */
@Component({
  selector: 'musubi-directory',
  imports: [RouterLink, Empty, Failure, Icon, Mono, Name, Skeleton],
  template: `
    <div class="tools" role="search">
      <div class="search">
        <svg musubiIcon="search"></svg>
        <label class="visually-hidden" for="people-search">{{ t('matchmaking.search.people') }}</label>
        <input
          class="input"
          id="people-search"
          type="search"
          autocomplete="off"
          [placeholder]="t('matchmaking.search.people_placeholder')"
          [value]="store.query()"
          (input)="search($event)"
        />
      </div>
      <span class="meta" role="status">{{
        store.loading() ? '' : words.n('matchmaking.people.count', people().length)
      }}</span>
    </div>
    @if (failed(); as problem) {
      <musubi-failure
        [heading]="problem.title"
        [text]="problem.text"
        [reference]="problem.reference"
        [words]="failureWords()"
        (retry)="again()"
      />
    } @else if (store.loading()) {
      <musubi-skeleton [label]="t('common.loading')" [rows]="5" />
    } @else if (people().length === 0) {
      <musubi-empty [level]="2" [heading]="t('matchmaking.people.empty')" [text]="t('matchmaking.people.empty_text')" />
    } @else {
      <ul class="list" [attr.aria-busy]="store.searching()">
        @for (one of people(); track one.participantId) {
          <li>
            <musubi-mono [name]="one.name" />
            <div>
              <musubi-name [name]="one.name" [lang]="lang()" />
              <span class="meta"
                >{{ say.organisation(one.organisation) }}, {{ region(one.organisation.regionCode) }}</span
              >
              <span class="meta">
                @if (one.jobTitle) {
                  {{ one.jobTitle }}.
                }
                {{ say.languages(one.workingLanguages) }}</span
              >
            </div>
            @if (one.participantId === store.me()?.participantId) {
              <span class="meta">{{ t('matchmaking.people.you') }}</span>
            } @else if (!closed()) {
              <a
                class="btn btn-sm"
                [routerLink]="[base(), 'matchmaking', one.participantId, 'request']"
                [attr.aria-label]="t('matchmaking.people.request_label', { name: say.name(one.name) })"
                >{{ t('matchmaking.people.request') }}</a
              >
            }
          </li>
        }
      </ul>
      <p class="meta private">{{ t('matchmaking.people.private') }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 760px;
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-4);
      margin-bottom: var(--space-4);
    }
    .search {
      position: relative;
      flex: 1 1 320px;
      max-width: 420px;
    }
    .search svg {
      position: absolute;
      left: 12px;
      top: 10px;
      color: var(--color-ink-faint);
    }
    .search .input {
      min-height: 40px;
      padding-left: 40px;
      font-size: 0.875rem;
    }
    li {
      display: grid;
      grid-template-columns: 40px minmax(0, 1fr) auto;
      gap: var(--space-3);
      align-items: center;
      line-height: 1.45;
    }
    li .meta {
      display: block;
    }
    .private {
      margin-top: var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Directory {
  readonly base = input.required<string>();
  /** The event is over: nobody can be asked any more. */
  readonly closed = input(false);
  private readonly problems = inject(ProblemWords);
  protected readonly store = inject(ParticipantsStore);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly people = this.store.people;
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly failureWords = computed(() => ({
    again: this.t('common.again'),
    reference: this.t('common.reference'),
    copy: this.t('common.copy'),
    copied: this.t('common.copied'),
  }));

  constructor() {
    void this.store.search(this.store.query());
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected search(input: Event): void {
    const { value } = input.target as HTMLInputElement;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.store.search(value), QUIET);
  }

  protected again(): void {
    void this.store.search(this.store.query());
  }

  protected region(code: string): string {
    return regionName(code, this.lang());
  }
}
