import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { ScheduleDiagnosis, ScheduleFinding } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { State } from '../../../ui/feedback/state';
import { CellWords } from '../board/cell-words';
import { PlanTexts } from '../plan-texts';

/** Findings and names that are shown before one asks for the rest. */
const AT_FIRST = 5;
const NAMES = 6;

/** What stands against a run, and what is worth knowing before it. */
@Component({
  selector: 'musubi-findings',
  imports: [State],
  template: `@if (impossible().length) {
      <musubi-state icon="alert" kind="bad">{{ words.n('schedule.diagnosis.impossible', count()) }}</musubi-state>
    } @else if (warnings().length) {
      <musubi-state icon="info" kind="caution">{{ words.n('schedule.diagnosis.warnings', count()) }}</musubi-state>
    } @else {
      <musubi-state icon="check" kind="good">{{ t('schedule.diagnosis.good') }}</musubi-state>
    }
    @if (size(); as text) {
      <p class="meta">{{ text }}</p>
    }
    <ul>
      @for (one of shown(); track $index) {
        <li [attr.data-severity]="one.severity">{{ sentence(one) }}</li>
      }
    </ul>
    @if (hidden() > 0) {
      <button class="btn btn-ghost btn-sm" type="button" (click)="all.set(true)">
        {{ words.n('schedule.diagnosis.show', hidden()) }}
      </button>
    } @else if (more() > 0) {
      <p class="meta">{{ words.n('schedule.diagnosis.beyond', more()) }}</p>
    }`,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: var(--space-1);
    }
    ul {
      display: grid;
      gap: var(--space-1);
      margin-top: var(--space-1);
      font-size: 0.875rem;
      line-height: 1.5;
      max-width: var(--measure);
    }
    li {
      padding-left: var(--space-3);
      border-left: 2px solid var(--color-rule-strong);
    }
    li[data-severity='impossible'] {
      border-left-color: var(--color-bad);
    }
    .btn {
      margin-left: calc(-1 * var(--space-3));
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Findings {
  readonly findings = input.required<readonly ScheduleFinding[]>();
  /** How large the event is, where that is known. */
  readonly diagnosis = input<ScheduleDiagnosis | null>(null);

  /** How many there are beside these. */
  readonly more = input(0);

  private readonly texts = inject(PlanTexts);
  private readonly cells = inject(CellWords);
  private readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly all = signal(false);
  protected readonly impossible = computed(() => this.findings().filter(({ severity }) => severity === 'impossible'));
  protected readonly warnings = computed(() => this.findings().filter(({ severity }) => severity === 'warning'));
  /** Of the severer kind, those that are not listed among them: the severer come first. */
  protected readonly count = computed(() => {
    const [bad, fair] = [this.impossible().length, this.warnings().length];
    return bad > 0 ? bad + (fair > 0 ? 0 : this.more()) : fair + this.more();
  });
  private readonly ordered = computed(() => [...this.impossible(), ...this.warnings()]);
  protected readonly shown = computed(() => (this.all() ? this.ordered() : this.ordered().slice(0, AT_FIRST)));
  protected readonly hidden = computed(() => this.ordered().length - this.shown().length);
  protected readonly size = computed(() => {
    const found = this.diagnosis();
    if (!found) return null;
    const { people, wishes, slots, fixed } = found;
    const number = (value: number): string => this.texts.number(value);
    return this.t('schedule.diagnosis.size', { people: number(people), wishes: number(wishes), slots, fixed });
  });

  protected sentence({ code, people, interpreters, organisations, slots }: ScheduleFinding): string {
    const names = [
      ...people.map(({ name, organisation }) =>
        this.t('schedule.finding.person', {
          name: this.cells.name(name),
          organisation: this.say.organisation(organisation),
        }),
      ),
      ...interpreters.map(({ name }) => this.cells.name(name)),
    ];
    return this.t(`schedule.finding.${code}`, {
      people: this.some(names),
      organisations: this.some(organisations.map((one) => this.say.organisation(one))),
      slots: this.some(slots.map(({ startsAt }) => this.say.wholeBoth(startsAt, this.texts.otherZone()))),
    });
  }

  private some(names: readonly string[]): string {
    if (names.length <= NAMES) return this.texts.list(names);
    const rest = this.words.n('schedule.diagnosis.more', names.length - NAMES + 1);
    return [...names.slice(0, NAMES - 1), rest].join(this.words.lang() === 'ja' ? '、' : ', ');
  }
}
