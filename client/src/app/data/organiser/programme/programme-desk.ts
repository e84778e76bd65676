import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, ImportReport, ProgrammeImport, ProgrammeView, ReleaseSummary } from '@musubi/contracts';
import { Realtime } from '../../../core/realtime/realtime';
import { Reading } from '../../reading';
import { OrganiserApi } from '../organiser-api';

/** The draft of a programme and its releases. */
@Injectable({ providedIn: 'root' })
export class ProgrammeDesk {
  private readonly api = inject(OrganiserApi);
  private readonly event = signal<EventId | null>(null);
  private readonly draftRead = new Reading<ProgrammeView>(() => this.api.draft(this.event()!));
  private readonly releasesRead = new Reading<ReleaseSummary[]>(() => this.api.releases(this.event()!));

  readonly draft = this.draftRead.value;
  /** Newest first. */
  readonly releases = computed(() => [...(this.releasesRead.value() ?? [])].sort((a, b) => b.number - a.number));
  readonly loading = computed(() => this.draftRead.loading() || this.releasesRead.loading());
  readonly failed = computed(() => this.draftRead.failed() ?? this.releasesRead.failed());

  constructor() {
    const realtime = inject(Realtime);
    realtime.onHint('programme.changed', ({ eventId }) => {
      if (this.event() && (!eventId || eventId === this.event())) void this.refresh();
    });
  }

  open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.draftRead.reset();
      this.releasesRead.reset();
      this.event.set(eventId);
    }
    return this.refresh();
  }

  async refresh(): Promise<void> {
    await Promise.all([this.draftRead.refresh(), this.releasesRead.refresh()]);
  }

  async import(file: ProgrammeImport): Promise<ImportReport> {
    const report = await this.api.importProgramme(this.event()!, file);
    if (!file.dryRun) void this.refresh();
    return report;
  }

  async release(name: string): Promise<void> {
    await this.api.release(this.event()!, name);
    await this.refresh();
  }
}
