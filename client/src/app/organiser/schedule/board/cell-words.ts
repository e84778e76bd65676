import { computed, inject, Injectable, type Signal } from '@angular/core';
import {
  type ParticipantId,
  type PersonName,
  type PlannedMeetingView,
  type PlanSlot,
  writeName,
} from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import { dateAt, formatTime } from '@musubi/time';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import type { BoardRow, PlanBoard } from '../../../data/organiser/schedule/board/plan-board';
import type { ColumnGroup } from '../../../ui/grid/grid-parts';
import { PlanTexts } from '../plan-texts';

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** How a meeting looks on the board. */
export type CellKind = 'fixed' | 'must' | 'meet';

/** What the board's heads and cells say. */
@Injectable({ providedIn: 'root' })
export class CellWords {
  private readonly clock = inject(Clock);
  private readonly words = inject(Words);
  private readonly say = inject(MeetingWords);
  private readonly texts = inject(PlanTexts);
  /** Asked for in every cell, and few. */
  private readonly regions = new Map<string, string>();

  /** The days of the slots on the reader's own clock. */
  days(slots: Signal<readonly PlanSlot[]>): Signal<readonly ColumnGroup[]> {
    return computed(() => {
      const zone = this.clock.zone();
      const groups: { label: string; from: number; count: number; date: string }[] = [];
      for (const [at, { startsAt }] of slots().entries()) {
        const date = dateAt(Temporal.Instant.from(startsAt), zone);
        const last = groups.at(-1);
        if (last?.date === date) last.count += 1;
        else groups.push({ label: this.say.longDay(startsAt), from: at, count: 1, date });
      }
      return groups;
    });
  }

  own(slot: PlanSlot): string {
    return formatTime(Temporal.Instant.from(slot.startsAt), this.clock.zone());
  }

  other(slot: PlanSlot): string {
    return formatTime(Temporal.Instant.from(slot.startsAt), this.texts.otherZone());
  }

  kind(meeting: PlannedMeetingView): CellKind {
    if (!meeting.conflict && (meeting.locked || meeting.origin.kind === 'confirmed')) return 'fixed';
    return meeting.origin.said.every((one) => one === 'must') ? 'must' : 'meet';
  }

  /** Whom the row's person meets there. */
  partner({ rowOf }: PlanBoard, row: BoardRow, meeting: PlannedMeetingView): BoardRow | null {
    const others = meeting.people
      .filter((one) => one !== row.person.participantId)
      .flatMap((one) => rowOf.get(one) ?? []);
    const own = row.organisation.organisationId;
    return others.find(({ organisation }) => organisation.organisationId !== own) ?? others[0] ?? null;
  }

  region({ organisation: { regionCode } }: BoardRow): string {
    const key = `${this.words.lang()} ${regionCode}`;
    const known = this.regions.get(key) ?? regionName(regionCode, this.words.lang());
    this.regions.set(key, known);
    return known;
  }

  /** Short enough for a cell: the family name, in Japanese script where it is a Japanese one. */
  family({ familyLocal, familyKana, familyLatin }: PersonName): { readonly text: string; readonly lang: 'ja' | null } {
    if (familyLocal && japanese.test(familyLocal)) return { text: familyLocal, lang: 'ja' };
    return { text: this.words.lang() === 'ja' ? (familyKana ?? familyLatin) : familyLatin, lang: null };
  }

  /** `Giulia Ferrari`, `田中 愛子`: on the organisers' board without honorifics. */
  name(name: PersonName): string {
    return writeName(name, this.words.lang(), { honorific: false }).first;
  }

  marks(meeting: PlannedMeetingView): string[] {
    const kind = this.kind(meeting);
    return [
      ...(meeting.conflict ? [this.words.t('schedule.board.keys.not_published')] : []),
      ...(kind === 'meet' ? [] : [this.words.t(`schedule.board.keys.${kind}`)]),
      ...(meeting.byHand ? [this.words.t('schedule.board.keys.hand')] : []),
    ];
  }

  time(slot: PlanSlot): string {
    return this.texts.both(slot.startsAt);
  }

  /**
   * What a cell is read as.
   * @param time of the slot; null for the person
   */
  spoken(board: PlanBoard, row: BoardRow, time: string | null, at: number): string {
    const name = this.name(row.person.name);
    if (time === null) {
      const before = this.before(row);
      const said = this.words.t('schedule.board.say.person', {
        name,
        organisation: this.say.organisation(row.organisation),
        region: this.region(row),
        meetings: row.met,
        wishes: row.person.wishes,
      });
      return before ? said + this.words.t('schedule.board.say.mark', { mark: before }) : said;
    }
    const meeting = row.cells[at] ?? null;
    if (!meeting) return this.words.t(`schedule.board.say.${row.free.has(at) ? 'free' : 'away'}`, { name, time });
    const partner = this.partner(board, row, meeting);
    return this.words.t('schedule.board.say.meeting', {
      name,
      time,
      partner: partner ? this.name(partner.person.name) : '',
      organisation: partner ? this.say.organisation(partner.organisation) : '',
      marks: this.marks(meeting)
        .map((mark) => this.words.t('schedule.board.say.mark', { mark }))
        .join(''),
    });
  }

  /** Meetings that stand beside the wishes that are met; empty for none. */
  before({ meetings, met }: BoardRow): string {
    return meetings > met ? this.words.n('schedule.board.before', meetings - met) : '';
  }

  /** The people of a meeting, in running text. */
  who({ rowOf }: PlanBoard, people: readonly ParticipantId[]): string {
    return this.texts.who(people.flatMap((one) => rowOf.get(one)?.person.name ?? []));
  }

  /** Every spelling by which the row is found. */
  spellings({ person: { name }, organisation }: BoardRow): string[] {
    const { givenLatin, familyLatin, familyLocal, familyKana, givenKana } = name;
    const parts = [givenLatin, familyLatin, familyLocal, familyKana, givenKana, this.say.organisation(organisation)];
    return parts.filter((one): one is string => Boolean(one));
  }
}
