import { computed, inject, Injectable } from '@angular/core';
import type { CapturedMailSummary } from '@musubi/contracts';
import { Reading } from '../reading';
import { MailApi } from './mail-api';

/** Whether this reader organises a rehearsal: outside of the demo, the kept letters are there for nobody else. */
@Injectable({ providedIn: 'root' })
export class RehearsalStore {
  private readonly api = inject(MailApi);
  private readonly letters = new Reading<CapturedMailSummary[]>(() => this.api.list(''));

  readonly organised = computed(() => this.letters.value() !== null);

  look(): Promise<void> {
    return this.letters.ensure();
  }
}
