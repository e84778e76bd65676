import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { OrganisationId, Side } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import type { BoardFilter, BoardRow } from '../../../data/organiser/schedule/board/plan-board';

const sides: readonly Side[] = ['eu', 'jp', 'third'];

/** Whose rows stand on the board: a side, a region, an organisation. */
@Component({
  selector: 'musubi-board-filter',
  template: `<div class="filter" role="group" [attr.aria-label]="t('schedule.board.filter.label')">
    <div class="segment" role="group" [attr.aria-label]="t('schedule.board.filter.side')">
      <button type="button" [attr.aria-pressed]="filter().side === null" (click)="narrow({ side: null })">
        {{ t('schedule.board.filter.both') }}
      </button>
      @for (side of present(); track side) {
        <button type="button" [attr.aria-pressed]="filter().side === side" (click)="narrow({ side })">
          {{ t('schedule.board.filter.' + side) }}
        </button>
      }
    </div>
    <label>
      <span class="visually-hidden">{{ t('schedule.board.filter.region') }}</span>
      <select class="input" (change)="narrow({ region: value($event), organisation: null })">
        <option value="" [selected]="!filter().region">{{ t('schedule.board.filter.all_regions') }}</option>
        @for (one of regions(); track one.code) {
          <option [value]="one.code" [selected]="one.code === filter().region">{{ one.name }}</option>
        }
      </select>
    </label>
    <label>
      <span class="visually-hidden">{{ t('schedule.board.filter.organisation') }}</span>
      <select class="input" (change)="narrow({ organisation: $any(value($event)) })">
        <option value="" [selected]="!filter().organisation">
          {{ t('schedule.board.filter.all_organisations') }}
        </option>
        @for (one of organisations(); track one.id) {
          <option [value]="one.id" [selected]="one.id === filter().organisation">{{ one.name }}</option>
        }
      </select>
    </label>
    <button
      class="chip"
      type="button"
      [attr.aria-pressed]="filter().without"
      (click)="narrow({ without: !filter().without })"
    >
      {{ t('schedule.board.filter.without') }}
    </button>
  </div>`,
  styles: `
    .filter {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-3);
      align-items: center;
    }
    select {
      width: auto;
      max-width: 168px;
      min-height: var(--target-sm);
      padding-block: 0;
      font-size: var(--text-sm);
    }
    @media (max-width: 767px) {
      .segment {
        flex-wrap: wrap;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardFilterBar {
  readonly rows = input.required<readonly BoardRow[]>();
  readonly filter = input.required<BoardFilter>();
  readonly narrowed = output<BoardFilter>();

  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly present = computed(() => {
    const known = new Set(this.rows().map(({ organisation }) => organisation.side));
    return sides.filter((side) => known.has(side));
  });
  private readonly ofSide = computed(() => {
    const { side } = this.filter();
    return this.rows().filter(({ organisation }) => !side || organisation.side === side);
  });
  protected readonly regions = computed(() => {
    const codes = new Set(this.ofSide().map(({ organisation }) => organisation.regionCode));
    return sorted(
      [...codes].map((code) => ({ code, name: regionName(code, this.words.lang()) })),
      this.words.lang(),
    );
  });
  protected readonly organisations = computed(() => {
    const { region } = this.filter();
    const cards = new Map<OrganisationId, string>();
    for (const { organisation } of this.ofSide()) {
      if (!region || organisation.regionCode === region)
        cards.set(organisation.organisationId, this.say.organisation(organisation));
    }
    return sorted(
      [...cards].map(([id, name]) => ({ id, name })),
      this.words.lang(),
    );
  });

  /** Of another side there is neither the region nor the organisation. */
  protected narrow(change: Partial<BoardFilter>): void {
    const away = 'side' in change ? { region: null, organisation: null } : {};
    this.narrowed.emit({ ...this.filter(), ...away, ...change });
  }

  protected value(change: Event): string | null {
    return (change.target as HTMLSelectElement).value || null;
  }
}

function sorted<T extends { readonly name: string }>(all: T[], lang: string): T[] {
  const { compare } = new Intl.Collator(lang);
  return all.sort((one, other) => compare(one.name, other.name));
}
