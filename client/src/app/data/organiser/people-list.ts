import { computed, signal, type Signal } from '@angular/core';
import type { PersonRow, RegistrationState } from '@musubi/contracts';
import { foldName } from '@musubi/reference';

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

/** The list of people, narrowed by words and by state. */
export class PeopleList {
  private readonly all: Signal<readonly PersonRow[]>;
  private readonly words = signal('');
  private readonly only = signal<RegistrationState | null>(null);

  readonly query = this.words.asReadonly();
  readonly state = this.only.asReadonly();
  private readonly keyed = computed(() => this.all().map((row) => ({ row, key: keyOf(row) })));
  private readonly found = computed(() => {
    const wanted = this.words().split(/\s+/u).filter(Boolean).map(foldName);
    return this.keyed()
      .filter(({ key }) => wanted.every((word) => key.includes(word)))
      .map(({ row }) => row);
  });
  /** Of those that the words find: how many in each state that anybody is in. */
  readonly counts = computed(() => {
    const present = new Set(this.all().map(({ state }) => state));
    return peopleStates
      .filter((state) => present.has(state))
      .map((state) => ({ state, count: this.found().filter((row) => row.state === state).length }));
  });
  readonly total = computed(() => this.found().length);
  readonly shown = computed(() => {
    const only = this.only();
    return this.found()
      .filter(({ state }) => only === null || state === only)
      .sort(
        (a, b) =>
          peopleStates.indexOf(a.state) - peopleStates.indexOf(b.state) ||
          Date.parse(b.registeredAt) - Date.parse(a.registeredAt),
      );
  });

  constructor(people: Signal<readonly PersonRow[]>) {
    this.all = people;
  }

  search(words: string): void {
    this.words.set(words);
  }

  narrow(state: RegistrationState | null): void {
    this.only.set(state);
  }
}

function keyOf({ name, organisation, address, jobTitle }: PersonRow): string {
  return foldName(
    [...Object.values(name), organisation.nameLatin, organisation.nameLocal, address, jobTitle]
      .filter(Boolean)
      .join(' '),
  );
}
