import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { BlockedPerson, UserId } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { type ProblemText, ProblemWords } from '../../core/problem/problem-words';
import { BlocksStore } from '../../data/blocks/blocks-store';
import { Note } from '../../ui/feedback/note';
import { Name } from '../../ui/people/name';

/** Whom one has blocked, to take it back; nothing where there is nobody. */
@Component({
  selector: 'musubi-blocked-people',
  imports: [Name, Note],
  template: `
    @if (all().length > 0) {
      <section class="section" aria-labelledby="blocked">
        <div class="section-head">
          <h2 id="blocked" class="title-part">{{ t('account.blocked.heading') }}</h2>
        </div>
        <p class="soft">{{ t('account.blocked.text') }}</p>
        <ul class="list">
          @for (one of all(); track one.userId) {
            <li>
              @if (one.name; as name) {
                <musubi-name [name]="name" [lang]="lang()" />
              } @else {
                <span>{{ t('account.blocked.nameless') }}</span>
              }
              <button class="btn btn-sm" type="button" [disabled]="busy() === one.userId" (click)="unblock(one)">
                {{ t('account.blocked.undo') }}
              </button>
            </li>
          }
        </ul>
        @if (problem(); as problem) {
          <musubi-note kind="caution">{{ problem.title }} {{ problem.text }}</musubi-note>
        }
      </section>
    }
  `,
  styles: `
    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-4);
      padding-block: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BlockedPeople {
  private readonly store = inject(BlocksStore);
  private readonly problems = inject(ProblemWords);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly all = computed(() => this.store.blocked() ?? []);
  protected readonly busy = signal<UserId | null>(null);
  protected readonly problem = signal<ProblemText | null>(null);

  constructor() {
    void this.store.refresh();
  }

  protected async unblock({ userId }: BlockedPerson): Promise<void> {
    this.busy.set(userId);
    this.problem.set(null);
    try {
      await this.store.unblock(userId);
    } catch (refusal) {
      this.problem.set(this.problems.of(refusal));
    } finally {
      this.busy.set(null);
    }
  }
}
