import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StageView } from '@musubi/contracts';
import { dateAt, formatDate, formatTime, remaining, zoneCity, zoneLabel } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Login } from '../../core/login/login';
import { clockText } from '../../data/room/room-moment';
import { MediaWords } from '../../data/room/media/media-words';
import type { MediaVisit } from '../../data/room/media/media-visit';
import type { StageScene } from '../../data/stage/stage-scene';
import { DeviceTest } from '../../ui/media/device-test/device-test';
import { monogram } from '../../ui/people/monogram';
import { TwoWalls, type Wall } from '../../ui/time/two-walls';

/** In the picture's place while there is none: the wait for the start, the way backstage, or that it is over. */
@Component({
  selector: 'musubi-stage-wait',
  imports: [RouterLink, DeviceTest, TwoWalls],
  templateUrl: './stage-wait.html',
  styleUrl: './stage-wait.css',
  host: { '[class.twin]': 'scene().mayTest()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StageWait {
  readonly stage = input.required<StageView>();
  readonly scene = input.required<StageScene>();
  readonly visit = input.required<MediaVisit>();
  readonly otherZone = input.required<string>();
  /** Where the programme is. */
  readonly back = input.required<string>();

  private readonly clock = inject(Clock);
  private readonly login = inject(Login);
  private readonly words = inject(Words);
  protected readonly media = inject(MediaWords);
  protected readonly t = this.words.t;

  protected readonly letters = computed(() => {
    const name = this.login.me()?.name;
    return name ? monogram(name) : '';
  });
  /** The start on both walls. */
  protected readonly walls = computed<Wall[]>(() => {
    const at = Temporal.Instant.from(this.stage().session.startsAt);
    const zones = [this.clock.zone(), this.otherZone()];
    const today = dateAt(this.clock.minute(), zones[0]!);
    const away = zones.some((zone) => dateAt(at, zone) !== today);
    return zones.map((zone) => ({
      zone,
      time: formatTime(at, zone),
      label: `${zoneLabel(zone, at)} ${zoneCity(zone, this.words.lang())}`,
      date: away ? formatDate(at, zone, this.words.lang(), { month: 'long', year: false }) : null,
    }));
  });
  protected readonly countdown = computed(() => {
    const start = Temporal.Instant.from(this.stage().session.startsAt);
    const { days, hours, minutes, seconds } = remaining(this.clock.now(), start);
    if (days > 0) return this.words.n('stage.days', days);
    return clockText((hours * 60 + minutes) * 60 + seconds);
  });
}
