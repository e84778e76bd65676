import { computed, type Signal } from '@angular/core';
import type { MeetingView } from '@musubi/contracts';
import type { MediaVisit } from './media/media-visit';
import { noticeMarks, roomMoment } from './room-moment';

/** What a room's scene looks at. */
export interface RoomSight {
  readonly meeting: Signal<MeetingView | null>;
  /** The other side. */
  readonly partner: Signal<MeetingView['sides'][number] | null>;
  /** Whether this server has video; null until known. */
  readonly video: Signal<boolean | null>;
  readonly now: Signal<Temporal.Instant>;
  readonly visit: Pick<MediaVisit, 'session' | 'wasInside'>;
}

/** The tie between the two sides, as the room draws it. */
export type RoomTie = 'broken' | 'confirmed' | 'in' | 'out' | 'live' | 'held';

/** After its time: as it is recorded, and before that as it was agreed. */
const afterwards: Record<MeetingView['state'], RoomTie> = {
  confirmed: 'confirmed',
  cancelled: 'broken',
  held: 'held',
  cut_short: 'held',
  no_show: 'broken',
  not_held: 'broken',
};

/** What a meeting room shows at a moment: which door stands open, who is missed, and how the tie is drawn. */
export class RoomScene {
  private readonly sight: RoomSight;

  private readonly moment = computed(() => {
    const meeting = this.sight.meeting();
    return meeting && roomMoment(meeting, this.sight.now());
  });
  readonly phase = computed(() => this.moment()?.phase ?? null);
  readonly notice = computed(() => this.moment()?.notice ?? null);
  readonly progress = computed(() => this.moment()?.progress ?? 0);
  readonly secondsLeft = computed(() => this.moment()?.secondsLeft ?? 0);
  /** Where the notices lie on the line of time, from 0 to 1. */
  readonly marks = computed(() => {
    const meeting = this.sight.meeting();
    return meeting ? noticeMarks(meeting) : [];
  });
  readonly begun = computed(() => ['running', 'over'].includes(this.phase() ?? ''));
  readonly open = computed(() => ['open', 'running'].includes(this.phase() ?? ''));
  /** Cancelled, or its time is up. */
  readonly done = computed(() => ['cancelled', 'over'].includes(this.phase() ?? ''));
  readonly videoOff = computed(
    () => this.sight.video() === false || this.sight.visit.session.refusal()?.code === 'video.off',
  );
  /** One's own network keeps picture and sound away, or lost them: the meeting needs another way. */
  readonly cutOff = computed(() => {
    const { session } = this.sight.visit;
    const ended = session.ending();
    // A coded answer came through: the door is closed for a reason of its own.
    const silent = ['unreadable', 'offline', undefined].includes(session.refusal()?.code);
    return session.state() === 'apart' && silent && (ended === null || ended === 'lost');
  });
  /** Time is a soft end: who was cut off, or is awaited, may still come in. */
  readonly mayEnter = computed(() => {
    if (this.videoOff()) return false;
    const awaited = this.sight.visit.wasInside() || (this.sight.partner()?.here ?? false);
    return this.open() || (this.phase() === 'over' && awaited);
  });
  /** Devices can be tried for as long as they may be of use. */
  readonly mayTest = computed(() => !this.done() && !this.videoOff());
  /** They meet another way: nobody is expected here. */
  readonly elsewhere = computed(() => (this.sight.meeting()?.planB ?? null) !== null);
  /** What came of it can be said at the door: after having been inside, or where one meets without it. */
  readonly mayAnswer = computed(() => {
    const without = this.sight.visit.wasInside() || this.videoOff() || this.cutOff() || this.elsewhere();
    return this.begun() && (without || this.phase() === 'over');
  });
  private readonly mine = computed(() => {
    const { sides = [], me = null } = this.sight.meeting() ?? {};
    return sides.find(({ participant }) => participant.participantId === me)?.side ?? null;
  });
  /** Who is required, and of which side. Observers, organisers and interpreters are of none. */
  private readonly required = computed(() => {
    const sides = this.sight.meeting()?.sides.filter(({ part }) => part === 'required') ?? [];
    return new Map(sides.map(({ participant, side }) => [participant.participantId as string, side]));
  });
  private readonly sidesInside = computed(() => {
    const { session } = this.sight.visit;
    return new Set(session.others().flatMap(({ identity }) => this.required().get(identity) ?? []));
  });
  /** Another side than mine is inside with me; colleagues of mine are not who one waits for. */
  readonly accompanied = computed(() => [...this.sidesInside()].some((side) => side !== this.mine()));
  /** So late that one asks where the other side is. */
  readonly partnerMissing = computed(() => {
    const late = this.moment()?.late ?? false;
    return !this.elsewhere() && late && this.sight.visit.session.inside() && !this.accompanied();
  });
  /** So late that one is offered other ways on. */
  readonly givenUp = computed(() => (this.moment()?.veryLate ?? false) && this.partnerMissing());
  readonly tie = computed<RoomTie>(() => {
    const { session } = this.sight.visit;
    if (this.phase() === 'cancelled') return 'broken';
    // Who is of no side sees two of them tied, not one that waits.
    if (this.accompanied() && (this.mine() !== null || this.sidesInside().size > 1)) return 'live';
    if (session.inside()) return 'out';
    if (this.phase() === 'over') return afterwards[this.sight.meeting()!.state];
    return this.sight.partner()?.here ? 'in' : 'confirmed';
  });

  constructor(sight: RoomSight) {
    this.sight = sight;
  }

  /** Whether the meeting takes place once this one is there. */
  awaits(identity: string): boolean {
    const side = this.required().get(identity);
    return side !== undefined && side !== this.mine();
  }
}
