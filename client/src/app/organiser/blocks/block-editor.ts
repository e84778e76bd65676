import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type BlockInput,
  type BlockMode,
  blockModes,
  type BlockPreview,
  type OrganisationId,
  organisationKinds,
  organisationName,
  type Pairing,
  type PhaseEnd,
  phaseEnds,
} from '@musubi/contracts';
import { dateAt, formatPlainDate, timeAt, zoneCity } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { asRefusal } from '../../core/problem/problem';
import { type ProblemText, ProblemWords } from '../../core/problem/problem-words';
import { CurrentEvent } from '../../data/events/current-event';
import { eventDays } from '../../data/events/event-days';
import { type BlockDraft, BlockDraftForm, type BlockGap } from '../../data/organiser/blocks/block-draft';
import { BlocksDesk } from '../../data/organiser/blocks/blocks-desk';
import { PeopleStore } from '../../data/organiser/people/people-store';
import { Empty } from '../../ui/feedback/empty';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { Control, Field, focusFirstError } from '../../ui/forms/field';
import { BlockTexts } from './block-texts';
import { WallBand } from './wall-band';

/** Milliseconds of quiet before it is asked what a change would do. */
const QUIET = 400;

type PairSide = 'one' | 'other';

/** A block of meeting times while it is written, with its slots on both walls and what a change would do. */
@Component({
  selector: 'musubi-block-editor',
  imports: [RouterLink, Control, Empty, Field, Note, Skeleton, WallBand],
  templateUrl: './block-editor.html',
  styleUrl: './block-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BlockEditor {
  /** Of the block in the address; `new` for another one. */
  readonly blockId = input.required<string>();

  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  private readonly desk = inject(BlocksDesk);
  private readonly people = inject(PeopleStore);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly event = inject(CurrentEvent).event;
  protected readonly texts = inject(BlockTexts);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly modes = blockModes;
  protected readonly ends = phaseEnds;
  protected readonly kinds = organisationKinds;
  protected readonly pairings: readonly Pairing['kind'][] = ['all', 'eu_jp', 'kinds'];
  protected readonly sides: readonly PairSide[] = ['one', 'other'];

  private readonly zone = computed(() => this.event()?.zone ?? 'UTC');
  protected readonly form = new BlockDraftForm(this.zone);
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);
  protected readonly change = signal<BlockPreview | null>(null);
  protected readonly picked = signal<Record<PairSide, string>>({ one: '', other: '' });
  private taken: BlockInput | null = null;
  /** Which block is being written, as it was read. */
  private readonly begun = signal<{ blockId: string; version: number } | null>(null);

  protected readonly base = computed(() => `/organise/events/${this.event()?.slug ?? ''}`);
  protected readonly isNew = computed(() => this.blockId() === 'new');
  private readonly block = computed(() => this.desk.blocks().find(({ blockId }) => blockId === this.blockId()));
  protected readonly missing = computed(() => !this.isNew() && !this.desk.loading() && !this.block());
  protected readonly ready = computed(() => this.begun()?.blockId === this.blockId());
  protected readonly zoneName = computed(() => zoneCity(this.zone(), this.lang()));
  protected readonly dates = computed(() => {
    const event = this.event();
    const days = event ? eventDays(event, event.zone) : [];
    // A block keeps days that the event no longer has.
    return [...new Set([...days, ...this.form.draft().dates])].sort().map((date) => ({
      date,
      label: formatPlainDate(date, this.lang(), { month: 'long', year: false }),
    }));
  });
  protected readonly organisations = computed(() => {
    const known = new Map(this.people.people().map(({ organisation }) => [organisation.organisationId, organisation]));
    return [...known.values()]
      .map((one) => ({ organisationId: one.organisationId as string, name: organisationName(one, this.lang()) }))
      .sort((a, b) => a.name.localeCompare(b.name, this.lang()));
  });
  protected readonly apart = computed(() => {
    const names = new Map(this.organisations().map(({ organisationId, name }) => [organisationId, name]));
    return this.form.draft().apart.map(({ one, other }) => `${names.get(one) ?? '…'} – ${names.get(other) ?? '…'}`);
  });
  protected readonly mayKeepApart = computed(() => {
    const { one, other } = this.picked();
    return one !== '' && other !== '' && one !== other;
  });

  constructor() {
    effect(() => {
      const event = this.event();
      if (!event) return;
      untracked(() => {
        void this.desk.open(event.eventId);
        void this.people.open(event.eventId);
      });
    });
    effect(() => {
      const [event, block, blockId] = [this.event(), this.block(), this.blockId()];
      // What is being written is not overwritten by what others do.
      if (!event || untracked(this.begun)?.blockId === blockId) return;
      untracked(() => {
        if (blockId === 'new') this.form.begin(eventDays(event, event.zone)[0]!);
        else if (block) this.form.take(block);
        else return;
        this.taken = this.form.input();
        this.begun.set({ blockId, version: block?.version ?? 0 });
      });
    });
    effect((onCleanup) => {
      const [wanted, block] = [this.form.input(), this.block()];
      // What is as it was read changes nothing.
      if (!wanted || !block || !this.ready() || wanted === this.taken) return this.change.set(null);
      const timer = setTimeout(() => void this.ask(wanted), QUIET);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected error(gap: BlockGap): string | null {
    return this.form.errors().has(gap) ? this.t(`blocks.gap.${gap}`) : null;
  }

  protected text(field: 'from' | 'until' | 'nameEn' | 'nameJa', typing: Event): void {
    this.form.set({ [field]: valueOf(typing) });
  }

  protected number(field: 'slotMinutes' | 'gapMinutes', typing: Event): void {
    this.form.set({ [field]: (typing.target as HTMLInputElement).valueAsNumber });
  }

  protected rooms(typing: Event): void {
    this.form.set({ rooms: valueOf(typing) === '' ? null : (typing.target as HTMLInputElement).valueAsNumber });
  }

  protected who(change: Event): void {
    this.form.set({ who: valueOf(change) as BlockDraft['who'] });
  }

  protected offered(change: Event): void {
    this.form.set({ offered: valueOf(change) === 'all' });
  }

  protected mode(change: Event): void {
    this.form.set({ mode: valueOf(change) as BlockMode });
  }

  protected phaseMode(index: number, change: Event): void {
    this.form.setPhase(index, { mode: valueOf(change) as BlockMode });
  }

  protected phaseAt(index: number, field: 'opens' | 'closes', typing: Event): void {
    this.form.setPhase(index, { [field]: valueOf(typing) });
  }

  protected phaseEnd(index: number, change: Event): void {
    this.form.setPhase(index, { atEnd: valueOf(change) as PhaseEnd });
  }

  /** The next period begins where the last one ends, and lasts until the first slot. */
  protected addPhase(): void {
    const { phases, mode } = this.form.draft();
    const wall = (at: Temporal.Instant): string => `${dateAt(at, this.zone())}T${timeAt(at, this.zone())}`;
    const opens = phases.at(-1)?.closes ?? wall(this.clock.minute());
    const first = this.form.slots()[0]?.startsAt;
    const closes = first && wall(Temporal.Instant.from(first)) > opens ? wall(Temporal.Instant.from(first)) : '';
    this.form.addPhase({ mode, opens, closes, atEnd: 'carry' });
  }

  protected pick(side: PairSide, change: Event): void {
    this.picked.update((picked) => ({ ...picked, [side]: valueOf(change) }));
  }

  protected keepApart(): void {
    const { one, other } = this.picked() as Record<PairSide, OrganisationId>;
    this.form.set({ apart: [...this.form.draft().apart, { one, other }] });
    this.picked.set({ one: '', other: '' });
  }

  protected allow(index: number): void {
    this.form.set({ apart: this.form.draft().apart.filter((_, at) => at !== index) });
  }

  protected async save(submit: Event): Promise<void> {
    submit.preventDefault();
    if (this.sending()) return;
    const wanted = this.form.submit();
    if (!wanted) {
      setTimeout(() => focusFirstError(this.element));
      return;
    }
    this.sending.set(true);
    this.problem.set(null);
    const block = this.block();
    try {
      if (block) await this.desk.change(block.blockId, { ...wanted, version: this.begun()!.version });
      else await this.desk.add(wanted);
      this.toasts.show({ text: this.t(block ? 'blocks.saved' : 'blocks.added') });
      await this.router.navigate([this.base(), 'blocks']);
    } catch (error) {
      this.problem.set(this.problems.of(error));
      await this.desk.refresh();
      // Somebody was faster: what they made of it is what is written on.
      if (asRefusal(error).code === 'block.changed') this.takeAgain();
    } finally {
      this.sending.set(false);
    }
  }

  private takeAgain(): void {
    const block = this.block();
    if (!block) return;
    this.form.take(block);
    this.taken = this.form.input();
    this.begun.set({ blockId: block.blockId, version: block.version });
  }

  private async ask(wanted: BlockInput): Promise<void> {
    const block = this.block();
    if (!block) return;
    const said = await this.desk.preview(block.blockId, wanted).catch(() => null);
    if (this.form.input() === wanted) this.change.set(said);
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
