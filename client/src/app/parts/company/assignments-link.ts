import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Assignment } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { InterpretersApi } from '../../data/interpreters/interpreters-api';
import { Reading } from '../../data/reading';
import { Note } from '../../ui/feedback/note';

/** Leads interpreters to what they have to do; to everybody else it is nothing. */
@Component({
  selector: 'musubi-assignments-link',
  imports: [Note, RouterLink],
  template: `@if (count() > 0) {
    <musubi-note>
      {{ words.n('company.assignments.count', count()) }}
      <a routerLink="/app/interpreting">{{ words.t('company.assignments.open') }}</a>
    </musubi-note>
  }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignmentsLink {
  private readonly api = inject(InterpretersApi);
  private readonly read = new Reading<Assignment[]>(() => this.api.mine());
  protected readonly words = inject(Words);
  protected readonly count = computed(
    () => (this.read.value() ?? []).filter(({ state }) => state === 'confirmed').length,
  );

  constructor() {
    void this.read.refresh();
  }
}
