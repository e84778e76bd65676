import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { PlanView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import type { BoardRow, PlanBoard } from '../../../data/organiser/schedule/board/plan-board';
import { CellWords } from './cell-words';

/** Rows a page. */
const PAGE = 50;

/** The board as a list: the meetings of those who are shown, by time. */
@Component({
  selector: 'musubi-meeting-list',
  template: `<table class="table">
      <thead>
        <tr>
          <th scope="col">{{ t('schedule.board.list.time') }}</th>
          <th scope="col">{{ t('schedule.board.list.people') }}</th>
          <th scope="col">{{ t('schedule.board.list.marks') }}</th>
        </tr>
      </thead>
      <tbody>
        @for (one of shown(); track one.id) {
          <tr>
            <td class="num">{{ one.time }}</td>
            <td>{{ one.who }}</td>
            <td>{{ one.marks }}</td>
          </tr>
        } @empty {
          <tr>
            <td colspan="3" class="soft">{{ t('schedule.board.list.none') }}</td>
          </tr>
        }
      </tbody>
    </table>
    @if (pages() > 1) {
      <nav class="row-flex" [attr.aria-label]="t('schedule.board.page.label')">
        <button class="btn btn-sm" type="button" [disabled]="page() === 1" (click)="page.set(page() - 1)">
          {{ t('schedule.board.page.before') }}
        </button>
        <span class="meta num">{{ t('schedule.board.page.of', { page: page(), pages: pages() }) }}</span>
        <button class="btn btn-sm" type="button" [disabled]="page() === pages()" (click)="page.set(page() + 1)">
          {{ t('schedule.board.page.after') }}
        </button>
      </nav>
    }`,
  styles: `
    nav {
      margin-top: var(--space-3);
    }
    .num {
      white-space: normal;
      min-width: 160px;
    }
    @media (max-width: 767px) {
      .num {
        min-width: 96px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingList {
  readonly plan = input.required<PlanView>();
  readonly board = input.required<PlanBoard>();
  readonly rows = input.required<readonly BoardRow[]>();

  private readonly cells = inject(CellWords);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly all = computed(() => {
    const seen = new Map(
      this.rows().flatMap(({ cells }) => cells.flatMap((one) => (one ? [[one.plannedId, one]] : []))),
    );
    return [...seen.values()].sort((one, other) => one.slot - other.slot);
  });
  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.all().length / PAGE)));
  protected readonly page = linkedSignal({ source: this.rows, computation: () => 1 });
  protected readonly shown = computed(() =>
    this.all()
      .slice((this.page() - 1) * PAGE, this.page() * PAGE)
      .map((meeting) => ({
        id: meeting.plannedId,
        time: this.cells.time(this.plan().slots[meeting.slot]!),
        who: this.cells.who(this.board(), meeting.people),
        marks: this.cells.marks(meeting).join(this.words.lang() === 'ja' ? '、' : ', '),
      })),
  );
}
