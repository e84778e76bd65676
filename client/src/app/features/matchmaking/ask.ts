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
import { Router, RouterLink } from '@angular/router';
import type {
  BlockView,
  LanguagePair,
  MeetingRequestInput,
  MeetingView,
  OpportunityView,
  ParticipantId,
  ParticipantView,
  RequestPreview,
  SlotChoice,
  SlotId,
} from '@musubi/contracts';
import { dimensions, labelOf, regionName } from '@musubi/reference';
import { formatPlainDate, sameClock } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { type Draft, Drafts } from '../../core/drafts/drafts';
import { Words } from '../../core/i18n/words';
import { Login } from '../../core/login/login';
import { PageHead } from '../../core/page/page-head';
import { Toasts } from '../../core/page/toasts';
import { asRefusal, type Refusal } from '../../core/problem/problem';
import { ProblemWords } from '../../core/problem/problem-words';
import { Realtime } from '../../core/realtime/realtime';
import { GuestsApi } from '../../data/guests/guests-api';
import { InterpreterChoice } from '../../parts/company/interpreter-choice';
import { guestInputs, PeoplePicker, type Picked } from '../../parts/company/people-picker';
import { AgendaStore } from '../../data/agenda/agenda-store';
import { CurrentEvent } from '../../data/events/current-event';
import { sharedLanguages } from '../../data/matchmaking/facets';
import { type OpportunityPair, pairsBetween } from '../../data/matchmaking/pairs';
import { type AskDraft, AskForm, REASON_MOST } from '../../data/meetings/ask-form';
import { MOST_PREFERENCES } from '../../data/slots/slot-preferences';
import { bandDays, sharedHours, type BandSource } from '../../data/slots/band-days';
import { BandWords } from '../../data/slots/band-words';
import { BlockWords } from '../../data/slots/block-words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { MeetingsApi } from '../../data/meetings/meetings-api';
import { MeetingsStore } from '../../data/meetings/meetings-store';
import { OpportunitiesStore } from '../../data/profiles/opportunities-store';
import { Reading } from '../../data/reading';
import { ParticipantsApi } from '../../data/registration/participants-api';
import { ParticipantsStore } from '../../data/registration/participants-store';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { Icon } from '../../ui/icon/icon';
import { Person } from '../../ui/people/person';
import { SlotBand } from '../../ui/slots/slot-band';
import { SlotLegend } from '../../ui/slots/slot-legend';
import { Tie } from '../../ui/tie/tie';
import { Written } from '../../ui/text/written';

/** Milliseconds in which a booking can be taken back where it was made. */
const UNDO_FOR = 60_000;

/** Asking somebody for a meeting, or taking a time they opened: what joins the two, why, when on both walls; what it costs is said before it is sent. */
@Component({
  selector: 'musubi-ask',
  imports: [
    RouterLink,
    Empty,
    Failure,
    Icon,
    InterpreterChoice,
    Note,
    PeoplePicker,
    Person,
    Skeleton,
    SlotBand,
    SlotLegend,
    Tie,
    Written,
  ],
  templateUrl: './ask.html',
  styleUrl: './ask.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Ask {
  readonly participantId = input.required<string>();

  private readonly router = inject(Router);
  private readonly guests = inject(GuestsApi);
  private readonly api = inject(MeetingsApi);
  private readonly participantsApi = inject(ParticipantsApi);
  private readonly participants = inject(ParticipantsStore);
  private readonly opportunities = inject(OpportunitiesStore);
  private readonly meetings = inject(MeetingsStore);
  private readonly agenda = inject(AgendaStore);
  private readonly drafts = inject(Drafts);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(ProblemWords);
  private readonly bandWords = inject(BandWords);
  private readonly blockWords = inject(BlockWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly whenHeading = viewChild<ElementRef<HTMLElement>>('whenHeading');
  protected readonly clock = inject(Clock);
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
    const needed = this.people().filter(({ part }) => part === 'required');
    if (needed.length === 0) return this.api.slotsWith(this.event()!.eventId, with_);
    const others = needed.map(({ participant }) => participant.participantId);
    return this.guests.slots(this.event()!.eventId, [with_, ...others]);
  });
  private readonly previewRead = new Reading<RequestPreview>(() =>
    this.api.preview(this.event()!.eventId, this.participantId() as ParticipantId),
  );
  private readonly blocksRead = new Reading<BlockView[]>(() => this.api.blocks(this.event()!.eventId));
  private draft: Draft<AskDraft> | null = null;
  private readonly draftLoaded = signal(false);
  private readonly savedAt = signal<number | null>(null);

  protected readonly base = computed(() => `/app/events/${this.event()?.slug ?? ''}`);
  protected readonly partner = this.person.value;
  protected readonly preview = this.previewRead.value;
  protected readonly me = this.participants.me;
  protected readonly choices = computed(() => this.slotsRead.value() ?? []);
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
  protected readonly form = new AskForm(this.choices, this.pairs, this.languages);
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
  protected readonly otherZone = computed(() => this.partner()?.zone ?? this.clock.zone());
  protected readonly sameClock = computed(() =>
    sameClock(this.clock.zone(), this.otherZone(), Temporal.Instant.from(this.event()?.startsAt ?? this.clock.now())),
  );
  private readonly band = computed<BandSource | null>(() => {
    const partner = this.partner();
    if (!partner || this.choices().length === 0) return null;
    return {
      choices: this.choices(),
      agenda: this.agenda.items(),
      zone: this.clock.zone(),
      otherZone: partner.zone,
      words: this.bandWords.work(partner.name),
    };
  });
  protected readonly days = computed(() => (this.band() ? bandDays(this.band()!) : []));
  protected readonly slotWords = computed(() => this.bandWords.slots());
  protected readonly legend = computed(() => this.bandWords.legend());
  protected readonly shared = computed(() => {
    const hours = this.band() ? sharedHours(this.band()!) : null;
    return hours ? this.t('matchmaking.ask.both_at_work', { hours: this.t('meetings.slot.between', hours) }) : null;
  });
  private readonly openChoices = computed(() =>
    this.choices().filter(({ state }) => !['busy', 'closed', 'past'].includes(state)),
  );
  protected readonly anyOpen = computed(() => this.openChoices().length > 0);
  /** Every time that is left can be taken at once: then it is booking, from the heading on. */
  protected readonly allInstant = computed(() => this.anyOpen() && this.openChoices().every(({ instant }) => instant));
  /** The one chosen time can be taken at once. */
  protected readonly books = computed(() => {
    const chosen = this.form.slots.chosen();
    // Whoever brings others along, or wants an interpreter, asks: the other side looks at it first.
    return !this.along() && (this.allInstant() || (chosen.length === 1 && chosen[0]!.instant));
  });
  protected readonly most = computed(() => (this.allInstant() ? 1 : MOST_PREFERENCES));
  protected readonly titled = computed(() =>
    this.t(this.allInstant() ? 'booking.book.title' : 'matchmaking.ask.title'),
  );
  /** Blocks that are closed to both now, with when they open. */
  protected readonly closedBlocks = computed(() => {
    const ahead = (block: BlockView): boolean =>
      block.slots.some(({ startsAt }) => Date.parse(startsAt) > this.clock.minute().epochMilliseconds);
    const texts = (this.blocksRead.value() ?? [])
      .filter(ahead)
      .flatMap((block) => this.blockWords.closed(block, this.otherZone()) ?? []);
    return [...new Set(texts)];
  });
  protected readonly picked = computed(() =>
    this.form.slots.chosen().map(({ slotId, startsAt }, index) => ({
      slotId,
      rank: index + 1,
      day: this.say.day(startsAt),
      time: this.say.time(startsAt),
      zone: this.say.label(this.clock.zone(), startsAt),
      other: this.say.other(startsAt, this.otherZone()),
      remove: this.t(`matchmaking.ask.remove.${index + 1}`),
      up: this.t('matchmaking.ask.up', { time: this.say.pick(startsAt) }),
    })),
  );
  protected readonly lost = computed(() => this.form.slots.lost().length);
  protected readonly full = computed(() =>
    this.preview() ? this.preview()!.openRequests >= this.preview()!.cap : false,
  );
  protected readonly answerBy = computed(() => {
    const preview = this.preview();
    return preview
      ? this.t('matchmaking.ask.answer_until', {
          name: this.called(),
          time: this.say.theirDeadline(preview.answerBy, this.otherZone()),
        })
      : '';
  });
  protected readonly draftSaved = computed(() => {
    const at = this.savedAt();
    return at === null
      ? null
      : this.t('matchmaking.ask.draft', {
          time: this.say.timeZoned(Temporal.Instant.fromEpochMilliseconds(at).toString()),
        });
  });

  protected readonly people = signal<readonly Picked[]>([]);
  protected readonly interpretation = signal<LanguagePair | null>(null);
  protected readonly taken = computed(() => {
    const mine = this.me()?.participantId;
    return [this.participantId() as ParticipantId, ...(mine ? [mine] : [])];
  });

  protected readonly sending = signal(false);
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
      if (!event) return;
      untracked(() => this.open(event.eventId, participantId));
    });
    effect(() => {
      const organisationId = this.me()?.organisation.organisationId;
      if (organisationId) untracked(() => void this.opportunities.open(organisationId));
    });
    effect(() => {
      const draft = this.form.draft();
      if (!this.draftLoaded() || !this.form.begun()) return;
      untracked(() => this.draft?.save(draft));
    });
    effect(() => {
      const at = this.draft && this.draftLoaded() ? this.draft.savedAt() : null;
      // The device's clock is not the one on the page.
      untracked(() => this.savedAt.set(at === null ? null : this.clock.nowMs() - (Date.now() - at)));
    });
    effect(() => {
      if (this.name()) head.set({ title: `${this.titled()}: ${this.name()} · Musubi`, lang: this.lang() });
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
    this.people.set(people);
    void this.slotsRead.refresh();
  }

  private along(): Pick<MeetingRequestInput, 'people' | 'interpretation'> | null {
    const [people, interpretation] = [this.people(), this.interpretation()];
    if (people.length === 0 && !interpretation) return null;
    return {
      ...(people.length > 0 ? { people: guestInputs(people) } : {}),
      ...(interpretation ? { interpretation } : {}),
    };
  }

  protected choose(slotIds: readonly string[]): void {
    this.form.slots.take(slotIds as SlotId[]);
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
    if (this.sending() || this.full()) return;
    const [books, along] = [this.books(), this.along()];
    const form = this.form.submit(this.participantId() as ParticipantId);
    if (!form) return this.showFirstGap();
    const input = { ...form, ...along };
    this.sending.set(true);
    this.refusal.set(null);
    try {
      if (books) return await this.book(input);
      const answer = await this.meetings.ask(input);
      this.draftLoaded.set(false);
      await this.draft?.clear();
      const met = 'sides' in answer || answer.meetingId !== null;
      const key = 'sides' in answer ? answer.meetingId : (answer.meetingId ?? answer.requestId);
      this.toasts.show({
        text: this.t(met ? 'matchmaking.ask.met' : 'matchmaking.ask.sent', { name: this.name() }),
        ...(met ? { tie: 'confirmed' as const } : {}),
      });
      await this.router.navigate([this.base(), 'meetings'], { queryParams: { open: key } });
    } catch (error) {
      await this.explain(asRefusal(error));
    } finally {
      this.sending.set(false);
    }
  }

  /** Takes the time, says it on both walls, and offers to take it back for a minute. */
  private async book({ slotIds, ...input }: MeetingRequestInput): Promise<void> {
    const meeting = await this.api.book(this.event()!.eventId, { ...input, slotId: slotIds[0]! });
    this.draftLoaded.set(false);
    await this.draft?.clear();
    const { startsAt } = meeting;
    this.toasts.show({
      text: this.t('booking.book.booked', {
        name: this.name(),
        own: this.say.whole(startsAt),
      }),
      more: this.say.other(startsAt, this.otherZone()),
      tie: 'confirmed',
      stay: UNDO_FOR,
      act: { label: this.t('booking.book.undo'), run: () => void this.takeBack(meeting) },
    });
    void this.meetings.refresh();
    await this.router.navigate([this.base(), 'meetings'], { queryParams: { open: meeting.meetingId } });
  }

  private async takeBack({ meetingId }: MeetingView): Promise<void> {
    const name = this.name();
    try {
      await this.api.cancel(meetingId, 'other', null);
      this.toasts.show({ text: this.t('booking.book.undone', { name }), tie: 'broken' });
      void this.meetings.refresh();
    } catch {
      this.toasts.show({ text: this.t('booking.book.not_undone'), link: `${this.base()}/meetings/${meetingId}` });
    }
  }

  /** What was lost is shown on the band; the rest in words, with everything kept. */
  private async explain(refusal: Refusal): Promise<void> {
    await Promise.all([this.slotsRead.refresh(), this.previewRead.refresh()]);
    if ((refusal.code === 'meeting.slot_taken' || refusal.code === 'meeting.slot_past') && this.lost() > 0) {
      this.whenHeading()?.nativeElement.focus();
      return;
    }
    this.refusal.set(refusal);
  }

  private open(eventId: string, participantId: string): void {
    const event = this.event()!;
    for (const reading of [this.person, this.slotsRead, this.previewRead, this.blocksRead]) {
      reading.reset();
      void reading.refresh();
    }
    void this.participants.open(event.eventId);
    void this.agenda.open(event.eventId);
    void this.meetings.open(event.eventId);
    this.draftLoaded.set(false);
    const draft = this.drafts.of<AskDraft>(`ask/${eventId}/${participantId}/${this.login.me()?.userId ?? ''}`);
    this.draft = draft;
    void draft.load().then((kept) => {
      if (this.draft !== draft) return;
      // Who has begun meanwhile keeps what they typed.
      if (kept && !this.form.begun()) this.form.take(kept);
      this.draftLoaded.set(true);
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
