import { computed, signal, type Signal } from '@angular/core';
import type {
  GuestInput,
  LanguagePair,
  MeetingRequestInput,
  OpportunityCard,
  ParticipantId,
  SlotChoice,
  SlotId,
} from '@musubi/contracts';
import { guestInputs, type Picked } from '../../guests/picked';
import { SlotPreferences } from '../../slots/slot-preferences';

/** Characters of a reason, as the server takes it. */
export const REASON_MOST = 400;
const REASON_LEAST = 3;

export type AskGap = 'reason' | 'reason_long' | 'slots';

/** What is kept of a request while it is written. */
export interface AskDraft {
  reason: string;
  /** My opportunities of the chosen pairs. */
  pairs: string[];
  slotIds: SlotId[];
  language: string | null;
  /** Who is to be taken along; missing in what was kept before there were further people. */
  people?: GuestInput[];
  interpretation?: LanguagePair | null;
}

/** A request while it is written: what it is about, why, when, in which language, and who else comes. */
export class AskForm {
  private readonly pairs: Signal<readonly { mine: OpportunityCard; theirs: OpportunityCard }[]>;
  private readonly languages: Signal<readonly string[]>;
  private readonly why = signal('');
  private readonly joined = signal<ReadonlySet<string>>(new Set());
  private readonly spoken = signal<string | null>(null);
  private readonly along = signal<readonly Picked[]>([]);
  private readonly interpreted = signal<LanguagePair | null>(null);
  private readonly tried = signal(false);
  readonly slots: SlotPreferences;

  readonly reason = this.why.asReadonly();
  readonly used = computed(() => this.why().trim().length);
  /** Chosen, or the first that both speak. */
  readonly language = computed(() => {
    const spoken = this.spoken();
    return spoken !== null && this.languages().includes(spoken) ? spoken : (this.languages()[0] ?? 'en');
  });
  /** Further people, who are taken along. */
  readonly people = this.along.asReadonly();
  /** Between which languages an interpreter is wanted. */
  readonly interpretation = this.interpreted.asReadonly();
  /** Nobody but the two. */
  readonly alone = computed(() => this.along().length === 0 && this.interpreted() === null);
  readonly gaps = computed<AskGap[]>(() => [
    ...(this.used() < REASON_LEAST ? (['reason'] as const) : []),
    ...(this.used() > REASON_MOST ? (['reason_long'] as const) : []),
    ...(this.slots.slotIds().length === 0 ? (['slots'] as const) : []),
  ]);
  /** Gaps to show: none before the reader tried to send. */
  readonly errors = computed<ReadonlySet<AskGap>>(() => new Set(this.tried() ? this.gaps() : []));
  readonly draft = computed<AskDraft>(() => ({
    reason: this.why(),
    pairs: [...this.joined()],
    slotIds: [...this.slots.slotIds()],
    language: this.spoken(),
    people: guestInputs(this.along()),
    interpretation: this.interpreted(),
  }));
  /** Whether there is anything worth keeping. */
  readonly begun = computed(() => this.used() > 0 || this.slots.slotIds().length > 0 || !this.alone());

  constructor(
    choices: Signal<readonly SlotChoice[]>,
    pairs: Signal<readonly { mine: OpportunityCard; theirs: OpportunityCard }[]>,
    languages: Signal<readonly string[]>,
  ) {
    this.pairs = pairs;
    this.languages = languages;
    this.slots = new SlotPreferences(choices);
  }

  write(reason: string): void {
    this.why.set(reason);
  }

  speak(language: string): void {
    this.spoken.set(language);
  }

  bring(people: readonly Picked[]): void {
    this.along.set(people);
  }

  interpret(languages: LanguagePair | null): void {
    this.interpreted.set(languages);
  }

  cites(pair: { mine: OpportunityCard }): boolean {
    return this.joined().has(pair.mine.opportunityId);
  }

  cite(pair: { mine: OpportunityCard }, cited: boolean): void {
    this.joined.update((joined) => {
      const next = new Set(joined);
      if (cited) next.add(pair.mine.opportunityId);
      else next.delete(pair.mine.opportunityId);
      return next;
    });
  }

  /** @param people those of the draft, as they are shown now */
  take(draft: AskDraft, people: readonly Picked[] = []): void {
    this.along.set(people);
    this.interpreted.set(draft.interpretation ?? null);
    this.why.set(draft.reason);
    this.joined.set(new Set(draft.pairs));
    this.spoken.set(draft.language);
    this.slots.take(draft.slotIds);
  }

  /** Another request is written. */
  clear(): void {
    this.take({ reason: '', pairs: [], slotIds: [], language: null });
    this.tried.set(false);
  }

  /** What to send; null while something is missing, which is then shown. */
  submit(to: ParticipantId): MeetingRequestInput | null {
    this.tried.set(true);
    if (this.gaps().length > 0) return null;
    const cited = this.pairs().filter((pair) => this.cites(pair));
    return {
      to,
      reason: this.why().trim(),
      opportunityIds: cited.flatMap(({ mine, theirs }) => [mine.opportunityId, theirs.opportunityId]),
      slotIds: [...this.slots.slotIds()],
      language: this.language(),
      ...(this.along().length > 0 ? { people: guestInputs(this.along()) } : {}),
      ...(this.interpreted() ? { interpretation: this.interpreted()! } : {}),
    };
  }
}
