import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { dateAt, formatDate, formatTime, sameClock, zoneCity, zoneLabel, type Lang } from '@musubi/time';

/**
 * One instant on two walls: the reader's large, the other beneath, both zones named; the date again where it differs.
 * `<musubi-time at="2027-01-26T08:25:00Z" zone="Europe/Berlin" otherZone="Asia/Tokyo" lang="en" place="Stuttgart" />`
 */
@Component({
  selector: 'musubi-time',
  template: `<span class="time-own"
      ><time [attr.datetime]="instant().toString()">{{ own().text }}</time
      >&ngsp;<span class="time-zone">{{ own().zone }}</span></span
    >
    @if (other(); as other) {
      <span class="time-other">{{ other.text }} {{ other.zone }}</span>
    }`,
  host: { class: 'time', '[class.time-lg]': 'size() === "lg"' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Time {
  /** ISO instant. */
  readonly at = input.required<string>();
  /** End of a period: the range is written. */
  readonly until = input<string>();
  readonly zone = input.required<string>();
  /** The partner's or the event's zone; nothing is written twice where both clocks show the same. */
  readonly otherZone = input<string | null>(null);
  readonly lang = input.required<Lang>();
  /** Own date: never, or always (lists over several days). The other's date is always written where it differs. */
  readonly date = input<'none' | 'short' | 'long'>('none');
  /** Places to name instead of the zones' cities; empty for none. */
  readonly place = input<string>();
  readonly otherPlace = input<string>();
  readonly size = input<'md' | 'lg'>('md');

  protected readonly instant = computed(() => Temporal.Instant.from(this.at()));
  protected readonly own = computed(() => ({
    text: this.date() === 'none' ? this.clock(this.zone()) : this.withDate(this.zone(), this.date() === 'long'),
    zone: this.named(this.zone(), this.place()),
  }));
  protected readonly other = computed(() => {
    const zone = this.otherZone();
    if (!zone || sameClock(zone, this.zone(), this.instant())) return null;
    const differs = dateAt(this.instant(), zone) !== dateAt(this.instant(), this.zone());
    return { text: differs ? this.withDate(zone, false) : this.clock(zone), zone: this.named(zone, this.otherPlace()) };
  });

  private clock(zone: string): string {
    const until = this.until();
    const from = formatTime(this.instant(), zone);
    if (!until) return from;
    return `${from}${this.lang() === 'ja' ? '〜' : '–'}${formatTime(Temporal.Instant.from(until), zone)}`;
  }

  private withDate(zone: string, long: boolean): string {
    const style = long ? ({ weekday: 'long', month: 'long', year: false } as const) : ({ year: false } as const);
    const date = formatDate(this.instant(), zone, this.lang(), style);
    return this.lang() === 'ja' ? `${date}${this.clock(zone)}` : `${date}, ${this.clock(zone)}`;
  }

  private named(zone: string, place: string | undefined): string {
    const city = place ?? zoneCity(zone, this.lang());
    return city ? `${zoneLabel(zone, this.instant())} ${city}` : zoneLabel(zone, this.instant());
  }
}
