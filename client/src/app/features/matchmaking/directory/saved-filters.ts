import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  output,
  signal,
} from '@angular/core';
import type { DirectoryFilter, SavedFilter } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { ProblemWords } from '../../../core/problem/problem-words';
import { choicesSet, sameFilter } from '../../../data/directory/directory-filter';
import { DirectoryStore } from '../../../data/directory/directory-store';
import { Icon } from '../../../ui/icon/icon';

/** Filters that I keep under a name, and the place to keep this one. */
@Component({
  selector: 'musubi-saved-filters',
  imports: [Icon],
  template: `
    @if (store.saved().length > 0) {
      <section aria-labelledby="saved-filters">
        <h2 id="saved-filters">{{ t('directory.saved.heading') }}</h2>
        <ul>
          @for (one of store.saved(); track one.filterId) {
            <li>
              <button class="chip" type="button" [attr.aria-pressed]="isSet(one)" (click)="chosen.emit(one.filter)">
                {{ one.name }}
              </button>
              <button
                class="btn btn-ghost btn-sm btn-icon"
                type="button"
                [attr.aria-label]="t('directory.saved.delete', { name: one.name })"
                [disabled]="busy()"
                (click)="forget(one)"
              >
                <svg musubiIcon="x" size="sm"></svg>
              </button>
            </li>
          }
        </ul>
      </section>
    }
    @if (canSave() && !naming()) {
      <button class="btn btn-ghost btn-sm keep" type="button" (click)="startNaming()">
        {{ t('directory.saved.keep') }}
      </button>
    }
    @if (canSave() && naming()) {
      <form (submit)="save($event)">
        <label for="filter-name">{{ t('directory.saved.name') }}</label>
        <div class="row-flex">
          <input
            class="input"
            id="filter-name"
            maxlength="60"
            required
            autocomplete="off"
            [value]="name()"
            (input)="name.set($any($event.target).value)"
          />
          <button class="btn btn-sm" type="submit" [disabled]="busy() || !name().trim()">
            {{ t('directory.saved.save') }}
          </button>
        </div>
      </form>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    h2,
    label {
      font-size: var(--text-sm);
      font-weight: var(--weight-title);
    }
    ul {
      display: grid;
      gap: var(--space-1);
      margin-top: var(--space-2);
    }
    li {
      display: flex;
      align-items: center;
      gap: 2px;
      min-width: 0;
    }
    .chip {
      min-width: 0;
      white-space: normal;
      text-align: start;
      overflow-wrap: anywhere;
    }
    .keep {
      justify-self: start;
      margin-left: calc(-1 * var(--space-3));
    }
    form {
      display: grid;
      gap: var(--space-1);
      max-width: 400px;
    }
    .row-flex {
      flex-wrap: nowrap;
      gap: var(--space-2);
    }
    .input {
      min-width: 0;
      min-height: 32px;
      font-size: 0.875rem;
    }
    @media (max-width: 1023px) {
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SavedFilters {
  readonly chosen = output<DirectoryFilter>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  protected readonly store = inject(DirectoryStore);
  protected readonly t = inject(Words).t;
  protected readonly name = signal('');
  protected readonly busy = signal(false);
  /** The reader wants to keep it, and says under which name. */
  protected readonly naming = signal(false);
  /** There is something to keep, and it is not kept already. */
  protected readonly canSave = computed(() => {
    const filter = this.store.filter();
    return (choicesSet(filter) > 0 || filter.q !== '') && !this.store.saved().some((one) => this.isSet(one));
  });

  protected startNaming(): void {
    this.naming.set(true);
    afterNextRender(() => this.host.querySelector<HTMLElement>('#filter-name')?.focus(), { injector: this.injector });
  }

  protected isSet(one: SavedFilter): boolean {
    return sameFilter(one.filter, this.store.filter());
  }

  protected save(submit: Event): Promise<void> {
    submit.preventDefault();
    const name = this.name().trim();
    return this.attempt(async () => {
      await this.store.save(name);
      this.name.set('');
      this.naming.set(false);
      this.toasts.show({ text: this.t('directory.saved.done', { name }) });
    });
  }

  protected forget(one: SavedFilter): Promise<void> {
    return this.attempt(() => this.store.forget(one.filterId));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    try {
      await work();
    } catch (error) {
      const { title, text } = this.problems.of(error);
      this.toasts.show({ text: title, more: text });
    } finally {
      this.busy.set(false);
    }
  }
}
