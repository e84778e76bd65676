import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { RegionCell } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import { Words } from '../../../core/i18n/words';
import { regionPairs } from '../../../data/organiser/schedule/region-pairs';

/** How much regions meet, as a heat map and as an equal list. */
@Component({
  selector: 'musubi-region-map',
  template: `<div class="section-head">
      <h3 class="title-part" id="regions">{{ t('schedule.figures.regions') }}</h3>
      @if (pairs().all.length) {
        <button class="btn btn-ghost btn-sm" type="button" (click)="asList.set(!asList())">
          {{ t(asList() ? 'schedule.figures.as_map' : 'schedule.figures.as_list') }}
        </button>
      }
    </div>
    @if (!pairs().all.length) {
      <p class="soft">{{ t('schedule.figures.regions_none') }}</p>
    } @else if (asList() || !pairs().rows.length) {
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{{ t('schedule.figures.regions_one') }}</th>
            <th scope="col">{{ t('schedule.figures.regions_other') }}</th>
            <th scope="col" class="n">{{ t('schedule.figures.regions_meetings') }}</th>
            <th scope="col" class="n">{{ t('schedule.figures.regions_wishes') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (cell of pairs().all; track cell.one + cell.other) {
            <tr>
              <th scope="row">{{ region(cell.one) }}</th>
              <td>{{ region(cell.other) }}</td>
              <td class="n">{{ cell.meetings }}</td>
              <td class="n">{{ cell.wishes }}</td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <div class="table-wrap" tabindex="0" role="region" [attr.aria-label]="t('schedule.figures.regions_scrolls')">
        <table class="heat">
          <thead>
            <tr>
              <td></td>
              @for (code of pairs().columns; track code) {
                <th scope="col">{{ region(code) }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of pairs().rows; track row.code) {
              <tr>
                <th scope="row">{{ region(row.code) }}</th>
                @for (cell of row.cells; track cell.other) {
                  <td>
                    <span class="cell" [attr.data-heat]="cell.heat" [attr.title]="said(cell)"
                      >{{ cell.meetings
                      }}<span class="visually-hidden">{{
                        t('schedule.figures.regions_of', { meetings: cell.meetings, wishes: cell.wishes })
                      }}</span></span
                    >
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (partial(); as text) {
        <p class="meta">{{ text }}</p>
      }
    }`,
  styleUrls: ['../../../ui/chart/heat.css', './region-map.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegionMap {
  readonly cells = input.required<readonly RegionCell[]>();

  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly asList = signal(false);
  protected readonly pairs = computed(() => regionPairs(this.cells()));
  protected readonly partial = computed(() => {
    const { rows, columns, all } = this.pairs();
    if (all.length <= rows.reduce((sum, { cells }) => sum + cells.filter((one) => one.wishes > 0).length, 0))
      return null;
    return this.t('schedule.figures.regions_part', { eu: rows.length, jp: columns.length });
  });

  protected region(code: string): string {
    return regionName(code, this.words.lang());
  }

  protected said({ one, other, meetings, wishes }: RegionCell): string {
    return this.t('schedule.figures.regions_cell', {
      one: this.region(one),
      other: this.region(other),
      meetings,
      wishes,
    });
  }
}
