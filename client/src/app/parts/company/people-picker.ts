import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { EventId, ParticipantCard, ParticipantId, SeatPart } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { asRefusal, type Refusal } from '../../core/problem/problem';
import { ProblemWords } from '../../core/problem/problem-words';
import type { Picked } from '../../data/guests/picked';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { SearchApi } from '../../data/search/search-api';
import { Failure } from '../../ui/feedback/failure';
import { Icon } from '../../ui/icon/icon';
import { Person } from '../../ui/people/person';

/** Milliseconds after the last key before people are looked for. */
const PAUSE = 250;
export const seatParts = ['required', 'optional', 'observer'] as const satisfies readonly SeatPart[];

/** Each on a page has an id of its own. */
let made = 0;

/** Finds people of the event by name and takes them along, each with what they come for. */
@Component({
  selector: 'musubi-people-picker',
  imports: [Failure, Icon, Person],
  template: `
    @if (picked().length > 0) {
      <ul class="picked">
        @for (one of picked(); track one.participant.participantId) {
          <li>
            <musubi-person
              size="sm"
              [name]="one.participant.name"
              [lang]="lang()"
              [sub]="say.organisation(one.participant.organisation)"
            />
            <span class="tools">
              <select
                class="input"
                [attr.aria-label]="t('company.part_of', { name: say.name(one.participant.name) })"
                (change)="play(one, $event)"
              >
                @for (part of parts; track part) {
                  <option [value]="part" [selected]="part === one.part">{{ t('company.part.' + part) }}</option>
                }
              </select>
              <button
                class="btn btn-ghost btn-icon"
                type="button"
                [attr.aria-label]="t('company.drop', { name: say.name(one.participant.name) })"
                (click)="drop(one)"
              >
                <svg musubiIcon="x" size="sm"></svg>
              </button>
            </span>
          </li>
        }
      </ul>
    }
    <div class="field">
      <label [attr.for]="id">{{ t('company.find') }}</label>
      <input
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        [id]="id"
        [value]="typed()"
        [attr.aria-expanded]="found().length > 0"
        [attr.aria-controls]="found().length > 0 ? id + '-list' : null"
        [attr.aria-activedescendant]="found()[active()] ? id + '-' + active() : null"
        [attr.aria-describedby]="id + '-help'"
        (input)="type($event)"
        (keydown)="key($event)"
      />
      <p class="help" [id]="id + '-help'">{{ t('company.find_help') }}</p>
    </div>
    @if (failed(); as problem) {
      <musubi-failure
        [heading]="problem.title"
        [text]="problem.text"
        [reference]="problem.reference"
        [words]="problems.failure()"
        (retry)="look()"
      />
    }
    <div role="status">
      @if (none()) {
        <p class="meta">{{ t('company.nobody') }}</p>
      } @else if (found().length > 0) {
        <p class="visually-hidden">{{ words.n('company.found', found().length) }}</p>
      }
    </div>
    @if (found().length > 0) {
      <ul class="found" role="listbox" [id]="id + '-list'" [attr.aria-label]="t('company.found_label')">
        @for (one of found(); track one.participantId; let index = $index) {
          <li
            role="option"
            tabindex="-1"
            [id]="id + '-' + index"
            [attr.aria-selected]="index === active()"
            (mousedown)="$event.preventDefault()"
            (click)="take(one)"
            (keydown.enter)="take(one)"
          >
            <musubi-person size="sm" [name]="one.name" [lang]="lang()" [sub]="say.organisation(one.organisation)" />
            <span class="add"><svg musubiIcon="plus" size="sm"></svg>{{ t('company.add') }}</span>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    ul {
      display: grid;
      gap: var(--space-2);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-3);
      padding-block: var(--space-2);
      border-bottom: var(--hairline) solid var(--color-rule);
    }
    .found li {
      padding-inline: var(--space-2);
      cursor: pointer;
    }
    .found li:hover,
    .found [aria-selected='true'] {
      background: var(--color-primary-wash);
    }
    .add {
      display: inline-flex;
      align-items: center;
      gap: var(--space-1);
      font-size: var(--text-sm);
      font-weight: var(--weight-label);
    }
    .tools {
      display: flex;
      align-items: center;
      gap: var(--space-2);
    }
    select {
      width: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePicker {
  readonly eventId = input.required<EventId>();
  /** Who is of it already, and cannot be taken along. */
  readonly except = input<readonly ParticipantId[]>([]);
  readonly picked = input.required<readonly Picked[]>();
  readonly pickedChange = output<readonly Picked[]>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly search = inject(SearchApi);
  protected readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly parts = seatParts;
  protected readonly id = `people-${(made += 1)}`;
  protected readonly typed = signal('');
  /** The found one that the arrow keys have reached; the first is taken by Enter. */
  protected readonly active = signal(0);
  private readonly people = signal<readonly ParticipantCard[] | null>(null);
  /** The words that they were found for. */
  private sought = '';
  private readonly refusal = signal<Refusal | null>(null);
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly found = computed(() => {
    const taken = new Set([...this.except(), ...this.picked().map(({ participant }) => participant.participantId)]);
    return (this.people() ?? []).filter(({ participantId }) => !taken.has(participantId));
  });
  protected readonly none = computed(() => this.people() !== null && this.found().length === 0);
  protected readonly failed = computed(() => {
    const refusal = this.refusal();
    return refusal ? this.problems.of(refusal) : null;
  });

  protected type(typing: Event): void {
    this.forget((typing.target as HTMLInputElement).value);
    if (this.typed().trim() !== '') this.timer = setTimeout(() => void this.look(), PAUSE);
  }

  /** Looks for whom is typed; only the newest answer counts. */
  protected async look(): Promise<void> {
    const turn = (this.asked += 1);
    const sought = this.typed().trim();
    clearTimeout(this.timer);
    this.refusal.set(null);
    try {
      const { people } = await this.search.ask(this.eventId(), sought);
      if (turn !== this.asked) return;
      this.people.set(people);
      this.sought = sought;
      this.active.set(0);
    } catch (error) {
      if (turn === this.asked) this.refusal.set(asRefusal(error));
    }
  }

  protected take(participant: ParticipantCard): void {
    this.forget('');
    this.pickedChange.emit([...this.picked(), { participant, part: 'required' }]);
  }

  /** Arrow keys go through whom was found, Enter takes along, Escape gives up; the focus stays in the field. */
  protected key(press: KeyboardEvent): void {
    if (press.isComposing) return;
    const [found, at] = [this.found(), this.active()];
    // The form around it is not sent from here.
    if (press.key === 'Enter') {
      press.preventDefault();
      this.enter();
      return;
    }
    if (found.length === 0) return;
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 + found.length };
    const to = steps[press.key];
    if (to !== undefined) {
      press.preventDefault();
      this.active.set(to % found.length);
      this.host.querySelector(`#${this.id}-${this.active()}`)?.scrollIntoView({ block: 'nearest' });
    } else if (press.key === 'Escape') {
      press.preventDefault();
      press.stopPropagation();
      this.forget('');
    }
  }

  /** Nobody is taken along who was found for other words than those that stand there: these are looked for first. */
  private enter(): void {
    const words = this.typed().trim();
    const reached = this.found()[this.active()];
    if (words === '') return;
    if (words !== this.sought) void this.look();
    else if (reached) this.take(reached);
  }

  /** What was found belongs to other words. While somebody types on, it stays until the next is found. */
  private forget(typed: string): void {
    clearTimeout(this.timer);
    this.asked += 1;
    this.typed.set(typed);
    this.refusal.set(null);
    if (typed.trim() !== '') return;
    this.people.set(null);
    this.sought = '';
  }

  protected play({ participant }: Picked, change: Event): void {
    const part = (change.target as HTMLSelectElement).value as SeatPart;
    this.pickedChange.emit(this.picked().map((one) => (one.participant === participant ? { participant, part } : one)));
  }

  protected drop({ participant }: Picked): void {
    this.pickedChange.emit(this.picked().filter((one) => one.participant !== participant));
  }
}
