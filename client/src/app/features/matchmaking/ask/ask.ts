import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  BlockView,
  EventId,
  LanguagePair,
  OpportunityView,
  ParticipantId,
  ParticipantView,
  RequestPreview,
  SlotChoice,
} from '@musubi/contracts';
import { dimensions, labelOf, regionName } from '@musubi/reference';
import { formatPlainDate } from '@musubi/time';
import { instantOf } from '../../../core/clock/instant-of';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Behalf } from '../../../core/login/behalf';
import { PageHead } from '../../../core/page/page-head';
import type { Refusal } from '../../../core/problem/problem';
import { ProblemWords } from '../../../core/problem/problem-words';
import { Realtime } from '../../../core/realtime/realtime';
import { Acting } from '../../../data/delegation/acting';
import { DelegationStore } from '../../../data/delegation/delegation-store';
import { GuestsApi } from '../../../data/guests/guests-api';
import type { Picked } from '../../../data/guests/picked';
import { InterpreterChoice } from '../../../parts/company/interpreter-choice';
import { PeoplePicker } from '../../../parts/company/people-picker';
import { AgendaStore } from '../../../data/agenda/agenda-store';
import { CurrentEvent } from '../../../data/events/current-event';
import { sharedLanguages } from '../../../data/matchmaking/facets';
import { type OpportunityPair, pairsBetween } from '../../../data/matchmaking/pairs';
import { AskForm, REASON_MOST } from '../../../data/meetings/asking/ask-form';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MeetingsApi } from '../../../data/meetings/meetings-api';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { OpportunitiesStore } from '../../../data/profiles/opportunities-store';
import { Reading } from '../../../data/reading';
import { ParticipantsApi } from '../../../data/registration/participants-api';
import { ParticipantsStore } from '../../../data/registration/participants-store';
import { OrganisationName } from '../../../parts/profiles/organisation-name';
import { Empty } from '../../../ui/feedback/empty';
import { Failure } from '../../../ui/feedback/failure';
import { Note } from '../../../ui/feedback/note';
import { Skeleton } from '../../../ui/feedback/skeleton';
import { Icon } from '../../../ui/icon/icon';
import { Person } from '../../../ui/people/person';
import { SlotBand } from '../../../ui/slots/slot-band';
import { SlotLegend } from '../../../ui/slots/slot-legend';
import { Tie } from '../../../ui/tie/tie';
import { Written } from '../../../ui/text/written';
import { AskKeeping } from './ask-keeping';
import { AskSending } from './ask-sending';
import { AskTimes } from './ask-times';

/** Asking somebody for a meeting, or taking a time they opened: what joins the two, why, when on both walls; what it costs is said before it is sent. */
@Component({
  selector: 'musubi-ask',
  imports: [
    Empty,
    Failure,
    Icon,
    InterpreterChoice,
    Note,
    OrganisationName,
    PeoplePicker,
    Person,
    RouterLink,
    Skeleton,
    SlotBand,
    SlotLegend,
    Tie,
    Written,
  ],
  providers: [AskKeeping, AskSending],
  templateUrl: './ask.html',
  styleUrl: './ask.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Ask {
  readonly participantId = input.required<string>();
  /** The time that is to be filled: chosen beforehand where nothing else is. */
  readonly at = input<string | null, string | undefined>(null, { transform: instantOf });

  private readonly acting = inject(Acting);
  private readonly delegation = inject(DelegationStore);
  private readonly keeping = inject(AskKeeping);
  private readonly guests = inject(GuestsApi);
  private readonly api = inject(MeetingsApi);
  private readonly participantsApi = inject(ParticipantsApi);
  private readonly participants = inject(ParticipantsStore);
  private readonly opportunities = inject(OpportunitiesStore);
  private readonly meetings = inject(MeetingsStore);
  private readonly agenda = inject(AgendaStore);
  protected readonly problems = inject(ProblemWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly whenHeading = viewChild<ElementRef<HTMLElement>>('whenHeading');
  protected readonly behalf = inject(Behalf);
  protected readonly clock = inject(Clock);
  protected readonly sender = inject(AskSending);
  protected readonly words = inject(Words);
  protected readonly say = inject(MeetingWords);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly event = inject(CurrentEvent).event;
  protected readonly longest = REASON_MOST;

  private readonly person = new Reading<ParticipantView>(() =>
    this.participantsApi.one(this.event()!.eventId, this.participantId() as ParticipantId),
  );
  /** With further people, what suits all of them. */
  private readonly slotsRead = new Reading<SlotChoice[]>(() => {
    const with_ = this.participantId() as ParticipantId;
    const needed = this.form.people().filter(({ part }) => part === 'required');
    const wanted = this.form.interpretation();
    if (needed.length === 0) return this.api.slotsWith(this.event()!.eventId, with_, wanted);
    const others = needed.map(({ participant }) => participant.participantId);
    return this.guests.slots(this.event()!.eventId, [with_, ...others], wanted);
  });
  private readonly previewRead = new Reading<RequestPreview>(() =>
    this.api.preview(this.event()!.eventId, this.participantId() as ParticipantId),
  );
  /** Until when they can answer what is chosen: it never lies after the last of the times. */
  private readonly chosenRead = new Reading<RequestPreview>(() =>
    this.api.preview(this.event()!.eventId, this.participantId() as ParticipantId, this.times.chosenIds()),
  );
  private readonly blocksRead = new Reading<BlockView[]>(() => this.api.blocks(this.event()!.eventId));

  protected readonly base = computed(() => `/app/events/${this.event()?.slug ?? ''}`);
  protected readonly partner = this.person.value;
  protected readonly preview = this.previewRead.value;
  /** In whose name it is asked. */
  protected readonly me = computed(() => (this.behalf.of() ? this.delegation.principal() : this.participants.me()));
  private readonly choices = computed(() => this.slotsRead.value() ?? []);
  protected readonly slotsLoading = this.slotsRead.loading;
  protected readonly loading = computed(() => this.person.loading() || this.previewRead.loading());
  protected readonly gone = computed(() => {
    const code = this.person.failed()?.code ?? this.previewRead.failed()?.code;
    return code === 'not_found' || code === 'participant.unavailable';
  });
  protected readonly failed = computed(() => {
    const refusal = this.person.failed() ?? this.previewRead.failed() ?? this.slotsRead.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  protected readonly pairs = computed<OpportunityPair<OpportunityView>[]>(() =>
    pairsBetween(
      this.opportunities.published(),
      (this.partner()?.opportunities ?? []).filter(({ state }) => state === 'published'),
    ),
  );
  protected readonly languages = computed(() => {
    const mine = this.me()?.workingLanguages ?? [];
    const theirs = this.partner()?.workingLanguages ?? [];
    return [...new Set([...sharedLanguages(mine, theirs), ...theirs, ...mine, 'en', 'ja'])];
  });
  protected readonly form: AskForm = new AskForm(this.choices, this.pairs, this.languages);
  protected readonly times = new AskTimes({
    form: this.form,
    partner: this.partner,
    choices: this.choices,
    blocks: this.blocksRead.value,
  });
  protected readonly languageHelp = computed(() => {
    const language = this.form.language();
    const both = [this.me(), this.partner()].every((one) => one?.workingLanguages.includes(language));
    return this.t(both ? 'matchmaking.ask.language_help_both' : 'matchmaking.ask.language_help_one', {
      language: this.say.language(language),
    });
  });

  protected readonly name = computed(() => (this.partner() ? this.say.name(this.partner()!.name) : ''));
  protected readonly called = computed(() => (this.partner() ? this.say.called(this.partner()!.name) : ''));
  protected readonly place = computed(() =>
    this.partner() ? regionName(this.partner()!.organisation.regionCode, this.lang()) : '',
  );
  protected readonly titled = computed(() =>
    this.t(this.times.offers() === 'book' ? 'booking.book.title' : 'matchmaking.ask.title'),
  );
  /** As many open requests as one may have: what is booked at once leaves none. */
  protected readonly full = computed(() => {
    const preview = this.preview();
    return preview !== null && preview !== undefined && !this.times.books() && preview.openRequests >= preview.cap;
  });
  protected readonly answerBy = computed(() => {
    const preview = (this.times.chosenIds().length > 0 && this.chosenRead.value()) || this.preview();
    return preview
      ? this.t('matchmaking.ask.answer_until', {
          name: this.called(),
          time: this.say.theirDeadline(preview.answerBy, this.times.otherZone()),
        })
      : '';
  });
  protected readonly draftSaved = computed(() => {
    const at = this.keeping.savedAt();
    return at === null
      ? null
      : this.t('matchmaking.ask.draft', {
          time: this.say.timeZoned(Temporal.Instant.fromEpochMilliseconds(at).toString()),
        });
  });

  protected readonly taken = computed(() => {
    const mine = this.me()?.participantId;
    return [this.participantId() as ParticipantId, ...(mine ? [mine] : [])];
  });

  private readonly refusal = signal<Refusal | null>(null);
  protected readonly notSent = computed(() => {
    const refusal = this.refusal();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    const head = inject(PageHead);
    const realtime = inject(Realtime);
    const stops = [
      realtime.onHint('slots.changed', () => {
        void this.slotsRead.refresh();
        void this.blocksRead.refresh();
      }),
      realtime.on('agenda.changed', () => void this.slotsRead.refresh()),
      realtime.on('meeting_request.changed', () => void this.previewRead.refresh()),
    ];
    inject(DestroyRef).onDestroy(() => stops.forEach((stop) => stop()));

    effect(() => {
      const event = this.event();
      const participantId = this.participantId();
      this.behalf.of();
      if (!event) return;
      untracked(() => this.open(event.eventId, participantId as ParticipantId));
    });
    effect(() => {
      const organisationId = this.me()?.organisation.organisationId;
      if (organisationId) untracked(() => void this.opportunities.open(organisationId));
    });
    this.keeping.keep(this.form);
    this.chooseBeforehand();
    const chosen = computed(() => this.times.chosenIds().join());
    effect(() => {
      if (chosen()) untracked(() => void this.chosenRead.refresh());
    });
    effect(() => {
      if (this.name()) head.set({ title: `${this.titled()}: ${this.name()} · Musubi`, lang: this.lang() });
    });
  }

  private chooseBeforehand(): void {
    let asked: string | null = null;
    effect(() => {
      const [at, choices] = [this.at(), this.choices()];
      if (!at || at === asked || choices.length === 0 || !this.keeping.ready()) return;
      asked = at;
      const then = choices.find(({ startsAt }) => Date.parse(startsAt) === Date.parse(at));
      if (then && this.form.slots.slotIds().length === 0) untracked(() => this.form.slots.toggle(then.slotId));
    });
  }

  protected yours({ mine }: OpportunityPair<OpportunityView>): string {
    const dimension = labelOf(dimensions, mine.dimension, this.lang()).toLowerCase();
    return this.t(`matchmaking.ask.your.${mine.kind}`, { dimension });
  }

  protected theirs({ theirs }: OpportunityPair<OpportunityView>): string {
    return theirs.deadline
      ? this.t(`matchmaking.ask.their_until.${theirs.kind}`, {
          date: formatPlainDate(theirs.deadline, this.lang(), { weekday: 'none', month: 'long' }),
        })
      : this.t(`matchmaking.ask.their.${theirs.kind}`);
  }

  protected bring(people: readonly Picked[]): void {
    this.form.bring(people);
    void this.slotsRead.refresh();
  }

  protected interpret(languages: LanguagePair | null): void {
    this.form.interpret(languages);
    void this.slotsRead.refresh();
  }

  protected cite(pair: OpportunityPair<OpportunityView>, change: Event): void {
    this.form.cite(pair, (change.target as HTMLInputElement).checked);
  }

  protected write(input: Event): void {
    this.form.write((input.target as HTMLTextAreaElement).value);
  }

  protected speak(change: Event): void {
    this.form.speak((change.target as HTMLSelectElement).value);
  }

  protected again(): void {
    for (const reading of [this.person, this.slotsRead, this.previewRead, this.blocksRead]) void reading.ensure();
  }

  protected async send(submit: Event): Promise<void> {
    submit.preventDefault();
    const event = this.event();
    if (!event || this.sender.sending() || this.full()) return;
    const form = this.form.submit(this.participantId() as ParticipantId);
    if (!form) return this.showFirstGap();
    const input = { ...form, slotIds: this.times.chosenIds() };
    const asked = { eventId: event.eventId, input, name: this.name(), zone: this.times.otherZone(), base: this.base() };
    this.refusal.set(null);
    const refusal = await (this.times.books() ? this.sender.book(asked) : this.sender.ask(asked));
    if (refusal) await this.explain(refusal);
  }

  /** What was lost is shown on the band; the rest in words, with everything kept. */
  private async explain(refusal: Refusal): Promise<void> {
    await Promise.all([this.slotsRead.refresh(), this.previewRead.refresh()]);
    if ((refusal.code === 'meeting.slot_taken' || refusal.code === 'meeting.slot_past') && this.times.lost() > 0) {
      this.whenHeading()?.nativeElement.focus();
      return;
    }
    this.refusal.set(refusal);
  }

  private open(eventId: EventId, participantId: ParticipantId): void {
    for (const reading of [this.person, this.slotsRead, this.previewRead, this.blocksRead]) {
      reading.reset();
      void reading.refresh();
    }
    this.chosenRead.reset();
    this.refusal.set(null);
    if (this.behalf.of()) this.acting.show(eventId);
    void this.participants.open(eventId);
    void this.agenda.open(eventId);
    void this.meetings.open(eventId);
    void this.keeping.open(this.form, eventId, participantId).then(() => {
      // With who was kept, what suits all of them.
      if (!this.form.alone()) void this.slotsRead.refresh();
    });
  }

  private showFirstGap(): void {
    setTimeout(() => {
      const [gap] = this.form.errors();
      if (gap === 'slots') this.whenHeading()?.nativeElement.focus();
      else this.host.querySelector<HTMLElement>('#why')?.focus();
    });
  }
}
