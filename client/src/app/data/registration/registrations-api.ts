import { inject, Injectable } from '@angular/core';
import type {
  EventId,
  MyRegistration,
  OrganisationCard,
  RegistrationForm,
  RegistrationInput,
  RegistrationView,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';

@Injectable({ providedIn: 'root' })
export class RegistrationsApi {
  private readonly api = inject(Api);

  mine(): Promise<MyRegistration[]> {
    return this.api.get('/me/registrations');
  }

  form(eventId: EventId): Promise<RegistrationForm> {
    return this.api.get(`/events/${eventId}/registration/form`);
  }

  own(eventId: EventId): Promise<RegistrationView | null> {
    return this.api.get(`/events/${eventId}/registration`, {}, { fresh: true });
  }

  send(eventId: EventId, input: RegistrationInput): Promise<RegistrationView> {
    return this.api.post(`/events/${eventId}/registration`, input);
  }

  change(eventId: EventId, input: RegistrationInput): Promise<RegistrationView> {
    return this.api.put(`/events/${eventId}/registration`, input);
  }

  withdraw(eventId: EventId): Promise<RegistrationView> {
    return this.api.post(`/events/${eventId}/registration/withdraw`);
  }

  findOrganisations(search: string, region?: string): Promise<OrganisationCard[]> {
    return this.api.get('/organisations', { search, region });
  }
}
