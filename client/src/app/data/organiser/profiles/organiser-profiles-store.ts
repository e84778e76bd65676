import { inject, Injectable, signal } from '@angular/core';
import {
  everywhere,
  type OrganiserProfile,
  type OrganiserProfiles,
  type OrganiserProfilesQuery,
  type ReviewItem,
  type ReviewSetting,
} from '@musubi/contracts';
import { Realtime, type Watch } from '../../../core/realtime/realtime';
import { Reading } from '../../reading';
import { OrganiserProfilesApi } from './organiser-profiles-api';

/** All profiles, and what waits to be read; follows what others do. */
@Injectable({ providedIn: 'root' })
export class OrganiserProfilesStore {
  private readonly api = inject(OrganiserProfilesApi);
  private readonly realtime = inject(Realtime);
  private readonly query = signal<Partial<OrganiserProfilesQuery>>({});
  private readonly read = new Reading<OrganiserProfiles>(() => this.api.list(this.query()));
  private readonly queue = new Reading<ReviewItem[]>(() => this.api.waiting());
  private readonly rule = new Reading<ReviewSetting>(() => this.api.setting());

  readonly list = this.read.value;
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;
  readonly waiting = this.queue.value;
  readonly waitingLoading = this.queue.loading;
  readonly waitingFailed = this.queue.failed;
  readonly setting = this.rule.value;

  constructor() {
    this.realtime.onHint('profiles.changed', () => {
      if (this.list()) void this.read.refresh();
      if (this.waiting()) void this.queue.refresh();
    });
  }

  /** Follows what others do until it is stopped. */
  watch(): Watch {
    return this.realtime.watch(`organise:${everywhere}`);
  }

  open(query: Partial<OrganiserProfilesQuery>): Promise<void> {
    this.query.set(query);
    void this.queue.ensure();
    void this.rule.ensure();
    return this.read.refresh();
  }

  openQueue(): Promise<void> {
    void this.rule.ensure();
    return this.queue.refresh();
  }

  async approve(item: ReviewItem): Promise<void> {
    await this.api.approve(item);
    this.drop(item);
  }

  async sendBack(item: ReviewItem, because: string): Promise<void> {
    await this.api.sendBack(item, because);
    this.drop(item);
  }

  async verify(row: OrganiserProfile): Promise<void> {
    this.put(await this.api.verify(row.organisation.organisationId, row.verified === null));
  }

  async setMember(row: OrganiserProfile): Promise<void> {
    this.put(await this.api.setMember(row.organisation.organisationId, row.memberSince === null));
  }

  async setReview(required: boolean): Promise<void> {
    const setting = await this.api.setReview(required);
    this.rule.change(() => setting);
  }

  private drop({ id }: ReviewItem): void {
    this.queue.change((all) => all.filter((one) => one.id !== id));
  }

  private put(row: OrganiserProfile): void {
    const isSame = (one: OrganiserProfile) => one.organisation.organisationId === row.organisation.organisationId;
    this.read.change((list) => ({ ...list, profiles: list.profiles.map((one) => (isSame(one) ? row : one)) }));
  }
}
