import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../../../core/i18n/words';
import type { InboxEntry } from '../../../data/meetings/inbox/inbox';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { Note } from '../../../ui/feedback/note';
import { EntryActions } from '../entry-actions';
import { Moving } from '../moving';
import { Thread } from '../thread';

/** Of the entry that is open in the list: how it went so far, what holds meanwhile, and everything one can do. */
@Component({
  selector: 'musubi-entry-details',
  imports: [RouterLink, EntryActions, Moving, Note, Thread],
  template: `
    @let one = entry();
    <p class="meta">{{ about() }}</p>
    <musubi-thread [entry]="one" />
    @if (remark(); as text) {
      <musubi-note>{{ text }}</musubi-note>
    }
    <musubi-moving [entry]="one" [base]="base()" />
    <musubi-entry-actions [entry]="one" [base]="base()" />
    <p class="whole">
      <a [routerLink]="[base(), 'meetings', one.key]">{{ t('meetings.thread.open') }}</a>
    </p>
  `,
  styles: `
    :host {
      display: block;
    }
    musubi-thread {
      margin-top: var(--space-4);
    }
    musubi-note,
    musubi-moving:not(:empty),
    musubi-entry-actions {
      margin-top: var(--space-3);
    }
    .whole {
      margin-top: var(--space-4);
      font-size: var(--text-sm);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryDetails {
  readonly entry = input.required<InboxEntry>();
  readonly base = input.required<string>();

  private readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;

  protected readonly about = computed(() => {
    const { time, meeting, request } = this.entry();
    if (!time) return '';
    const about = this.t('meetings.thread.about', {
      count: this.say.minutes(time.startsAt, time.endsAt),
      language: this.say.language((meeting ?? request)!.language),
    });
    const pair = meeting ? meeting.interpretation?.languages : request?.interpretation;
    return this.say.together(about, this.say.interpreted(pair));
  });
  /** What holds while it waits. */
  protected readonly remark = computed(() => {
    const { group, request, partner } = this.entry();
    if (group === 'waiting') return this.t('meetings.thread.kept');
    if (group === 'awaiting' && request?.mine === 'from') {
      return this.t('meetings.thread.never_blocks', { name: this.say.name(partner.name) });
    }
    return null;
  });
}
