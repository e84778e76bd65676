import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { CaseId, CaseView, EventId, FollowUpItem, MeetingId, OutcomeInput } from '@musubi/contracts';
import { Realtime } from '../../core/realtime/realtime';
import { Reading } from '../reading';
import { FollowupApi } from './followup-api';

/** My past meetings of one event: what each side said, and the case that came of it. */
@Injectable({ providedIn: 'root' })
export class FollowupStore {
  private readonly api = inject(FollowupApi);
  private readonly realtime = inject(Realtime);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<FollowUpItem[]>(() => this.api.items(this.event()!));

  readonly items = computed(() =>
    [...(this.read.value() ?? [])].sort((a, b) => Date.parse(b.meeting.startsAt) - Date.parse(a.meeting.startsAt)),
  );
  /** Still asked of me. */
  readonly due = computed(() => this.items().filter(({ mine, meeting }) => mine === null && meeting.outcomeDue));
  readonly answered = computed(() => this.items().filter((item) => !this.due().includes(item)));
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;

  constructor() {
    const again = ({ eventId }: { eventId: string }): void => {
      if (eventId === this.event()) void this.read.refresh();
    };
    this.realtime.on('outcome.changed', again);
    this.realtime.on('meeting.changed', again);
    this.realtime.on('case.changed', () => {
      if (this.event()) void this.read.refresh();
    });
    this.realtime.onReload(() => {
      if (this.event()) void this.read.refresh();
    });
  }

  open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.read.reset();
      this.event.set(eventId);
    }
    return this.read.refresh();
  }

  refresh(): Promise<void> {
    return this.read.refresh();
  }

  async say(meetingId: MeetingId, outcome: OutcomeInput): Promise<void> {
    const mine = await this.api.say(meetingId, outcome);
    this.read.change((items) =>
      items.map((item) =>
        item.meeting.meetingId === meetingId
          ? { ...item, mine, meeting: { ...item.meeting, outcomeDue: false } }
          : item,
      ),
    );
    void this.read.refresh();
  }

  /** Shown at once, taken back if refused. */
  async confirm(caseId: CaseId): Promise<void> {
    const was = this.read.value();
    const put = (change: (one: CaseView) => CaseView): void =>
      this.read.change((items) =>
        items.map((item) => (item.case?.caseId === caseId ? { ...item, case: change(item.case) } : item)),
      );
    put((one) => ({ ...one, level: 'confirmed', mayConfirm: false }));
    try {
      const confirmed = await this.api.confirm(caseId);
      put(() => confirmed);
    } catch (refusal) {
      if (was) this.read.change(() => was);
      throw refusal;
    }
  }
}
