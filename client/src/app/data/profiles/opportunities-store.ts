import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { OpportunityId, OpportunityInput, OpportunityView, OrganisationId } from '@musubi/contracts';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { OpportunitiesApi, type OpportunityStep } from './opportunities-api';

/** What my organisation offers and seeks, drafts included. */
@Injectable({ providedIn: 'root' })
export class OpportunitiesStore {
  private readonly api = inject(OpportunitiesApi);
  private readonly realtime = inject(Realtime);
  private readonly organisation = signal<OrganisationId | null>(null);
  private readonly read = new Reading<OpportunityView[]>(() => this.api.of(this.organisation()!));

  readonly organisationId = this.organisation.asReadonly();
  readonly all = computed(() => (this.read.value() ?? []).filter(({ state }) => state !== 'archived'));
  readonly archived = computed(() => (this.read.value() ?? []).filter(({ state }) => state === 'archived'));
  readonly published = computed(() => this.all().filter(({ state }) => state === 'published'));
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;

  constructor() {
    this.realtime.on('opportunity.changed', ({ organisationId }) => {
      if (organisationId === this.organisation()) void this.read.refresh();
    });
  }

  open(organisationId: OrganisationId): Promise<void> {
    if (untracked(this.organisation) !== organisationId) {
      this.read.reset();
      this.organisation.set(organisationId);
    }
    return this.read.ensure();
  }

  /** Keeps what was typed: a new draft, or a change of one that was read. */
  async save(read: OpportunityView | null, input: OpportunityInput): Promise<OpportunityView> {
    return this.put(
      read
        ? await this.api.change(read.opportunityId, { ...input, version: read.version })
        : await this.api.add(this.organisation()!, input),
    );
  }

  async take(opportunityId: OpportunityId, step: OpportunityStep): Promise<OpportunityView> {
    return this.put(await this.api.take(opportunityId, step));
  }

  async publish(opportunityId: OpportunityId): Promise<OpportunityView> {
    return this.put(await this.api.publish(opportunityId));
  }

  /** Among the archived at once; comes back if refused. */
  async archive(opportunityId: OpportunityId): Promise<void> {
    const was = this.read.value();
    this.read.change((all) =>
      all.map((one) => (one.opportunityId === opportunityId ? { ...one, state: 'archived' as const } : one)),
    );
    try {
      this.put(await this.api.archive(opportunityId));
    } catch (refusal) {
      if (was) this.read.change(() => was);
      throw refusal;
    }
  }

  private put(view: OpportunityView): OpportunityView {
    const isSame = (one: OpportunityView): boolean => one.opportunityId === view.opportunityId;
    this.read.change((all) => (all.some(isSame) ? all.map((one) => (isSame(one) ? view : one)) : [...all, view]));
    return view;
  }
}
