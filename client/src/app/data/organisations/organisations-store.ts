import { computed, inject, Injectable } from '@angular/core';
import type { AffiliationId, AffiliationRequest, MyOrganisation } from '@musubi/contracts';
import { Login } from '../../core/login/login';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { OrganisationsApi, type PlaceChange } from './organisations-api';

/** The organisations that I belong to or say so, with their people; for the helpdesk also who waits for its answer. */
@Injectable({ providedIn: 'root' })
export class OrganisationsStore {
  private readonly api = inject(OrganisationsApi);
  private readonly login = inject(Login);
  private readonly own = new Reading<MyOrganisation[]>(() => this.api.mine());
  private readonly due = new Reading<AffiliationRequest[]>(() => this.api.waiting());
  private person: string | null = null;

  /** Null until read. */
  readonly mine = this.own.value;
  readonly loading = this.own.loading;
  readonly failed = computed(() => this.own.failed() ?? this.due.failed());
  readonly waiting = computed(() => this.due.value() ?? []);
  /** Who organises everything decides what organisations leave unanswered. */
  readonly isHelpdesk = computed(
    () =>
      this.login.secondFactor() === 'done' &&
      (this.login.me()?.grants ?? []).some(
        ({ role, eventId }) => eventId === null && (role === 'organiser' || role === 'owner'),
      ),
  );

  constructor() {
    const realtime = inject(Realtime);
    const again = (): void => {
      if (this.own.value()) void this.refresh();
    };
    realtime.on('affiliation.changed', again);
    realtime.on('registration.changed', again);
    realtime.onReload(again);
  }

  /** Reads anew; somebody else's are never shown meanwhile. */
  open(): Promise<void> {
    const person = this.login.me()?.userId ?? null;
    if (this.person !== person) {
      this.own.reset();
      this.due.reset();
      this.person = person;
    }
    return this.refresh();
  }

  /** One of mine; null where I have nothing to do with it, undefined until known. */
  of(organisationId: string): MyOrganisation | null | undefined {
    const mine = this.mine();
    return mine === null ? undefined : (mine.find((one) => one.organisation.organisationId === organisationId) ?? null);
  }

  /** Whatever came of it, what is shown afterwards is what stands. */
  async change(affiliationId: AffiliationId, change: PlaceChange): Promise<void> {
    try {
      await this.api.change(affiliationId, change);
    } finally {
      await this.refresh();
    }
  }

  private async refresh(): Promise<void> {
    await Promise.all([this.own.refresh(), this.isHelpdesk() ? this.due.refresh() : undefined]);
  }
}
