import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { RouterLink } from '@angular/router';
import type { EventView, SessionId } from '@musubi/contracts';
import { formatRangeInZones } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { otherZone } from '../../core/clock/other-zone';
import { Words } from '../../core/i18n/words';
import { TabTitle } from '../../core/page/titles';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { MediaWords } from '../../data/room/media/media-words';
import { mediaVisit } from '../../data/room/media/media-visit';
import { silentWishes } from '../../data/room/media/media-session';
import { StageApi } from '../../data/stage/stage-api';
import { StageScene } from '../../data/stage/stage-scene';
import { StageStore } from '../../data/stage/stage-store';
import { Dialogs } from '../../ui/dialog/dialogs';
import { Note } from '../../ui/feedback/note';
import { State } from '../../ui/feedback/state';
import { Icon } from '../../ui/icon/icon';
import { MediaControls } from '../../ui/media/media-controls';
import { MediaNotes } from '../../ui/media/media-notes';
import { MediaPage } from '../../ui/media/media-page';
import { Picture } from './picture';
import { Questions } from './questions/questions';
import { StageAbout } from './stage-about';
import { StageWait } from './stage-wait';

/** A session as it happens: a lobby before, backstage for those who speak, the stage, and its questions. */
@Component({
  selector: 'musubi-stage',
  imports: [
    NgTemplateOutlet,
    RouterLink,
    Icon,
    MediaControls,
    MediaNotes,
    MediaPage,
    Note,
    Picture,
    Questions,
    StageAbout,
    StageWait,
    State,
  ],
  templateUrl: './stage.html',
  styleUrl: './stage.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Stage {
  readonly event = input.required<EventView>();
  /** The session's. */
  readonly id = input.required<string>();

  private readonly problems = inject(ProblemWords);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly api = inject(StageApi);
  private readonly clock = inject(Clock);
  protected readonly store = inject(StageStore);
  protected readonly media = inject(MediaWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly stage = this.store.stage;
  protected readonly visit = mediaVisit(() => this.api.ticket(this.id() as SessionId), {
    sends: () => this.stage()?.mayPublish ?? false,
  });
  protected readonly session = this.visit.session;
  protected readonly scene = new StageScene({ stage: this.stage, now: this.clock.now, visit: this.visit });
  /** A command of those who run the stage is under way. */
  protected readonly running = signal(false);
  /** Only the sound, for weak lines. */
  protected readonly soundOnly = signal(false);

  protected readonly back = computed(() => `/app/events/${this.event().slug}/programme`);
  protected readonly title = computed(() => this.words.text(this.stage()?.session.title));
  protected readonly otherZone = computed(() => otherZone(this.clock.zone(), this.clock.minute(), this.event().zone));
  protected readonly when = computed(() => {
    const stage = this.stage();
    if (!stage) return '';
    const { startsAt, endsAt } = stage.session;
    const range = { start: Temporal.Instant.from(startsAt), end: Temporal.Instant.from(endsAt) };
    return formatRangeInZones(range, [this.clock.zone(), this.otherZone()], this.lang(), { month: 'long' });
  });
  protected readonly speakers = computed(() => this.stage()?.session.speakers ?? []);
  protected readonly joining = computed(() => this.session.state() === 'joining');
  /** Why one is not inside; nobody needs to be once it is over. */
  protected readonly apart = computed(() =>
    this.scene.done() || this.scene.videoOff() ? null : this.media.apart(this.session),
  );
  protected readonly troubles = computed(() => this.media.troubles(this.session));
  protected readonly trouble = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly pageWords = computed(() => ({
    skip: this.t('stage.skip'),
    home: this.t('stage.home'),
    loading: this.t('common.loading'),
    failure: this.problems.failure(),
  }));

  constructor() {
    const tab = inject(TabTitle);
    effect(() => {
      const id = this.id() as SessionId;
      untracked(() => void this.store.open(id));
    });
    effect(() => {
      const title = this.title();
      if (title) tab.name(title, this.t('stage.title'));
    });
    effect(() => {
      const watches = this.scene.watches();
      untracked(() => {
        if (watches && this.session.state() === 'outside') void this.session.join(silentWishes);
      });
    });
    effect(() => {
      const over = this.scene.done();
      untracked(() => {
        if (over && this.session.inside()) void this.session.leave();
      });
    });
    this.announceTurns();
    inject(DestroyRef).onDestroy(() => this.store.close());
  }

  protected goLive(): Promise<void> {
    return this.run(() => this.store.goLive());
  }

  protected async end(): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.t('stage.end.heading'),
      text: this.t('stage.end.text'),
      confirm: this.t('stage.end.confirm'),
      cancel: this.t('common.cancel'),
      kind: 'bad',
    });
    if (sure) await this.run(() => this.store.end());
  }

  /** Says when it goes live and when it ends. */
  private announceTurns(): void {
    let before: string | null = null;
    effect(() => {
      const phase = this.scene.phase();
      if (before && phase !== before && (phase === 'live' || phase === 'ended')) {
        untracked(() => void this.announcer.announce(this.t(`stage.turned.${phase}`), 'polite'));
      }
      before = phase;
    });
  }

  private async run(command: () => Promise<void>): Promise<void> {
    this.running.set(true);
    try {
      await command();
    } catch (refusal) {
      const { title, text } = this.problems.of(refusal);
      this.toasts.show({ text: title, more: text });
    } finally {
      this.running.set(false);
    }
  }
}
