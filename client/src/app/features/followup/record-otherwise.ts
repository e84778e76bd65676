import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MeetingResult, MeetingView } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { CurrentEvent } from '../../data/events/current-event';
import { Note } from '../../ui/feedback/note';

/** Somebody says that a side did not come, and the record says that the two met: the way to have it looked at. */
@Component({
  selector: 'musubi-record-otherwise',
  imports: [Note, RouterLink],
  template: `
    @if (otherwise()) {
      <musubi-note icon="info">
        {{ t('followup.form.record_otherwise') }} <a [routerLink]="record()">{{ t('followup.form.record_open') }}</a>
      </musubi-note>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordOtherwise {
  readonly meeting = input.required<Pick<MeetingView, 'meetingId' | 'state'>>();
  readonly result = input.required<MeetingResult | null>();

  private readonly event = inject(CurrentEvent).event;
  protected readonly t = inject(Words).t;
  protected readonly otherwise = computed(
    () =>
      ['held', 'cut_short'].includes(this.meeting().state) &&
      ['partner_absent', 'i_was_absent'].includes(this.result() ?? ''),
  );
  protected readonly record = computed(
    () => `/app/events/${this.event()?.slug ?? ''}/meetings/${this.meeting().meetingId}`,
  );
}
