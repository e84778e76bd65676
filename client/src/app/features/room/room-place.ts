import { computed, DestroyRef, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { interpreterIdentity, type MeetingId, type MeetingSide, staffIdentity } from '@musubi/contracts';
import { dateAt, formatTimeZoned, sameClock, zoneCity } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Login } from '../../core/login/login';
import { Realtime } from '../../core/realtime/realtime';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { RoomAffairs } from '../../data/room/affairs/room-affairs';
import type { MediaPerson } from '../../data/room/media/media-person';
import { mediaVisit } from '../../data/room/media/media-visit';
import { DeviceShelf } from '../../data/room/notes/device-shelf';
import type { NotesLine } from '../../data/room/notes/notes-line';
import { SharedNotes } from '../../data/room/notes/shared-notes';
import { RoomApi } from '../../data/room/room-api';
import { clockText } from '../../data/room/room-moment';
import { RoomScene } from '../../data/room/room-scene';
import { RoomStore } from '../../data/room/room-store';
import { monogram } from '../../ui/people/monogram';
import type { Wall } from '../../ui/time/two-walls';

/** Somebody who is in the room for another reason than being of one of the sides. */
export type RoomRole = 'staff' | 'observer' | 'interpreter';

/** One visit to one meeting's room, as its door and its inside share it: who, how the scene stands, and that in words. */
@Injectable()
export class RoomPlace {
  private readonly api = inject(RoomApi);
  private readonly clock = inject(Clock);
  private readonly say = inject(MeetingWords);
  private readonly words = inject(Words);
  private readonly login = inject(Login);
  private readonly realtime = inject(Realtime);
  private readonly device = inject(DeviceShelf);
  private readonly written = signal<SharedNotes | null>(null);
  readonly store = inject(RoomStore);
  readonly affairs = inject(RoomAffairs);
  /** Shared notes, for the people of the meeting; they outlive door and inside. */
  readonly notes = this.written.asReadonly();
  readonly visit = mediaVisit(() => this.api.ticket(this.store.meeting()!.meetingId), {
    meets: (identity): boolean => this.scene.awaits(identity),
  });
  readonly scene: RoomScene = new RoomScene({
    meeting: this.store.meeting,
    partner: this.store.partner,
    video: this.store.video,
    now: this.clock.now,
    visit: this.visit,
  });

  /** An organiser who looks in: neither of the meeting's people nor its interpreter. */
  readonly isStaff = computed(() => {
    const meeting = this.store.meeting();
    return meeting !== null && meeting.me === null && !meeting.interpretation?.interpreter?.me;
  });
  /** What the other side is called. */
  readonly called = computed(() => {
    const partner = this.store.partner();
    return partner ? this.say.called(partner.participant.name) : '';
  });
  readonly letters = computed(() => {
    const name = this.store.me()?.participant.name ?? this.login.me()?.name;
    return name ? monogram(name) : '';
  });
  readonly left = computed(() => clockText(this.scene.secondsLeft()));
  /** Minutes for a screen reader: seconds would never end. */
  readonly leftSpoken = computed(() => this.words.n('room.minutes_left', Math.ceil(this.scene.secondsLeft() / 60)));
  /** `09:45 CET · 17:45 JST`. */
  readonly ends = computed(() => {
    const meeting = this.store.meeting();
    return meeting ? this.zoned(meeting.endsAt) : '';
  });
  /** Who interprets, or that somebody is looked for; null where nobody asked. */
  readonly interpreted = computed(() => {
    const asked = this.store.meeting()?.interpretation;
    if (!asked) return null;
    const [one, other] = asked.languages;
    const pair = { one: this.say.language(one), other: this.say.language(other) };
    const languages = this.words.t('room.interpreter.pair', pair);
    if (!asked.interpreter) return this.words.t('room.interpreter.sought', { languages });
    return this.words.t('room.interpreter.of', { name: this.say.name(asked.interpreter.name), languages });
  });
  /** The time of the meeting on both walls. */
  readonly walls = computed<Wall[]>(() => {
    const meeting = this.store.meeting();
    const partner = this.store.partner();
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
      label: `${this.say.label(one, meeting.startsAt)} ${zoneCity(one, this.words.lang())}`,
      date: away ? this.say.day(meeting.startsAt, one) : null,
    }));
  });

  constructor() {
    const id = computed(() => (this.store.me() ? (this.store.meeting()?.meetingId ?? null) : null));
    effect((cleanUp) => {
      const meetingId = id();
      if (!meetingId) return;
      const notes = untracked(() => this.begin(meetingId));
      cleanUp(() => {
        notes.close();
        this.written.set(null);
      });
    });
    // What waited while the line was away goes out, and what was missed comes in.
    effect(() => {
      if (this.realtime.connected()) untracked(() => void this.written()?.open());
    });
    let known: string | null = null;
    effect(() => {
      const moment = `${this.scene.phase()} ${this.scene.notice()}`;
      if (known !== null && known !== moment) untracked(() => void this.affairs.refresh());
      known = moment;
    });
    // The browser asks before the page goes; what is unsent lies on this device, too.
    const window = inject(DOCUMENT).defaultView;
    const warn = (leaving: Event): void => {
      if (this.written()?.unsent()) leaving.preventDefault();
    };
    window?.addEventListener('beforeunload', warn);
    inject(DestroyRef).onDestroy(() => {
      window?.removeEventListener('beforeunload', warn);
      this.affairs.close();
    });
  }

  /** On both clocks: `09:45 CET · 17:45 JST`. */
  zoned(instant: string): string {
    const at = Temporal.Instant.from(instant);
    const zones = [this.clock.zone(), this.store.partner()?.participant.zone ?? this.clock.zone()];
    return [...new Set(zones.map((zone) => formatTimeZoned(at, zone)))].join(' · ');
  }

  /** Whether somebody of my side is among them. */
  isMySide(participantIds: readonly string[]): boolean {
    const mine = this.store.me()?.side;
    const sides = this.store.meeting()?.sides ?? [];
    return sides.some(({ participant, side }) => side === mine && participantIds.includes(participant.participantId));
  }

  /** Who of the meeting somebody in the room is; null for organisers and interpreters. */
  sideOf({ identity }: MediaPerson): MeetingSide | null {
    return this.store.meeting()?.sides.find(({ participant }) => participant.participantId === identity) ?? null;
  }

  /** What somebody is in the room for, where it is not to be one of the sides. */
  roleOf(person: MediaPerson): RoomRole | null {
    if (person.identity.startsWith(staffIdentity)) return 'staff';
    if (person.identity.startsWith(interpreterIdentity)) return 'interpreter';
    return this.sideOf(person)?.part === 'observer' ? 'observer' : null;
  }

  /** `Aiko Tanaka`, `Nora Lindqvist (Organiser)`. */
  labelOf(person: MediaPerson): string {
    const side = this.sideOf(person);
    const called = side ? this.say.name(side.participant.name) : person.name;
    const role = this.roleOf(person);
    return role ? this.words.t('room.role.of', { name: called, role: this.words.t(`room.role.${role}`) }) : called;
  }

  private begin(meetingId: MeetingId): SharedNotes {
    const line: NotesLine = {
      snapshot: () => this.api.notes(meetingId),
      send: (update) => this.realtime.sendNotes(meetingId, update),
      hear: (heard) => this.realtime.onNotes((told) => told.meetingId === meetingId && heard(told)),
    };
    const notes = new SharedNotes(line, this.device.of(meetingId));
    this.written.set(notes);
    void notes.open();
    return notes;
  }
}
