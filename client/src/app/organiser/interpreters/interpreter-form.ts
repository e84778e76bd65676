import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { BlockView, InterpreterInput, InterpreterPut, InterpreterView, LanguagePair } from '@musubi/contracts';
import { dateAt } from '@musubi/time';
import { Words } from '../../core/i18n/words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { availableOf, blockDays, type Hours, hoursOf } from './interpreter-hours';

const languages = [
  'ja',
  'en',
  'fr',
  'de',
  'es',
  'it',
  'nl',
  'pl',
  'pt',
  'sv',
  'fi',
  'da',
  'cs',
  'el',
  'ko',
  'zh',
] as const;
const pairsAtMost = 6;
const same = (one: LanguagePair, other: LanguagePair): boolean => one.every((language) => other.includes(language));

/** Who interprets, between which languages, when, and how much of it without a break: for somebody new, and to change it. */
@Component({
  selector: 'musubi-interpreter-form',
  templateUrl: './interpreter-form.html',
  styleUrl: './interpreter-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InterpreterForm {
  /** Whose entry is changed; nothing for somebody new. */
  readonly one = input<InterpreterView | null>(null);
  readonly blocks = input.required<readonly BlockView[]>();
  readonly zone = input.required<string>();
  readonly busy = input(false);
  readonly added = output<InterpreterInput>();
  readonly changed = output<InterpreterPut>();
  readonly left = output();

  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly languages = languages;
  protected readonly id = computed(() => `interpreter-${this.one()?.interpreterId ?? 'new'}`);
  protected readonly pairs = linkedSignal<readonly LanguagePair[]>(() => this.one()?.pairs ?? [['ja', 'en']]);
  protected readonly full = computed(() => this.pairs().length >= pairsAtMost);
  protected readonly hours = linkedSignal(() =>
    hoursOf(
      blockDays(this.blocks(), (instant) => dateAt(Temporal.Instant.from(instant), this.zone())),
      this.one()?.available ?? [],
    ),
  );
  /** Said where the form cannot go: no languages, or no time at all. */
  protected readonly lacks = signal<'pairs' | 'hours' | null>(null);

  protected pair([one, other]: LanguagePair): string {
    return this.t('company.pair', { one: this.say.language(one), other: this.say.language(other) });
  }

  protected addPair(one: string, other: string): void {
    const pair: LanguagePair = [one, other];
    if (one === other || this.full() || this.pairs().some((known) => same(known, pair))) return;
    this.pairs.update((all) => [...all, pair]);
    this.lacks.set(null);
  }

  protected dropPair(pair: LanguagePair): void {
    this.pairs.update((all) => all.filter((one) => !same(one, pair)));
  }

  protected come(place: number, change: Event): void {
    this.set(place, { comes: (change.target as HTMLInputElement).checked });
  }

  protected choose(place: number, bound: 'startsAt' | 'endsAt', change: Event): void {
    this.set(place, { [bound]: (change.target as HTMLSelectElement).value });
  }

  private set(place: number, change: Partial<Hours>): void {
    this.hours.update((all) => all.map((one, at) => (at === place ? { ...one, ...change } : one)));
    this.lacks.set(null);
  }

  protected send(submit: Event): void {
    submit.preventDefault();
    const form = new FormData(submit.target as HTMLFormElement);
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    if (this.pairs().length === 0) return this.lacks.set('pairs');
    if (this.hours().length > 0 && this.hours().every(({ comes }) => !comes)) return this.lacks.set('hours');
    // Where the event has no times yet, what was said of them stays.
    const available = this.hours().length > 0 ? availableOf(this.hours()) : (this.one()?.available ?? []);
    const put: InterpreterPut = {
      pairs: [...this.pairs()],
      available,
      inARow: Number(text('row')),
      breakMinutes: Number(text('break')),
    };
    if (this.one()) return this.changed.emit(put);
    this.added.emit({
      ...put,
      address: text('address'),
      name: {
        givenLatin: text('given'),
        familyLatin: text('family'),
        givenLocal: text('given-local') || null,
        familyLocal: text('family-local') || null,
        givenKana: text('given-kana') || null,
        familyKana: text('family-kana') || null,
      },
    });
  }
}
