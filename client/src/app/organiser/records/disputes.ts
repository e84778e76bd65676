import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { disputedListed, type DisputeRow } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { Login } from '../../core/login/login';
import { ProblemWords } from '../../core/problem/problem-words';
import { Realtime } from '../../core/realtime/realtime';
import { CurrentEvent } from '../../data/events/current-event';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { RecordsApi } from '../../data/organiser/records/records-api';
import { Reading } from '../../data/reading';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { Written } from '../../ui/text/written';
import { RecordWords } from './record-words';

/** Meetings whose record somebody asks the organisers to look at: those that wait come first. */
@Component({
  selector: 'musubi-disputes',
  imports: [Empty, Failure, RouterLink, Skeleton, State, Written],
  templateUrl: './disputes.html',
  styleUrl: './disputes.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Disputes {
  private readonly api = inject(RecordsApi);
  private readonly me = inject(Login).me;
  protected readonly problems = inject(ProblemWords);
  protected readonly say = inject(MeetingWords);
  protected readonly look = inject(RecordWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly event = inject(CurrentEvent).event;
  protected readonly read = new Reading<DisputeRow[]>(() => this.api.disputes(this.event()!.eventId));

  protected readonly rows = computed(() => this.read.value() ?? []);
  /** As many as are listed at once: there may be more. */
  protected readonly cut = computed(() => (this.rows().length >= disputedListed ? disputedListed : null));
  protected readonly open = computed(() => this.rows().filter(({ open }) => open).length);
  protected readonly isOwner = computed(() => this.me()?.grants.some(({ role }) => role === 'owner') ?? false);
  protected readonly base = computed(() => `/organise/events/${this.event()?.slug ?? ''}`);
  protected readonly failed = computed(() => {
    const refusal = this.read.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      if (this.event()) untracked(() => void this.read.refresh());
    });
    const stop = inject(Realtime).onHint('verdicts.changed', ({ eventId }) => {
      if (eventId === this.event()?.eventId) void this.read.refresh();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  protected people({ people }: DisputeRow): string {
    return people.map(({ participant }) => this.say.name(participant.name)).join(this.t('records.between'));
  }
}
