import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { EventsStore } from '../data/events/events-store';

/** `/organise` opens the conference. */
@Component({ selector: 'musubi-to-conference', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class ToConference {
  private readonly router = inject(Router);
  private readonly events = inject(EventsStore);

  constructor() {
    void this.open();
  }

  private async open(): Promise<void> {
    await this.events.list();
    const slug = this.events.conference()?.slug;
    await this.router.navigateByUrl(slug ? `/organise/events/${slug}/now` : '/organise/follow-up', {
      replaceUrl: true,
    });
  }
}
