import { computed, signal, type Signal } from '@angular/core';
import {
  type Lang,
  nameOrder,
  organisationKinds,
  peopleFit,
  type PeopleFilter,
  peopleWords,
  type PersonRow,
  type RegistrationState,
  sides,
} from '@musubi/contracts';
import { regionName } from '@musubi/reference';

/** The states in the order that organisers look at them: what waits for them first. */
export const peopleStates = [
  'pending',
  'waitlisted',
  'offered',
  'complete',
  'offer_expired',
  'rejected',
  'withdrawn',
  'draft',
] as const satisfies readonly RegistrationState[];

/** Those who wait for an answer first, or everybody by name. */
export const peopleOrders = ['waiting', 'name'] as const;
export type PeopleOrder = (typeof peopleOrders)[number];

/** A value of a filter, and how many there are among those who fit all other filters. */
export interface FilterCount<T> {
  readonly value: T;
  readonly count: number;
}

/** Rows on one page. */
export const PAGE = 25;

/** The list of people, narrowed and in pages. */
export class PeopleList {
  private readonly narrowed = signal<PeopleFilter>({});
  private readonly sorted = signal<PeopleOrder>('waiting');
  private readonly turned = signal(1);
  private readonly all: Signal<readonly PersonRow[]>;
  private readonly lang: Signal<Lang>;

  readonly filter = this.narrowed.asReadonly();
  readonly order = this.sorted.asReadonly();
  readonly isNarrowed = computed(() => Object.values(this.narrowed()).some(Boolean));
  readonly total = computed(() => this.all().length);

  private readonly keyed = computed(() => this.all().map((row) => ({ row, words: peopleWords(row) })));
  readonly shown = computed(() => this.fitting(this.narrowed()).sort(this.comparison()));
  readonly pages = computed(() => Math.max(1, Math.ceil(this.shown().length / PAGE)));
  /** From 1; where people disappear, the last page there is. */
  readonly page = computed(() => Math.min(this.turned(), this.pages()));
  readonly rows = computed(() => this.shown().slice((this.page() - 1) * PAGE, this.page() * PAGE));

  readonly states = computed(() => this.counts('state', peopleStates, ({ state }) => state));
  readonly sides = computed(() => this.counts('side', sides, ({ organisation }) => organisation.side));
  readonly kinds = computed(() => this.counts('kind', organisationKinds, ({ organisation }) => organisation.kind));
  readonly regions = computed(() => {
    const lang = this.lang();
    const { compare } = new Intl.Collator(lang);
    const codes = [...new Set(this.all().map(({ organisation }) => organisation.regionCode))];
    codes.sort((a, b) => compare(regionName(a, lang), regionName(b, lang)));
    return this.counts('region', codes, ({ organisation }) => organisation.regionCode);
  });
  readonly needing = computed(() => this.fitting({ ...this.narrowed(), access: 'needed' }).length);
  /** How many there are, whatever their state. */
  readonly inAnyState = computed(() => this.fitting({ ...this.narrowed(), state: undefined }).length);

  constructor(people: Signal<readonly PersonRow[]>, lang: Signal<Lang>) {
    this.all = people;
    this.lang = lang;
  }

  /** Begins on the first page. */
  narrow(change: PeopleFilter): void {
    this.narrowed.update((filter) => ({ ...filter, ...change }));
    this.turned.set(1);
  }

  clear(): void {
    this.narrowed.set({});
    this.turned.set(1);
  }

  sort(order: PeopleOrder): void {
    this.sorted.set(order);
    this.turned.set(1);
  }

  turn(page: number): void {
    this.turned.set(Math.max(1, Math.min(page, this.pages())));
  }

  private fitting(filter: PeopleFilter): PersonRow[] {
    return this.keyed()
      .filter(({ row, words }) => peopleFit(row, filter, words))
      .map(({ row }) => row);
  }

  /** Values that anybody has, also those that nobody who fits the other filters has. */
  private counts<T>(facet: keyof PeopleFilter, values: readonly T[], valueOf: (row: PersonRow) => T): FilterCount<T>[] {
    const present = new Set(this.all().map(valueOf));
    const fitting = this.fitting({ ...this.narrowed(), [facet]: undefined });
    const many = new Map<T, number>();
    for (const row of fitting) many.set(valueOf(row), (many.get(valueOf(row)) ?? 0) + 1);
    return values.filter((value) => present.has(value)).map((value) => ({ value, count: many.get(value) ?? 0 }));
  }

  private comparison(): (one: PersonRow, other: PersonRow) => number {
    const byName = nameOrder(this.lang());
    if (this.sorted() === 'name') return (one, other) => byName(one.name, other.name);
    return (one, other) =>
      peopleStates.indexOf(one.state) - peopleStates.indexOf(other.state) ||
      Date.parse(other.registeredAt) - Date.parse(one.registeredAt) ||
      byName(one.name, other.name);
  }
}
