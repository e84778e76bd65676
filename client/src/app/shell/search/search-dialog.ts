import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  inject,
  linkedSignal,
} from '@angular/core';
import { Router } from '@angular/router';
import type { EventView } from '@musubi/contracts';
import { formatDateTime } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { SearchApi } from '../../data/search/search-api';
import { SearchLine } from '../../data/search/search-line';
import { Icon } from '../../ui/icon/icon';
import { type SearchHit, searchGroups } from './search-hits';

/** Searches the event's sessions, people, organisations and one's meetings (ARIA combobox over a grouped list). */
@Component({
  selector: 'musubi-search-dialog',
  imports: [Icon],
  templateUrl: './search-dialog.html',
  styleUrl: './search-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchDialog {
  private readonly event = inject<EventView>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef<void>>(DialogRef);
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  private readonly document = inject(DOCUMENT);
  private readonly words = inject(Words);
  private readonly api = inject(SearchApi);
  protected readonly t = this.words.t;
  protected readonly line = new SearchLine((asked) => this.api.ask(this.event.eventId, asked));

  protected readonly groups = computed(() => {
    const answer = this.line.answer();
    if (!answer) return [];
    return searchGroups(answer, this.event, {
      lang: this.words.lang(),
      text: this.words.text,
      textLang: this.words.langOf,
      when: (at) => formatDateTime(Temporal.Instant.from(at), this.clock.zone(), this.words.lang(), { year: false }),
    });
  });
  private readonly hits = computed(() => this.groups().flatMap(({ hits }) => hits));
  /** The first one, until the reader moves. */
  protected readonly active = linkedSignal<string | null>(() => this.hits()[0]?.id ?? null);
  /** What a misspelt search was taken for; empty where something is spelt as typed. */
  protected readonly meant = computed(() => {
    const meant = this.hits().length > 0 ? (this.line.answer()?.meant ?? []) : [];
    return meant.length > 0 ? this.t('search.meant', { words: meant.join(this.t('search.comma')) }) : '';
  });
  protected readonly said = computed(() => {
    if (!this.line.settled()) return '';
    if (this.line.failed()) return this.t('search.failed');
    const count = this.hits().length;
    if (count === 0) return this.t('search.none');
    return [this.meant(), this.words.n('search.found', count)].filter(Boolean).join(' ');
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.line.stop());
  }

  protected type(typing: Event): void {
    this.line.type((typing.target as HTMLInputElement).value);
  }

  protected key(press: KeyboardEvent): void {
    if (press.isComposing) return;
    const hits = this.hits();
    const at = hits.findIndex(({ id }) => id === this.active());
    if (press.key === 'Enter') {
      press.preventDefault();
      if (hits[at]) this.go(hits[at]);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    if (!step || hits.length === 0) return;
    press.preventDefault();
    const next = hits[(at + step + hits.length) % hits.length]!;
    this.active.set(next.id);
    this.document.getElementById(`hit-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  }

  protected go({ link, query, fragment }: SearchHit): void {
    this.dialog.close();
    void this.router.navigate([link], { queryParams: query, fragment });
  }

  protected close(): void {
    this.dialog.close();
  }
}
