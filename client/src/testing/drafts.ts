import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { DraftRows, type PersonRows, type Typed } from '../app/core/drafts/draft-rows';
import { DRAFT_SHELF, type DraftShelf } from '../app/core/drafts/draft-shelf';
import { Refusal } from '../app/core/problem/problem';

/** A device's memory for drafts. */
export class MemoryShelf implements DraftShelf {
  readonly kept = new Map<string, unknown>();
  writes = 0;
  full = false;
  get = async (key: string) => this.kept.get(key);
  set = async (key: string, value: unknown) => {
    if (this.full) throw new Error('full');
    this.writes += 1;
    this.kept.set(key, value);
  };
  remove = async (key: string) => void this.kept.delete(key);
  keys = async () => [...this.kept.keys()];
  clear = async () => this.kept.clear();
}

/** The server's drafts, with its rule: of two the one typed last stands. */
export class MemoryRows {
  /** By person and form. */
  readonly kept = new Map<string, Typed>();
  away = false;
  refuses = false;
  asked = 0;

  of(userId: string): PersonRows & { content: (form: string) => unknown } {
    return {
      read: async (form) => {
        this.answer();
        return this.kept.get(`${userId} ${form}`) ?? null;
      },
      write: async (form, typed) => {
        this.answer();
        const key = `${userId} ${form}`;
        const known = this.kept.get(key);
        if (!known || known.at <= typed.at) this.kept.set(key, typed);
        return this.kept.get(key)!;
      },
      content: (form) => this.kept.get(`${userId} ${form}`)?.value ?? null,
    };
  }

  private answer(): void {
    this.asked += 1;
    if (this.away) throw new Refusal({ code: 'offline' });
    if (this.refuses) throw new Refusal({ code: 'request.invalid', status: 400 });
  }
}

/** Drafts without a device and without a server. */
export function provideDrafts(shelf = new MemoryShelf(), rows = new MemoryRows()): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: DRAFT_SHELF, useValue: shelf },
    { provide: DraftRows, useValue: rows },
  ]);
}
