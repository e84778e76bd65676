import { inject, Injectable } from '@angular/core';
import type { BlockMeeting, BlockView } from '@musubi/contracts';
import { formatInZones, formatPlainDate, zoneCity } from '@musubi/time';
import { Words } from '../../core/i18n/words';
import { type BandSlotTimes, lateIn } from '../../data/organiser/blocks/wall-band';

/** The two walls that every block is looked at on. */
export const walls = ['Europe/Brussels', 'Asia/Tokyo'] as const;

/** What is said of blocks of meeting times. Needs the words of the area `blocks`. */
@Injectable({ providedIn: 'root' })
export class BlockTexts {
  private readonly words = inject(Words);

  title({ name, dates, from, until }: Pick<BlockView, 'name' | 'dates' | 'from' | 'until'>): string {
    const lang = this.words.lang();
    const days = dates.map((date) => formatPlainDate(date, lang, { month: 'long', year: false }));
    return this.words.text(name) || `${days.join(lang === 'ja' ? '、' : ', ')} ${from}–${until}`;
  }

  /** How many slots lie outside of office hours on either wall. */
  late(slots: readonly BandSlotTimes[]): string {
    const [brussels, tokyo] = walls.map((zone) => ({
      city: zoneCity(zone, this.words.lang()),
      count: lateIn(slots, zone),
    }));
    if (brussels!.count + tokyo!.count === 0) return this.words.t('blocks.late.none');
    return this.words.t('blocks.late.some', {
      one: brussels!.city,
      ones: brussels!.count,
      other: tokyo!.city,
      others: tokyo!.count,
    });
  }

  /** An instant on both walls. */
  both(at: string): string {
    return formatInZones(Temporal.Instant.from(at), [...walls], this.words.lang(), { year: false });
  }

  when({ now }: Pick<BlockView, 'now'>): string {
    if (now.open) return now.closesAt ? this.words.t('blocks.when.closes', { at: this.both(now.closesAt) }) : '';
    if (now.opensAt) return this.words.t('blocks.when.opens', { at: this.both(now.opensAt) });
    return this.words.t(now.mode === 'plan' ? 'blocks.when.waits' : 'blocks.when.over');
  }

  facts({ rooms, pairing, apart, offered, phases }: BlockView): string[] {
    const { t, n } = this.words;
    return [
      rooms === null ? t('blocks.fact.rooms_any') : n('blocks.fact.rooms', rooms),
      t(`blocks.who.${pairing.kind}`),
      ...(apart.length > 0 ? [n('blocks.fact.apart', apart.length)] : []),
      t(offered ? 'blocks.offered.all' : 'blocks.offered.none'),
      ...(phases.length > 0 ? [n('blocks.fact.phases', phases.length)] : []),
    ];
  }

  meetings(meetings: readonly BlockMeeting[]): string[] {
    return meetings.map(({ startsAt, people }) => `${this.both(startsAt)}: ${people.join(', ')}`);
  }
}
