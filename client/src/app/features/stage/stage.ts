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
import { RouterLink } from '@angular/router';
import type { EventView, SessionId } from '@musubi/contracts';
import {
  dateAt,
  formatDate,
  formatRangeInZones,
  formatTime,
  remaining,
  sameClock,
  zoneCity,
  zoneLabel,
} from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Login } from '../../core/login/login';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { speakerName } from '../../data/programme/speaker-name';
import { DeviceCheck } from '../../data/room/device-check';
import { DEVICE_EDGE } from '../../data/room/device-edge';
import type { MediaKind } from '../../data/room/media-connection';
import { MEDIA_EDGE } from '../../data/room/media-edge';
import { MediaSession, type MediaWishes, silentWishes } from '../../data/room/media-session';
import { MediaWords } from '../../data/room/media-words';
import { clockText } from '../../data/room/room-moment';
import { StageApi } from '../../data/stage/stage-api';
import { stageMoment } from '../../data/stage/stage-moment';
import { StageStore } from '../../data/stage/stage-store';
import { Dialogs } from '../../ui/dialog/dialogs';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { Icon } from '../../ui/icon/icon';
import { Brand } from '../../ui/layout/brand';
import { SkipLink } from '../../ui/layout/skip-link';
import { DeviceTest } from '../../ui/media/device-test';
import { MediaControls } from '../../ui/media/media-controls';
import { monogram } from '../../ui/people/monogram';
import { Tie } from '../../ui/tie/tie';
import { Picture } from './picture';
import { Questions } from './questions';

/** Minutes before its start from which a session starts "soon". */
const SOON = 60;

/** A session as it happens: a lobby before, backstage for those who speak, the stage, and its questions. */
@Component({
  selector: 'musubi-stage',
  imports: [
    RouterLink,
    SkipLink,
    Brand,
    DeviceTest,
    Failure,
    Icon,
    MediaControls,
    Note,
    Picture,
    Questions,
    Skeleton,
    State,
    Tie,
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
  private readonly login = inject(Login);
  protected readonly clock = inject(Clock);
  protected readonly store = inject(StageStore);
  protected readonly media = inject(MediaWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly session = new MediaSession(inject(MEDIA_EDGE), () => this.api.ticket(this.id() as SessionId));
  private readonly devices = inject(DEVICE_EDGE);
  protected readonly check = signal(new DeviceCheck(this.devices));
  /** A command of those who run the stage is under way. */
  protected readonly running = signal(false);
  /** Only the sound, for weak lines. */
  protected readonly soundOnly = signal(false);

  protected readonly back = computed(() => `/app/events/${this.event().slug}/programme`);
  protected readonly stage = this.store.stage;
  private readonly moment = computed(() => {
    const stage = this.stage();
    return stage && stageMoment(stage, this.clock.now());
  });
  protected readonly phase = computed(() => this.moment()?.phase ?? null);
  protected readonly late = computed(() => this.moment()?.late ?? false);
  protected readonly minutes = computed(() => this.moment()?.minutes ?? 0);
  /** So long before the start that it is not "soon". */
  protected readonly early = computed(() => {
    const stage = this.stage();
    const left = stage ? Date.parse(stage.session.startsAt) - this.clock.minute().epochMilliseconds : 0;
    return this.phase() === 'lobby' && left > SOON * 60_000;
  });
  protected readonly when = computed(() => {
    const stage = this.stage();
    if (!stage) return '';
    const { startsAt, endsAt } = stage.session;
    const range = { start: Temporal.Instant.from(startsAt), end: Temporal.Instant.from(endsAt) };
    return formatRangeInZones(range, [this.clock.zone(), this.otherZone()], this.lang(), { month: 'long' });
  });
  protected readonly otherZone = computed(() => {
    const [own, now] = [this.clock.zone(), this.clock.minute()];
    const wishes = [this.event().zone, 'Asia/Tokyo', 'Europe/Brussels'];
    return wishes.find((zone) => !sameClock(zone, own, now)) ?? 'Asia/Tokyo';
  });
  /** The start on both walls. */
  protected readonly walls = computed(() => {
    const stage = this.stage();
    if (!stage) return [];
    const at = Temporal.Instant.from(stage.session.startsAt);
    const zones = [this.clock.zone(), this.otherZone()];
    const today = dateAt(this.clock.minute(), zones[0]!);
    const away = zones.some((zone) => dateAt(at, zone) !== today);
    return zones.map((zone) => ({
      zone,
      time: formatTime(at, zone),
      label: `${zoneLabel(zone, at)} ${zoneCity(zone, this.lang())}`,
      date: away ? formatDate(at, zone, this.lang(), { month: 'long', year: false }) : null,
    }));
  });
  protected readonly countdown = computed(() => {
    const stage = this.stage();
    if (!stage) return '';
    const { days, hours, minutes, seconds } = remaining(
      this.clock.now(),
      Temporal.Instant.from(stage.session.startsAt),
    );
    if (days > 0) return this.words.n('stage.days', days);
    return clockText((hours * 60 + minutes) * 60 + seconds);
  });
  protected readonly speakerName = speakerName;
  protected readonly letters = computed(() => {
    const name = this.login.me()?.name;
    return name ? monogram(name) : '';
  });
  protected readonly speakers = computed(() => this.stage()?.session.speakers ?? []);
  protected readonly runs = computed(() => this.stage()?.mayModerate ?? false);
  protected readonly publishes = computed(() => this.stage()?.mayPublish ?? false);
  /** Those on the stage who send something. */
  protected readonly seen = computed(() => this.session.senders());
  /** It is on, but nobody who speaks is there. */
  protected readonly holding = computed(
    () => this.phase() === 'live' && this.session.state() === 'inside' && this.seen().length === 0,
  );
  protected readonly videoOff = computed(
    () => this.stage()?.video === false || this.session.refusal()?.code === 'video.off',
  );
  protected readonly mayShare = typeof navigator.mediaDevices?.getDisplayMedia === 'function';
  /** Why one is not inside; nobody needs to be once it is over. */
  protected readonly apart = computed(() =>
    this.phase() === 'ended' || this.phase() === 'cancelled' ? null : this.media.apart(this.session),
  );
  protected readonly troubles = computed(() => this.media.troubles(this.session));
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly failureWords = computed(() => ({
    again: this.t('common.again'),
    reference: this.t('common.reference'),
    copy: this.t('common.copy'),
    copied: this.t('common.copied'),
  }));

  constructor() {
    effect(() => {
      const id = this.id() as SessionId;
      untracked(() => void this.store.open(id));
    });
    effect(() => {
      // Who watches goes in as soon as it is on; who speaks chooses devices first.
      const watches = this.phase() === 'live' && !this.publishes() && !this.videoOff();
      untracked(() => {
        if (watches && this.session.state() === 'outside') void this.session.join(silentWishes);
      });
    });
    effect(() => {
      const over = this.phase() === 'ended' || this.phase() === 'cancelled';
      untracked(() => {
        if (over && this.session.inside()) void this.session.leave();
      });
    });
    let before: string | null = null;
    effect(() => {
      const phase = this.phase();
      if (before && phase !== before && (phase === 'live' || phase === 'ended')) {
        void this.announcer.announce(
          untracked(() => this.t(`stage.turned.${phase}`)),
          'polite',
        );
      }
      before = phase;
    });
    let wasInside = false;
    effect(() => {
      const state = this.session.state();
      untracked(() => {
        if (this.session.inside()) {
          wasInside = true;
          this.check().close();
        }
        // Who was cut off finds again what they had on.
        if (state === 'apart' && wasInside && this.publishes()) this.tryAgain(this.session.wishes());
      });
    });
    inject(DestroyRef).onDestroy(() => {
      this.check().close();
      void this.session.leave();
      this.store.close();
    });
  }

  protected enter(): void {
    void this.session.join(this.publishes() ? this.check().wishes() : silentWishes);
  }

  protected async stepOut(): Promise<void> {
    await this.session.leave();
    this.tryAgain(silentWishes);
  }

  protected turn({ kind, on }: { kind: MediaKind; on: boolean }): void {
    if (kind === 'microphone') void this.session.setMicrophone(on);
    else if (kind === 'camera') void this.session.setCamera(on);
    else void this.session.setScreen(on);
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

  /** A fresh device test, with what was on. */
  private tryAgain({ camera, microphone, cameraId, microphoneId }: MediaWishes): void {
    const check = new DeviceCheck(this.devices, { camera: cameraId, microphone: microphoneId });
    this.check().close();
    this.check.set(check);
    if (microphone) void check.turn('microphone', true);
    if (camera) void check.turn('camera', true);
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
