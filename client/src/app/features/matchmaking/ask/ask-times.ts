import { computed, inject, type Signal } from '@angular/core';
import type { BlockView, ParticipantView, SlotChoice, SlotId } from '@musubi/contracts';
import { sameClock } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Behalf } from '../../../core/login/behalf';
import { AgendaStore } from '../../../data/agenda/agenda-store';
import { CurrentEvent } from '../../../data/events/current-event';
import type { AskForm } from '../../../data/meetings/asking/ask-form';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { bandDays, type BandSource } from '../../../data/slots/band-days';
import { BandWords } from '../../../data/slots/band-words';
import { BlockWords } from '../../../data/slots/block-words';
import { isShut } from '../../../ui/slots/band-layout';
import { MOST_PREFERENCES } from '../../../data/slots/slot-preferences';

interface AskTimesSource {
  readonly form: AskForm;
  readonly partner: Signal<ParticipantView | null>;
  readonly choices: Signal<readonly SlotChoice[]>;
  readonly blocks: Signal<readonly BlockView[] | null>;
}

/** When the two can meet, on both walls; and whether what is chosen is asked for or booked at once. Made where one may inject. */
export class AskTimes {
  private readonly agenda = inject(AgendaStore);
  private readonly bandWords = inject(BandWords);
  private readonly behalf = inject(Behalf);
  private readonly blockWords = inject(BlockWords);
  private readonly clock = inject(Clock);
  private readonly event = inject(CurrentEvent).event;
  private readonly say = inject(MeetingWords);
  private readonly t = inject(Words).t;
  private readonly form: AskForm;
  private readonly partner: AskTimesSource['partner'];
  private readonly choices: AskTimesSource['choices'];
  private readonly blocks: AskTimesSource['blocks'];

  readonly otherZone = computed(() => this.partner()?.zone ?? this.clock.zone());
  readonly sameClock = computed(() =>
    sameClock(this.clock.zone(), this.otherZone(), Temporal.Instant.from(this.event()?.startsAt ?? this.clock.now())),
  );
  private readonly band = computed<BandSource | null>(() => {
    const partner = this.partner();
    if (!partner || this.choices().length === 0) return null;
    return {
      choices: this.choices(),
      // Of a colleague only the slots say when they can be met, never why.
      agenda: this.behalf.of() ? [] : this.agenda.items(),
      zone: this.clock.zone(),
      otherZone: partner.zone,
      mayBook: this.form.alone(),
      event: this.event() ?? null,
      because: (blockId) => this.closings().get(blockId) ?? null,
      words: this.bandWords.work(partner.name),
    };
  });
  /** Blocks that are closed to both now, and from when on they are open. */
  private readonly closings = computed(
    () =>
      new Map(
        (this.blocks() ?? []).flatMap((block) => {
          const text = this.blockWords.closed(block, this.otherZone());
          return text ? [[block.blockId as string, text] as const] : [];
        }),
      ),
  );
  readonly days = computed(() => (this.band() ? bandDays(this.band()!) : []));
  readonly slotWords = computed(() => this.bandWords.slots());
  readonly legend = computed(() => this.bandWords.legend());
  readonly shared = computed(() => (this.band() ? this.bandWords.shared(this.band()!) : null));
  /** From when on blocks are open whose days do not say it themselves. */
  readonly closedBlocks = computed(() => {
    const ahead = (block: BlockView): boolean =>
      block.slots.some(({ startsAt }) => Date.parse(startsAt) > this.clock.minute().epochMilliseconds);
    const told = new Set(
      this.days()
        .filter(isShut)
        .map(({ because }) => because),
    );
    const mixed = this.days().filter((day) => !isShut(day));
    const isTold = (text: string, block: BlockView): boolean =>
      told.has(text) &&
      !mixed.some(({ slots }) => slots.some((one) => block.slots.some((own) => own.slotId === one.slotId)));
    const texts = (this.blocks() ?? []).filter(ahead).flatMap((block) => {
      const text = this.closings().get(block.blockId);
      return text && !isTold(text, block) ? [text] : [];
    });
    return [...new Set(texts)];
  });

  private readonly openChoices = computed(() =>
    this.choices().filter(({ state }) => !['busy', 'closed', 'past'].includes(state)),
  );
  readonly anyOpen = computed(() => this.openChoices().length > 0);
  /** Every time that is left can be taken at once. */
  private readonly allInstant = computed(() => this.anyOpen() && this.openChoices().every(({ instant }) => instant));
  /** What can be done here, whatever is chosen so far: it stands in the headings. */
  readonly offers = computed<'book' | 'both' | 'ask'>(() => {
    // Whoever brings others along, or wants an interpreter, asks: the other side looks at it first.
    if (!this.form.alone() || !this.openChoices().some(({ instant }) => instant)) return 'ask';
    return this.allInstant() ? 'book' : 'both';
  });
  /** Some of the times could be booked at once, were it the two alone. */
  readonly asksFirst = computed(() => !this.form.alone() && this.openChoices().some(({ instant }) => instant));

  readonly most = computed(() => (this.offers() === 'book' ? 1 : MOST_PREFERENCES));
  private readonly chosen = computed(() => this.form.slots.chosen().slice(0, this.most()));
  readonly chosenIds = computed(() => this.chosen().map(({ slotId }) => slotId));
  readonly left = computed(() => this.most() - this.chosen().length);
  readonly lost = computed(() => this.form.slots.lost().length);
  /** Sending now books: every time, or the one that is chosen, can be taken at once. */
  readonly books = computed(() => {
    const chosen = this.chosen();
    return this.offers() === 'book' || (this.offers() === 'both' && chosen.length === 1 && chosen[0]!.instant);
  });
  /** The chosen ones, in words. */
  readonly picked = computed(() =>
    this.chosen().map(({ slotId, startsAt, interpreter }, index) => ({
      slotId,
      rank: index + 1,
      day: this.say.day(startsAt),
      time: this.say.time(startsAt),
      zone: this.say.label(this.clock.zone(), startsAt),
      other: this.say.other(startsAt, this.otherZone()),
      uninterpreted: interpreter === false,
      remove: this.t(`matchmaking.ask.remove.${index + 1}`),
      up: this.t('matchmaking.ask.up', { time: this.say.pick(startsAt) }),
    })),
  );

  constructor({ form, partner, choices, blocks }: AskTimesSource) {
    this.form = form;
    this.partner = partner;
    this.choices = choices;
    this.blocks = blocks;
  }

  choose(slotIds: readonly string[]): void {
    this.form.slots.take(slotIds as SlotId[]);
  }
}
