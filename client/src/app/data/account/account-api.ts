import { inject, Injectable } from '@angular/core';
import type { CalendarFeed, LoginSummary } from '@musubi/contracts';
import { Api } from '../../core/api/api';

@Injectable({ providedIn: 'root' })
export class AccountApi {
  private readonly api = inject(Api);

  logins(): Promise<LoginSummary[]> {
    return this.api.get('/me/logins', {}, { fresh: true });
  }

  endLogin(loginId: string): Promise<void> {
    return this.api.delete(`/me/logins/${loginId}`);
  }

  calendar(): Promise<CalendarFeed> {
    return this.api.get('/me/calendar', {}, { fresh: true });
  }

  renewCalendar(): Promise<CalendarFeed> {
    return this.api.post('/me/calendar/renew');
  }
}
