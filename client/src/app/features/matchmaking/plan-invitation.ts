import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Clock } from '../../core/clock/clock';
import { otherZone } from '../../core/clock/other-zone';
import { Words } from '../../core/i18n/words';
import { CurrentEvent } from '../../data/events/current-event';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { PreferencesStore } from '../../data/preferences/preferences-store';
import { Note } from '../../ui/feedback/note';

/** Where the organisers plan the meetings: the way to say whom one wants to meet, until when. */
@Component({
  selector: 'musubi-plan-invitation',
  imports: [RouterLink, Note],
  template: `@if (text(); as text) {
    <musubi-note icon="calendar">
      <span class="row-flex said"
        ><span>{{ text }}</span>
        <a class="btn btn-sm" [routerLink]="[base(), 'preferences']">{{ t('preferences.invite.action') }}</a></span
      >
    </musubi-note>
  }`,
  styles: `
    :host {
      display: block;
    }
    musubi-note {
      margin-bottom: var(--space-5);
    }
    .said {
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanInvitation {
  readonly base = input.required<string>();

  private readonly event = inject(CurrentEvent).event;
  private readonly store = inject(PreferencesStore);
  private readonly clock = inject(Clock);
  private readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;
  protected readonly text = computed(() => {
    const view = this.store.view();
    if (!view?.planned || !view.open) return null;
    if (!view.until) return this.t('preferences.invite.text_none');
    const other = otherZone(this.clock.zone(), Temporal.Instant.from(view.until), this.event()?.zone);
    return this.t('preferences.invite.text', { at: this.say.wholeBoth(view.until, other) });
  });

  constructor() {
    effect(() => {
      const eventId = this.event()?.eventId;
      if (eventId) untracked(() => void this.store.show(eventId));
    });
  }
}
