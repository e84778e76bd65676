import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { formatTime, zoneCity, zoneLabel, type Lang } from '@musubi/time';
import { Tie } from '../tie/tie';

/** The same minute on both sides, tied. Never leaves the rail. */
@Component({
  selector: 'musubi-two-clocks',
  imports: [Tie],
  template: `<div>
      <b
        ><time>{{ own().time }}</time></b
      ><small>{{ own().label }}</small>
    </div>
    <musubi-tie state="confirmed" />
    <div>
      <b
        ><time>{{ other().time }}</time></b
      ><small>{{ other().label }}</small>
    </div>`,
  styleUrl: './two-clocks.css',
  host: { role: 'group', '[attr.data-form]': 'form()', '[attr.aria-label]': 'label()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TwoClocks {
  /** In a rail it turns into a column where the rail gets narrow. */
  readonly form = input<'rail' | 'bar'>('rail');
  readonly now = input.required<Temporal.Instant>();
  readonly zone = input.required<string>();
  readonly otherZone = input.required<string>();
  readonly lang = input.required<Lang>();
  /** "Time now". */
  readonly label = input.required<string>();
  /** "Your time": a zone is called after a city in which the reader need not be. */
  readonly ownPlace = input.required<string>();

  protected readonly own = computed(() => this.wall(this.zone(), this.ownPlace()));
  protected readonly other = computed(() => this.wall(this.otherZone(), zoneCity(this.otherZone(), this.lang())));

  private wall(zone: string, place: string): { time: string; label: string } {
    const now = this.now();
    return { time: formatTime(now, zone), label: `${place} ${zoneLabel(zone, now)}` };
  }
}
