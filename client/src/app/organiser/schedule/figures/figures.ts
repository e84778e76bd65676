import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { PlanView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import type { PlanBoard } from '../../../data/organiser/schedule/board/plan-board';
import { BarList } from '../../../ui/chart/bar-list';
import { CellWords } from '../board/cell-words';
import { PlanTexts } from '../plan-texts';
import { RegionMap } from './region-map';

/** How the meetings are shared: among people and organisations, over unsocial hours, between regions. */
@Component({
  selector: 'musubi-figures',
  imports: [BarList, RegionMap],
  templateUrl: './figures.html',
  styleUrl: './figures.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Figures {
  readonly plan = input.required<PlanView>();
  readonly board = input.required<PlanBoard>();
  readonly showPerson = output<string>();

  private readonly texts = inject(PlanTexts);
  private readonly cells = inject(CellWords);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly figures = computed(() => this.plan().figures);
  protected readonly shares = computed(() => {
    const { people, organisations } = this.figures().fairness;
    const of = (one: { wishing: number; meeting: number }): string => this.t('schedule.figures.of', one);
    return [
      { label: this.t('schedule.figures.people'), text: of(people) },
      { label: this.t('schedule.figures.organisations'), text: of(organisations) },
      { label: this.t('schedule.figures.gap'), text: this.gap() },
    ];
  });
  /** From nobody's to the most; numbers that nobody has are between them, too. */
  protected readonly spread = computed(() => {
    const people = new Map(this.figures().fairness.spread.map((row) => [row.meetings, row.people]));
    const counts = [...people.keys()];
    const fewest = Math.min(...counts);
    return Array.from({ length: counts.length ? Math.max(...counts) - fewest + 1 : 0 }, (_, at) => ({
      key: String(fewest + at),
      label: this.words.n('schedule.figures.spread_row', fewest + at),
      value: people.get(fewest + at) ?? 0,
    }));
  });
  protected readonly without = computed(() =>
    this.figures().fairness.without.flatMap((id) => {
      const row = this.board().rowOf.get(id);
      return row ? { id, name: this.cells.name(row.person.name) } : [];
    }),
  );
  protected readonly most = computed(() => Math.max(1, ...this.figures().unsocial.map(({ most }) => most)));
  protected readonly unsocial = computed(() =>
    this.figures().unsocial.map(({ side, people, minutes, average, most }) => ({
      side: this.t(`schedule.board.filter.${side}`),
      people: this.words.n('schedule.figures.unsocial_people', people),
      average: this.minutes(Math.round(average)),
      share: (average / this.most()) * 100,
      most: this.minutes(most),
      total: this.minutes(minutes),
    })),
  );

  private gap(): string {
    const { objective, bound } = this.figures();
    if (bound === null) return this.t('schedule.figures.gap_none');
    const gap = Math.max(0, bound - objective);
    return this.t('schedule.figures.gap_text', {
      gap: this.texts.number(Math.round(gap)),
      bound: this.texts.number(Math.round(bound)),
      percent: this.texts.share(gap, Math.max(1, bound)) ?? '',
    });
  }

  private minutes(count: number): string {
    return this.t('schedule.figures.minutes', { count: this.texts.number(count) });
  }
}
