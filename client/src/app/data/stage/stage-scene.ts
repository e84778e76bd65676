import { computed, linkedSignal, type Signal } from '@angular/core';
import type { StageView } from '@musubi/contracts';
import type { MediaVisit } from '../room/media/media-visit';
import { stageMoment } from './stage-moment';

/** What a stage's scene looks at. */
export interface StageSight {
  readonly stage: Signal<StageView | null>;
  readonly now: Signal<Temporal.Instant>;
  readonly visit: Pick<MediaVisit, 'session' | 'wasInside'>;
}

/**
 * Why no picture is seen on a stage that one looks at: one is on the way in, nobody has sent anything since one came
 * (`awaited`), those who did are away for a moment (`away`), or the host has not begun (`empty`).
 */
export type StageHold = 'joining' | 'awaited' | 'away' | 'empty';

/** What a stage shows at a moment: the lobby, the picture or what stands in its place, and what one may do. */
export class StageScene {
  private readonly sight: StageSight;
  private readonly moment = computed(() => {
    const stage = this.sight.stage();
    return stage && stageMoment(stage, this.sight.now());
  });
  readonly phase = computed(() => this.moment()?.phase ?? null);
  /** Its hour has come, but nobody has gone live. */
  readonly late = computed(() => this.moment()?.late ?? false);
  /** So long before the start that it is not "soon". */
  readonly early = computed(() => this.moment()?.early ?? false);
  /** Whole minutes since it went live. */
  readonly minutes = computed(() => this.moment()?.minutes ?? 0);
  readonly done = computed(() => this.phase() === 'ended' || this.phase() === 'cancelled');
  readonly runs = computed(() => this.sight.stage()?.mayModerate ?? false);
  readonly publishes = computed(() => this.sight.stage()?.mayPublish ?? false);
  readonly videoOff = computed(
    () => this.sight.stage()?.video === false || this.sight.visit.session.refusal()?.code === 'video.off',
  );
  /** Who watches goes in by themselves as soon as it is on; who speaks chooses devices first. */
  readonly watches = computed(() => this.phase() === 'live' && !this.publishes() && !this.videoOff());
  /** The picture, or its place. */
  readonly looksOn = computed(() => this.sight.visit.session.inside() || this.watches());
  readonly mayEnter = computed(() => this.publishes() && !this.done() && !this.videoOff());
  readonly mayTest = computed(() => this.mayEnter() && !this.sight.visit.session.inside());
  /** Somebody has sent something since one looks on. */
  private readonly begun = linkedSignal<boolean, boolean>({
    source: () => this.sight.visit.session.senders().length > 0,
    computation: (sent, before) => sent || (before?.value ?? false),
  });
  readonly hold = computed<StageHold | null>(() => {
    const { session } = this.sight.visit;
    const begun = this.begun();
    if (session.senders().length > 0) return null;
    if (session.state() === 'joining') return 'joining';
    if (!session.inside()) return null;
    if (this.phase() === 'live') return begun ? 'away' : 'awaited';
    return this.phase() === 'backstage' ? 'empty' : null;
  });

  constructor(sight: StageSight) {
    this.sight = sight;
  }
}
