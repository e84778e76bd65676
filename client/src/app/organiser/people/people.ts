import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import type { PersonRow, RegistrationState } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import { formatDateTime } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { CurrentEvent } from '../../data/events/current-event';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { PeopleList } from '../../data/organiser/people-list';
import { PeopleStore } from '../../data/organiser/people-store';
import { Dialogs } from '../../ui/dialog/dialogs';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State, type StateKind } from '../../ui/feedback/state';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icons';
import { KeepFocus } from '../../ui/layout/keep-focus';
import { Mono } from '../../ui/people/mono';
import { Name } from '../../ui/people/name';
import { RejectDialog, type RejectQuestion } from './reject-dialog';

/** Rows shown at first, and by which the list grows. */
const PAGE = 50;

const looks: Record<RegistrationState, { icon: IconName; kind: StateKind }> = {
  draft: { icon: 'ring', kind: 'quiet' },
  pending: { icon: 'hourglass', kind: 'caution' },
  complete: { icon: 'check', kind: 'good' },
  waitlisted: { icon: 'clock', kind: 'plain' },
  offered: { icon: 'send', kind: 'plain' },
  offer_expired: { icon: 'dash', kind: 'quiet' },
  rejected: { icon: 'x', kind: 'quiet' },
  withdrawn: { icon: 'undo', kind: 'quiet' },
};

/** Everybody who registered, those who wait for an answer first. */
@Component({
  selector: 'musubi-people',
  imports: [Empty, Failure, Icon, KeepFocus, Mono, Name, Skeleton, State],
  templateUrl: './people.html',
  styleUrl: './people.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class People {
  private readonly clock = inject(Clock);
  private readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly event = inject(CurrentEvent).event;
  protected readonly store = inject(PeopleStore);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly list = new PeopleList(this.store.people);
  protected readonly looks = looks;
  private readonly most = signal(PAGE);
  protected readonly rows = computed(() => this.list.shown().slice(0, this.most()));
  protected readonly rest = computed(() => this.list.shown().length - this.rows().length);
  protected readonly busy = signal<ReadonlySet<string>>(new Set());
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly failureWords = computed(() => ({
    again: this.t('common.again'),
    reference: this.t('common.reference'),
    copy: this.t('common.copy'),
    copied: this.t('common.copied'),
  }));

  constructor() {
    effect(() => {
      const event = this.event();
      if (event) untracked(() => void this.store.open(event.eventId));
    });
  }

  protected search(typing: Event): void {
    this.list.search((typing.target as HTMLInputElement).value);
    this.most.set(PAGE);
  }

  protected narrow(state: RegistrationState | null): void {
    this.list.narrow(state);
    this.most.set(PAGE);
  }

  protected showMore(): void {
    this.most.update((most) => most + PAGE);
  }

  protected region(row: PersonRow): string {
    return regionName(row.organisation.regionCode, this.lang());
  }

  protected registered(row: PersonRow): string {
    return formatDateTime(Temporal.Instant.from(row.registeredAt), this.clock.zone(), this.lang(), { year: false });
  }

  protected approve(row: PersonRow): Promise<void> {
    return this.decide(row, () => this.store.approve(row.participantId), 'approved');
  }

  protected async reject(row: PersonRow): Promise<void> {
    const name = this.say.name(row.name);
    const answer = await this.dialogs.open<{ reason: string | null }, RejectQuestion>(RejectDialog, {
      heading: this.t('organiser.people.reject_dialog.heading', { name }),
      text: this.t('organiser.people.reject_dialog.text', { name }),
      label: this.t('organiser.people.reject_dialog.reason'),
      optional: this.t('common.optional'),
      help: this.t('organiser.people.reject_dialog.help', { name }),
      confirm: this.t('organiser.people.reject'),
      cancel: this.t('common.cancel'),
    });
    if (answer) await this.decide(row, () => this.store.reject(row.participantId, answer.reason), 'rejected');
  }

  private async decide(row: PersonRow, send: () => Promise<void>, done: string): Promise<void> {
    this.busy.update((ids) => new Set(ids).add(row.participantId));
    try {
      await send();
      this.toasts.show({ text: this.t(`organiser.people.${done}`, { name: this.say.name(row.name) }) });
    } catch (refusal) {
      const { title, text } = this.problems.of(refusal);
      this.toasts.show({ text: title, more: text });
    } finally {
      this.busy.update((ids) => new Set([...ids].filter((id) => id !== row.participantId)));
    }
  }
}
