import { inject, Injectable } from '@angular/core';
import type { CapturedMail, CapturedMailSummary } from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** Mail that a demo or a rehearsal keeps instead of sending it. */
@Injectable({ providedIn: 'root' })
export class MailApi {
  private readonly api = inject(Api);

  list(to: string): Promise<CapturedMailSummary[]> {
    return this.api.get('/mail', { to }, { fresh: true });
  }

  read(id: string): Promise<CapturedMail> {
    return this.api.get(`/mail/${encodeURIComponent(id)}`, {}, { fresh: true });
  }
}
