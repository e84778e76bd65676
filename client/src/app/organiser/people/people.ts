import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  type OnInit,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import {
  organisationKinds,
  type PeopleFilter,
  type PersonRow,
  type RegistrationState,
  sides,
  workTitle,
} from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import { formatDateTime } from '@musubi/time';
import { Api } from '../../core/api/api';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { CurrentEvent } from '../../data/events/current-event';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { PeopleList, peopleOrders, peopleStates } from '../../data/organiser/people/people-list';
import { PeopleStore } from '../../data/organiser/people/people-store';
import { Dialogs } from '../../ui/dialog/dialogs';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Fresh } from '../../ui/feedback/fresh';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State, type StateKind } from '../../ui/feedback/state';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icons';
import { KeepFocus } from '../../ui/layout/keep-focus';
import { Mono } from '../../ui/people/mono';
import { Name } from '../../ui/people/name';
import { PeopleFilters } from './people-filters';
import { RejectDialog, type RejectQuestion } from './reject-dialog';

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

/** Everybody who registered, those who wait for an answer first. What it is narrowed to stands in the address. */
@Component({
  selector: 'musubi-people',
  imports: [Empty, Failure, Fresh, Icon, KeepFocus, Mono, Name, PeopleFilters, Skeleton, State],
  templateUrl: './people.html',
  styleUrl: './people.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class People implements OnInit {
  /** From the address: what the list was narrowed to. */
  readonly q = input<string>();
  readonly state = input<string>();
  readonly side = input<string>();
  readonly region = input<string>();
  readonly kind = input<string>();
  readonly access = input<string>();
  readonly order = input<string>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  private readonly api = inject(Api);
  protected readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly event = inject(CurrentEvent).event;
  protected readonly store = inject(PeopleStore);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly list = new PeopleList(this.store.people, this.lang);
  protected readonly looks = looks;
  protected readonly orders = peopleOrders;
  protected readonly busy = signal<ReadonlySet<string>>(new Set());
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      const event = this.event();
      if (event) untracked(() => void this.store.open(event.eventId));
    });
  }

  ngOnInit(): void {
    this.list.narrow({
      q: this.q() || undefined,
      state: oneOf(peopleStates, this.state()),
      side: oneOf(sides, this.side()),
      region: this.region() || undefined,
      kind: oneOf(organisationKinds, this.kind()),
      access: oneOf(['needed'] as const, this.access()),
    });
    this.list.sort(oneOf(peopleOrders, this.order()) ?? 'waiting');
  }

  protected narrow(change: PeopleFilter): void {
    this.list.narrow(change);
    this.remember();
  }

  protected clear(): void {
    this.list.clear();
    this.remember();
    this.element.querySelector<HTMLElement>('#found')?.focus();
  }

  protected sort(change: Event): void {
    this.list.sort(oneOf(peopleOrders, (change.target as HTMLSelectElement).value) ?? 'waiting');
    this.remember();
  }

  /** The next page is read from its beginning. */
  protected turn(page: number): void {
    this.list.turn(page);
    this.element.querySelector<HTMLElement>('#found')?.focus();
  }

  /** Where the people who are shown can be taken away as a file. */
  protected file(format: 'csv' | 'xlsx'): string {
    return this.api.url(`/events/${this.event()?.eventId ?? ''}/people.${format}`, {
      lang: this.lang(),
      ...this.list.filter(),
    });
  }

  /** How a Japanese name is read, for those who read Japanese. */
  protected reading({ name }: PersonRow): string | null {
    if (this.lang() !== 'ja' || !name.familyLocal) return null;
    return [name.familyKana, name.givenKana].filter(Boolean).join(' ') || null;
  }

  /** Title and department. */
  protected post(person: PersonRow): string {
    return workTitle(person, this.lang());
  }

  protected place({ organisation: { kind, regionCode } }: PersonRow): string {
    return this.t('organiser.people.place', {
      kind: this.t(`organiser.people.kind.${kind}`),
      region: regionName(regionCode, this.lang()),
    });
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

  private remember(): void {
    const order = this.list.order();
    const { q, state, side, region, kind, access } = this.list.filter();
    const queryParams = { q, state, side, region, kind, access, order: order === 'waiting' ? undefined : order };
    void this.router.navigate([], { queryParams, replaceUrl: true, scroll: 'manual' });
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

function oneOf<T extends string>(known: readonly T[], text: string | undefined): T | undefined {
  return known.find((one) => one === text);
}
