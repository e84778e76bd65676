import { computed, DOCUMENT, inject, Injectable, PLATFORM_ID, type Signal } from '@angular/core';
import { isPlatformServer } from '@angular/common';
import { Clock } from '../clock/clock';
import { DraftRows } from './draft-rows';
import { DRAFT_SHELF } from './draft-shelf';
import { KeptForm } from './kept-form';

/** One form's draft. */
export interface Draft<T> {
  /** When it was last kept, in milliseconds since 1970 of this device's clock; null while nothing is kept. */
  readonly savedAt: Signal<number | null>;
  load(): Promise<T | null>;
  /** Keeps the value soon; many calls in a row are one write. */
  save(value: T): void;
  clear(): Promise<void>;
}

const nobody = 'nobody';

/**
 * What people type is kept until it is sent: on the server for who is signed in, else on this device. At sign-out this
 * device forgets all of it. Nothing secret goes in.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly shelf = inject(DRAFT_SHELF);
  private readonly rows = inject(DraftRows);
  private readonly clock = inject(Clock);
  private readonly onServer = isPlatformServer(inject(PLATFORM_ID));
  private readonly forms = new Map<string, KeptForm>();
  private person: string | null = null;

  constructor() {
    const window = this.onServer ? null : inject(DOCUMENT).defaultView;
    const keepAll = (): void => void this.keepAll();
    // The page goes away while somebody is still typing; the line is back after it was gone.
    window?.addEventListener('pagehide', keepAll);
    window?.addEventListener('online', keepAll);
  }

  /** Whose forms these are from now on; null for who is not signed in. */
  belongTo(userId: string | null): void {
    if (this.onServer || this.person === userId) return;
    this.leave();
    this.person = userId;
    if (userId !== null) void this.sendLeftOver(userId);
  }

  /** @param form names it, such as `register/<eventId>` */
  of<T extends object>(form: string): Draft<T> {
    const kept = this.formOf(form);
    return {
      savedAt: computed(() => {
        const at = kept.keptAt();
        return at === null ? null : at - this.ahead();
      }),
      load: async () => (this.onServer ? null : ((await kept.load()) as T | null)),
      save: (value) => kept.save(value),
      clear: () => kept.clear(),
    };
  }

  /** Keeps at once what waits for quiet or for the server. */
  async keepAll(): Promise<void> {
    await Promise.all([...this.forms.values()].map((form) => form.keep()));
  }

  /** This device forgets every draft; the server keeps those that it has. */
  async clearAll(): Promise<void> {
    this.leave();
    if (!this.onServer) await this.shelf.clear().catch(() => undefined);
  }

  private formOf(form: string): KeptForm {
    const shelfKey = `${this.person ?? nobody}/${form}`;
    const known = this.forms.get(shelfKey);
    if (known) return known;
    const rows = this.person === null ? null : this.rows.of(this.person);
    const fresh = new KeptForm({ form, shelfKey, shelf: this.shelf, rows, now: () => Date.now() + this.ahead() });
    this.forms.set(shelfKey, fresh);
    return fresh;
  }

  /** What this person typed here before, when the server could not be reached. */
  private async sendLeftOver(userId: string): Promise<void> {
    const keys = await this.shelf.keys().catch(() => []);
    for (const key of keys) {
      if (this.person === userId && key.startsWith(`${userId}/`))
        await this.formOf(key.slice(userId.length + 1)).load();
    }
  }

  private leave(): void {
    for (const form of this.forms.values()) form.leave();
    this.forms.clear();
  }

  /** Milliseconds from this device's clock to domain time. */
  private ahead(): number {
    return this.clock.aheadMs();
  }
}
