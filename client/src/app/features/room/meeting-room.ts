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
import type { EventView, MeetingId } from '@musubi/contracts';
import { dateAt, formatTimeZoned, sameClock, zoneCity } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { ProblemWords } from '../../core/problem/problem-words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { DeviceCheck } from '../../data/room/device-check';
import { DEVICE_EDGE } from '../../data/room/device-edge';
import type { MediaKind } from '../../data/room/media-connection';
import { MEDIA_EDGE } from '../../data/room/media-edge';
import { MediaSession, type MediaWishes, silentWishes } from '../../data/room/media-session';
import { MediaWords } from '../../data/room/media-words';
import { RoomApi } from '../../data/room/room-api';
import { clockText, noticeMarks, roomMoment } from '../../data/room/room-moment';
import { RoomStore } from '../../data/room/room-store';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { Icon } from '../../ui/icon/icon';
import { Brand } from '../../ui/layout/brand';
import { SkipLink } from '../../ui/layout/skip-link';
import { DeviceTest } from '../../ui/media/device-test';
import { MediaControls } from '../../ui/media/media-controls';
import { MediaPlays } from '../../ui/media/media-plays';
import { Tile } from '../../ui/media/tile';
import { monogram } from '../../ui/people/monogram';
import { Name } from '../../ui/people/name';
import { Tie } from '../../ui/tie/tie';
import { NextStep } from './next-step';

/** Two sides in one room: the door before, the tie between the pictures, the time that is left, and what comes of it. */
@Component({
  selector: 'musubi-meeting-room',
  imports: [
    RouterLink,
    SkipLink,
    Brand,
    DeviceTest,
    Failure,
    Icon,
    MediaControls,
    MediaPlays,
    Name,
    NextStep,
    Note,
    Skeleton,
    State,
    Tie,
    Tile,
  ],
  templateUrl: './meeting-room.html',
  styleUrls: ['./meeting-room.css', './room-door.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingRoom {
  readonly event = input.required<EventView>();
  /** The meeting's. */
  readonly id = input.required<string>();

  private readonly problems = inject(ProblemWords);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly api = inject(RoomApi);
  protected readonly clock = inject(Clock);
  protected readonly store = inject(RoomStore);
  protected readonly media = inject(MediaWords);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly session = new MediaSession(inject(MEDIA_EDGE), () => this.api.ticket(this.id() as MeetingId));
  private readonly devices = inject(DEVICE_EDGE);
  protected readonly check = signal(new DeviceCheck(this.devices));
  /** Was inside on this page. */
  protected readonly wasInside = signal(false);
  /** Both were inside together. */
  protected readonly haveMet = signal(false);

  protected readonly meetingsPath = computed(() => `/app/events/${this.event().slug}/meetings`);
  protected readonly homePath = computed(() => `/app/events/${this.event().slug}/home`);
  protected readonly me = this.store.me;
  protected readonly partner = this.store.partner;
  protected readonly called = computed(() => {
    const partner = this.partner();
    return partner ? this.say.called(partner.participant.name) : '';
  });
  protected readonly letters = computed(() => {
    const me = this.me();
    return me ? monogram(me.participant.name) : '';
  });
  protected readonly partnerLetters = computed(() => {
    const partner = this.partner();
    return partner ? monogram(partner.participant.name) : '';
  });
  private readonly moment = computed(() => {
    const meeting = this.store.meeting();
    return meeting && roomMoment(meeting, this.clock.now());
  });
  protected readonly phase = computed(() => this.moment()?.phase ?? null);
  protected readonly notice = computed(() => this.moment()?.notice ?? null);
  protected readonly progress = computed(() => this.moment()?.progress ?? 0);
  protected readonly left = computed(() => clockText(this.moment()?.secondsLeft ?? 0));
  /** Minutes for a screen reader: seconds would never end. */
  protected readonly leftSpoken = computed(() =>
    this.words.n('room.minutes_left', Math.ceil((this.moment()?.secondsLeft ?? 0) / 60)),
  );
  protected readonly marks = computed(() => {
    const meeting = this.store.meeting();
    return meeting ? noticeMarks(meeting) : [];
  });
  protected readonly begun = computed(() => ['running', 'over'].includes(this.phase() ?? ''));
  protected readonly open = computed(() => ['open', 'running'].includes(this.phase() ?? ''));
  /** Time is a soft end: who was cut off, or is awaited, may still come in. */
  protected readonly mayEnter = computed(
    () => this.open() || (this.phase() === 'over' && (this.wasInside() || (this.partner()?.here ?? false))),
  );
  /** In the video room, as far as the server or the connection knows. */
  protected readonly partnerInside = computed(
    () => this.session.others().length > 0 || (this.partner()?.here ?? false),
  );
  protected readonly partnerMissing = computed(
    () => (this.moment()?.late ?? false) && this.session.inside() && this.session.others().length === 0,
  );
  protected readonly tie = computed(() => {
    if (this.phase() === 'cancelled') return 'broken';
    if (this.session.others().length > 0) return 'live';
    if (this.session.inside()) return 'out';
    return this.phase() === 'over' ? 'held' : this.partnerInside() ? 'in' : 'confirmed';
  });
  protected readonly mayShare = typeof navigator.mediaDevices?.getDisplayMedia === 'function';
  protected readonly apart = computed(() => (this.phase() === 'cancelled' ? null : this.media.apart(this.session)));
  protected readonly troubles = computed(() => this.media.troubles(this.session));
  protected readonly videoOff = computed(
    () => this.store.video() === false || this.session.refusal()?.code === 'video.off',
  );
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
  /** `09:45 CET · 17:45 JST`. */
  protected readonly ends = computed(() => {
    const meeting = this.store.meeting();
    if (!meeting) return '';
    const at = Temporal.Instant.from(meeting.endsAt);
    const zones = [this.clock.zone(), this.partner()?.participant.zone ?? this.clock.zone()];
    return [...new Set(zones.map((zone) => formatTimeZoned(at, zone)))].join(' · ');
  });
  /** The time of the meeting on both walls. */
  protected readonly walls = computed(() => {
    const meeting = this.store.meeting();
    const partner = this.partner();
    if (!meeting || !partner) return [];
    const at = Temporal.Instant.from(meeting.startsAt);
    const own = this.clock.zone();
    const { zone } = partner.participant;
    const zones = sameClock(own, zone, at) ? [own] : [own, zone];
    const today = dateAt(this.clock.minute(), own);
    const away = zones.some((one) => dateAt(at, one) !== today);
    return zones.map((one) => ({
      zone: one,
      time: this.say.time(meeting.startsAt, one),
      label: `${this.say.label(one, meeting.startsAt)} ${zoneCity(one, this.lang())}`,
      date: away ? this.say.day(meeting.startsAt, one) : null,
    }));
  });

  constructor() {
    effect(() => {
      const id = this.id() as MeetingId;
      untracked(() => void this.store.open(id));
    });
    effect(() => {
      const notice = this.notice();
      if (notice && this.session.inside()) void this.announcer.announce(this.t(`room.notice.${notice}`), 'polite');
    });
    let before: number | null = null;
    effect(() => {
      const inside = this.session.inside();
      const others = this.session.others().length;
      untracked(() => {
        if (inside && before !== null && others !== before) {
          const key = others > before ? 'room.came' : 'room.left';
          void this.announcer.announce(this.t(key, { name: this.called() }), 'polite');
        }
        if (others > 0) this.haveMet.set(true);
      });
      before = inside ? others : null;
    });
    effect(() => {
      const state = this.session.state();
      untracked(() => {
        // Devices are let go once inside: the room opens its own.
        if (this.session.inside()) {
          this.wasInside.set(true);
          this.check().close();
        }
        // Who was cut off finds at the door what they had on.
        if (state === 'apart' && this.wasInside()) this.tryAgain(this.session.wishes());
      });
    });
    inject(DestroyRef).onDestroy(() => {
      this.check().close();
      void this.session.leave();
      this.store.close();
    });
  }

  protected async enter(): Promise<void> {
    await this.session.join(this.check().wishes());
  }

  protected async leave(): Promise<void> {
    await this.session.leave();
    this.tryAgain(silentWishes);
    void this.store.refresh();
  }

  protected turn({ kind, on }: { kind: MediaKind; on: boolean }): void {
    if (kind === 'microphone') void this.session.setMicrophone(on);
    else if (kind === 'camera') void this.session.setCamera(on);
    else void this.session.setScreen(on);
  }

  /** A fresh device test, with what was on. */
  private tryAgain({ camera, microphone, cameraId, microphoneId }: MediaWishes): void {
    const check = new DeviceCheck(this.devices, { camera: cameraId, microphone: microphoneId });
    this.check().close();
    this.check.set(check);
    if (microphone) void check.turn('microphone', true);
    if (camera) void check.turn('camera', true);
  }
}
