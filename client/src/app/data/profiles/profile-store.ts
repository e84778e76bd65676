import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { FileId, OrganisationId, ProfileContent, ProfileView, Renewed } from '@musubi/contracts';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { ProfilesApi, type ProfileStep } from './profiles-api';

/** The profile of one organisation, as its own people see it. */
@Injectable({ providedIn: 'root' })
export class ProfileStore {
  private readonly api = inject(ProfilesApi);
  private readonly organisation = signal<OrganisationId | null>(null);
  private readonly read = new Reading<ProfileView>(() => this.api.of(this.organisation()!));

  readonly profile = this.read.value;
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;
  /** What its people are writing: changes beside the public text, or the text itself. */
  readonly written = computed(() => {
    const profile = this.profile();
    return profile ? (profile.revision?.content ?? profile.content) : null;
  });

  constructor() {
    inject(Realtime).on('opportunity.changed', ({ organisationId }) => {
      if (organisationId === this.organisation()) void this.read.refresh();
    });
  }

  open(organisationId: OrganisationId): Promise<void> {
    if (untracked(this.organisation) === organisationId) return this.read.ensure();
    this.read.reset();
    this.organisation.set(organisationId);
    return this.read.refresh();
  }

  refresh(): Promise<void> {
    return this.read.refresh();
  }

  /** @throws Refusal `profile.changed` where a colleague was quicker */
  async write(version: number, content: ProfileContent): Promise<ProfileView> {
    return this.put(await this.api.write(this.organisation()!, version, content));
  }

  async take(step: ProfileStep): Promise<ProfileView> {
    return this.put(await this.api.take(this.organisation()!, step));
  }

  async renew(): Promise<Renewed> {
    const renewed = await this.api.renew(this.organisation()!);
    this.put(renewed.profile);
    return renewed;
  }

  async setLogo(fileId: FileId | null): Promise<void> {
    this.put(await this.api.setLogo(this.organisation()!, fileId));
  }

  async addDocument(fileId: FileId): Promise<void> {
    this.put(await this.api.addDocument(this.organisation()!, fileId));
  }

  async dropDocument(fileId: FileId): Promise<void> {
    this.put(await this.api.dropDocument(this.organisation()!, fileId));
  }

  private put(view: ProfileView): ProfileView {
    this.read.change(() => view);
    return view;
  }
}
