import { computed, signal } from '@angular/core';
import type {
  BlockInput,
  BlockMode,
  BlockView,
  KeptApart,
  OrganisationKind,
  Pairing,
  PhaseEnd,
} from '@musubi/contracts';
import { dateAt, instantAt, slotsOf, timeAt } from '@musubi/time';
import type { BandSlotTimes } from './wall-band';

/** A period of a block as it is typed: wall-clock in the event's zone, `2027-01-20T09:00`. */
export interface PhaseDraft {
  readonly mode: BlockMode;
  readonly opens: string;
  readonly closes: string;
  readonly atEnd: PhaseEnd;
}

export interface BlockDraft {
  readonly nameEn: string;
  readonly nameJa: string;
  readonly dates: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly slotMinutes: number;
  readonly gapMinutes: number;
  /** Empty: any number. */
  readonly rooms: number | null;
  readonly who: Pairing['kind'];
  readonly one: readonly OrganisationKind[];
  readonly other: readonly OrganisationKind[];
  readonly apart: readonly KeptApart[];
  readonly offered: boolean;
  readonly mode: BlockMode;
  readonly phases: readonly PhaseDraft[];
}

export type BlockGap = 'dates' | 'times' | 'slot' | 'none_fits' | 'rooms' | 'kinds' | 'phases';

const blank: BlockDraft = {
  nameEn: '',
  nameJa: '',
  dates: [],
  from: '09:00',
  until: '11:00',
  slotMinutes: 20,
  gapMinutes: 5,
  rooms: null,
  who: 'all',
  one: [],
  other: [],
  apart: [],
  offered: true,
  mode: 'on_request',
  phases: [],
};

/** Hours that both sides share in winter, by Tokyo's clock. */
const shared = { from: '17:00', until: '19:00' } as const;

/** A block while it is written, by the wall clock of the event's zone. */
export class BlockDraftForm {
  private readonly zone: () => string;
  private readonly said = signal(blank);
  private readonly tried = signal(false);

  readonly draft = this.said.asReadonly();
  /** As the server would cut them: exact over changes of the clocks. */
  readonly slots = computed<BandSlotTimes[]>(() => {
    const { dates, from, until, slotMinutes, gapMinutes } = this.said();
    if (this.wrongTimes() || this.wrongLengths()) return [];
    return slotsOf({ zone: this.zone(), dates, from, until, slotMinutes, gapMinutes }).map(({ start, end }) => ({
      startsAt: start.toString(),
      endsAt: end.toString(),
    }));
  });
  readonly gaps = computed<BlockGap[]>(() => {
    const { dates, rooms, who, one, other, phases } = this.said();
    const fits = !this.wrongTimes() && !this.wrongLengths();
    const wrong: readonly (readonly [boolean, BlockGap])[] = [
      [dates.length === 0, 'dates'],
      [this.wrongTimes(), 'times'],
      [this.wrongLengths(), 'slot'],
      [fits && dates.length > 0 && this.slots().length === 0, 'none_fits'],
      [rooms !== null && !inRange(rooms, 1, 200), 'rooms'],
      [who === 'kinds' && (one.length === 0 || other.length === 0), 'kinds'],
      [!inOrder(phases), 'phases'],
    ];
    return wrong.flatMap(([is, gap]) => (is ? [gap] : []));
  });
  /** Gaps to show: none before the first try. */
  readonly errors = computed<ReadonlySet<BlockGap>>(() => new Set(this.tried() ? this.gaps() : []));
  /** What would be sent, whether or not it was tried; null while something is missing. */
  readonly input = computed<BlockInput | null>(() => (this.gaps().length === 0 ? this.made() : null));

  constructor(zone: () => string) {
    this.zone = zone;
  }

  /** A new block: on the event's first day, in hours when both sides are at work. */
  begin(date: string): void {
    const [from, until] = [shared.from, shared.until].map((time) =>
      wallElsewhere(date, time, 'Asia/Tokyo', this.zone()),
    );
    this.tried.set(false);
    this.said.set({ ...blank, from: from!, until: until! });
  }

  take(block: BlockView): void {
    const { name, pairing, phases } = block;
    const wall = (at: string): string => {
      const instant = Temporal.Instant.from(at);
      return `${dateAt(instant, this.zone())}T${timeAt(instant, this.zone())}`;
    };
    this.tried.set(false);
    this.said.set({
      nameEn: name.en,
      nameJa: name.ja,
      dates: block.dates,
      from: block.from,
      until: block.until,
      slotMinutes: block.slotMinutes,
      gapMinutes: block.gapMinutes,
      rooms: block.rooms,
      who: pairing.kind,
      one: pairing.kind === 'kinds' ? pairing.one : [],
      other: pairing.kind === 'kinds' ? pairing.other : [],
      apart: block.apart,
      offered: block.offered,
      mode: block.mode,
      phases: phases.map(({ mode, opensAt, closesAt, atEnd }) => ({
        mode,
        atEnd,
        opens: wall(opensAt),
        closes: wall(closesAt),
      })),
    });
  }

  set(change: Partial<BlockDraft>): void {
    this.said.update((draft) => ({ ...draft, ...change }));
  }

  toggleDate(date: string): void {
    this.set({ dates: toggled(this.said().dates, date).toSorted() });
  }

  toggleKind(side: 'one' | 'other', kind: OrganisationKind): void {
    this.set({ [side]: toggled(this.said()[side], kind) });
  }

  addPhase(phase: PhaseDraft): void {
    this.set({ phases: [...this.said().phases, phase] });
  }

  setPhase(index: number, change: Partial<PhaseDraft>): void {
    this.set({ phases: this.said().phases.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  }

  removePhase(index: number): void {
    this.set({ phases: this.said().phases.filter((_, at) => at !== index) });
  }

  /** What to send; null while something is missing, which is then shown. */
  submit(): BlockInput | null {
    this.tried.set(true);
    return this.input();
  }

  private made(): BlockInput {
    const { nameEn, nameJa, who, one, other, phases, dates, apart, ...rest } = this.said();
    const at = (wall: string): string => {
      const [date, time] = wall.split('T');
      return instantAt(date!, time!.slice(0, 5), this.zone()).toString();
    };
    return {
      ...rest,
      dates: [...dates],
      apart: [...apart],
      name: { en: nameEn.trim(), ja: nameJa.trim() },
      pairing: who === 'kinds' ? { kind: who, one: [...one], other: [...other] } : { kind: who },
      phases: phases.map(({ mode, opens, closes, atEnd }) => ({
        mode,
        opensAt: at(opens),
        closesAt: at(closes),
        atEnd,
      })),
    };
  }

  private wrongTimes(): boolean {
    const { from, until } = this.said();
    return ![from, until].every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) || from === until;
  }

  private wrongLengths(): boolean {
    const { slotMinutes, gapMinutes } = this.said();
    return !inRange(slotMinutes, 5, 120) || !inRange(gapMinutes, 0, 60);
  }
}

function inOrder(phases: readonly PhaseDraft[]): boolean {
  return phases.every(
    ({ opens, closes }, index) =>
      opens !== '' && closes !== '' && opens < closes && (index === 0 || opens >= phases[index - 1]!.closes),
  );
}

const toggled = <T>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

const inRange = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** What the clocks of another zone show at that wall time: `17:00` in Tokyo is `09:00` in Brussels in winter. */
function wallElsewhere(date: string, time: string, zone: string, other: string): string {
  return timeAt(instantAt(date, time, zone), other);
}
