import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ScheduleRunView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { Fresh } from '../../../ui/feedback/fresh';
import { State } from '../../../ui/feedback/state';
import { CellWords } from '../board/cell-words';
import { PlanTexts } from '../plan-texts';

/** Every run, the latest first, with what it reached. */
@Component({
  selector: 'musubi-run-list',
  imports: [RouterLink, Fresh, State],
  template: `@if (rows().length) {
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{{ t('schedule.runs.number') }}</th>
            <th scope="col">{{ t('schedule.runs.what') }}</th>
            <th scope="col" class="n">{{ t('schedule.runs.met') }}</th>
            <th scope="col" class="n">{{ t('schedule.runs.possible') }}</th>
            <th scope="col">{{ t('schedule.runs.state') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.run.runId) {
            <tr [musubiFresh]="row.run.state">
              <th scope="row" class="num">{{ row.run.number }}</th>
              <td>
                {{ row.what }}
                <span class="meta">{{ row.by }}</span>
              </td>
              <td class="n">{{ row.met }}</td>
              <td class="n">{{ row.share }}</td>
              <td>
                <musubi-state [icon]="row.state.icon" [kind]="row.state.kind">{{ row.state.text }}</musubi-state>
                <span class="acts">
                  <a
                    [routerLink]="[base(), 'schedule', 'runs', row.run.runId]"
                    [attr.aria-label]="t('schedule.runs.open_of', { number: row.run.number })"
                    >{{ t('schedule.runs.open') }}</a
                  >
                  @if (row.before; as before) {
                    <a
                      [routerLink]="[base(), 'schedule', 'runs', row.run.runId, 'compare']"
                      [queryParams]="{ with: before.runId }"
                      [attr.aria-label]="t('schedule.runs.compare_of', { one: row.run.number, number: before.number })"
                      >{{ t('schedule.runs.compare', { number: before.number }) }}</a
                    >
                  }
                </span>
              </td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p class="soft">{{ t('schedule.runs.none') }}</p>
    }`,
  styleUrl: './run-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunList {
  readonly runs = input.required<readonly ScheduleRunView[]>();
  readonly base = input.required<string>();

  private readonly texts = inject(PlanTexts);
  private readonly cells = inject(CellWords);
  private readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;
  protected readonly rows = computed(() =>
    this.runs().map((run, at, all) => ({
      run,
      what: this.t('schedule.runs.seed', { mode: this.texts.mode(run), seed: run.seed, seconds: run.seconds }),
      by: this.by(run),
      met: run.hasPlan ? this.texts.met(run.counts) : '',
      share: this.texts.share(run.progress.objective, run.progress.bound) ?? '',
      state: this.texts.state(run),
      before: run.hasPlan ? (all.slice(at + 1).find(({ hasPlan }) => hasPlan) ?? null) : null,
    })),
  );

  private by({ startedBy, startedAt }: ScheduleRunView): string {
    const at = this.say.moment(startedAt);
    return startedBy ? this.t('schedule.runs.by', { name: this.cells.name(startedBy), at }) : at;
  }
}
