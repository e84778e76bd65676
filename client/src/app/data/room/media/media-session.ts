import { computed, signal } from '@angular/core';
import type { RoomTicket } from '@musubi/contracts';
import { asRefusal, type Refusal } from '../../../core/problem/problem';
import {
  DeviceRefusal,
  type DeviceTrouble,
  type MediaConnection,
  type MediaEdge,
  type MediaEnding,
  type MediaKind,
} from './media-connection';
import type { MediaPerson, MediaQuality } from './media-person';

/**
 * `reconnecting`: it comes back by itself, people see what was last seen. `apart`: it did not, or the door is closed;
 * `refusal` or `ending` say why, and {@link MediaSession.join} may be asked again.
 */
export type MediaState = 'outside' | 'joining' | 'inside' | 'reconnecting' | 'apart';

/** What one wants to send, and from which devices; it outlives a lost connection. */
export interface MediaWishes {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly microphoneId: string | null;
  readonly cameraId: string | null;
}

export const silentWishes: MediaWishes = { microphone: false, camera: false, microphoneId: null, cameraId: null };

/** Pauses before each new try to come back, in milliseconds. */
const pauses = [500, 2_000, 5_000, 10_000, 20_000];

/**
 * Being in a room: getting a ticket, sending and hearing, coming back when the line is cut. LiveKit mends short cuts
 * itself; when it gives up, a fresh ticket is asked for. Somebody who came in elsewhere or was put out stays out.
 */
export class MediaSession {
  private readonly edge: MediaEdge;
  private readonly ticket: () => Promise<RoomTicket>;
  private readonly wait: (milliseconds: number) => Promise<void>;

  private connection: MediaConnection | null = null;
  /** Raised by each join and leave: what an older one brings is dropped. */
  private attempt = 0;
  private readonly now = signal<MediaState>('outside');
  private readonly refused = signal<Refusal | null>(null);
  private readonly ended = signal<MediaEnding | null>(null);
  private readonly all = signal<readonly MediaPerson[]>([]);
  private readonly quiet = signal(false);
  private readonly mayPublish = signal(false);
  private readonly wanted = signal<MediaWishes>(silentWishes);
  private readonly sharing = signal(false);
  private readonly troubled = signal<Readonly<Partial<Record<MediaKind, DeviceTrouble>>>>({});
  private readonly working = signal<ReadonlySet<MediaKind>>(new Set());

  readonly state = this.now.asReadonly();
  /** Why the door stayed closed. */
  readonly refusal = this.refused.asReadonly();
  /** Why the connection ended. */
  readonly ending = this.ended.asReadonly();
  readonly people = this.all.asReadonly();
  readonly me = computed(() => this.all().find(({ mine }) => mine) ?? null);
  readonly others = computed(() => this.all().filter(({ mine }) => !mine));
  /** Those who send a picture, a voice or a screen. */
  readonly senders = computed(() =>
    this.all().filter(({ cameraOn, microphoneOn, screenOn }) => cameraOn || microphoneOn || screenOn),
  );
  /** The screen that is being shown, if any; the others' before one's own. */
  readonly shown = computed(() => {
    const showing = this.all().filter(({ screen }) => screen !== null);
    return showing.find(({ mine }) => !mine) ?? showing[0] ?? null;
  });
  /** The browser plays no sound before a click, and there is some to be heard. */
  readonly silenced = computed(
    () => this.quiet() && this.others().some(({ voice, screenVoice }) => voice ?? screenVoice),
  );
  readonly canPublish = this.mayPublish.asReadonly();
  readonly wishes = this.wanted.asReadonly();
  readonly microphone = computed(() => this.wanted().microphone);
  readonly camera = computed(() => this.wanted().camera);
  readonly screen = this.sharing.asReadonly();
  /** Why a device gave nothing, until it is tried again. */
  readonly trouble = this.troubled.asReadonly();
  /** Devices that are being switched. */
  readonly busy = this.working.asReadonly();
  readonly inside = computed(() => this.now() === 'inside' || this.now() === 'reconnecting');
  readonly quality = computed<MediaQuality>(() => {
    if (this.now() === 'reconnecting') return 'lost';
    return this.me()?.quality ?? 'unknown';
  });

  /**
   * @param ticket asks for a new ticket, each time one goes in
   * @param wait waits so many milliseconds
   */
  constructor(
    edge: MediaEdge,
    ticket: () => Promise<RoomTicket>,
    wait: (milliseconds: number) => Promise<void> = (milliseconds) =>
      new Promise((resolve) => setTimeout(resolve, milliseconds)),
  ) {
    this.edge = edge;
    this.ticket = ticket;
    this.wait = wait;
  }

  /** Goes in, sending what is wished for as far as the ticket and the devices allow. Never rejects: see `state`. */
  async join(wishes: MediaWishes = this.wanted()): Promise<void> {
    if (this.now() === 'joining' || this.inside()) return;
    const turn = ++this.attempt;
    this.wanted.set(wishes);
    this.refused.set(null);
    this.ended.set(null);
    this.now.set('joining');
    try {
      await this.enter(turn);
    } catch (error) {
      if (turn !== this.attempt) return;
      this.refused.set(asRefusal(error));
      this.now.set('apart');
    }
  }

  async leave(): Promise<void> {
    this.attempt += 1;
    const connection = this.connection;
    this.connection = null;
    this.forget();
    this.now.set('outside');
    await connection?.leave();
  }

  setMicrophone(on: boolean): Promise<void> {
    return this.switch('microphone', on, () => this.wanted.update((wishes) => ({ ...wishes, microphone: on })));
  }

  setCamera(on: boolean): Promise<void> {
    return this.switch('camera', on, () => this.wanted.update((wishes) => ({ ...wishes, camera: on })));
  }

  setScreen(on: boolean): Promise<void> {
    return this.switch('screen', on, () => this.sharing.set(on));
  }

  async unsilence(): Promise<void> {
    await this.connection?.unsilence();
  }

  private async enter(turn: number): Promise<void> {
    const ticket = await this.ticket();
    if (turn !== this.attempt) return;
    const connection = await this.edge.connect(ticket, {
      people: (people) => this.hear(turn, () => this.take(people)),
      wavering: (away) => this.hear(turn, () => this.now.set(away ? 'reconnecting' : 'inside')),
      silenced: (silent) => this.hear(turn, () => this.quiet.set(silent)),
      ended: (why) => this.hear(turn, () => void this.cutOff(turn, why)),
    });
    if (turn !== this.attempt) {
      await connection.leave();
      return;
    }
    this.connection = connection;
    this.mayPublish.set(ticket.canPublish);
    this.now.set('inside');
    if (!ticket.canPublish) return;
    // One after the other: some browsers ask twice at once otherwise. A device that fails does not keep one out.
    const { microphone, camera } = this.wanted();
    if (microphone) await this.send('microphone', true);
    if (camera && turn === this.attempt) await this.send('camera', true);
  }

  private hear(turn: number, told: () => void): void {
    if (turn === this.attempt) told();
  }

  private take(people: readonly MediaPerson[]): void {
    this.all.set(people);
    // The browser's own "stop sharing" bar is pressed outside of this page.
    const me = people.find(({ mine }) => mine);
    if (me && !this.working().has('screen')) this.sharing.set(me.screenOn);
  }

  private async cutOff(turn: number, why: MediaEnding): Promise<void> {
    this.connection = null;
    if (why !== 'lost') {
      this.attempt += 1;
      this.forget();
      this.ended.set(why);
      this.now.set('apart');
      return;
    }
    this.sharing.set(false);
    this.now.set('reconnecting');
    for (const pause of pauses) {
      await this.wait(pause);
      if (turn !== this.attempt) return;
      try {
        return await this.enter(turn);
      } catch (error) {
        if (turn !== this.attempt) return;
        const refusal = asRefusal(error);
        // A coded answer will not change by asking again.
        if (!refusal.passing && refusal.code !== 'unreadable') {
          this.refused.set(refusal);
          break;
        }
      }
    }
    this.attempt += 1;
    this.forget();
    this.ended.set('lost');
    this.now.set('apart');
  }

  /** Switches one of the three. */
  turn(kind: MediaKind, on: boolean): Promise<void> {
    if (kind === 'microphone') return this.setMicrophone(on);
    return kind === 'camera' ? this.setCamera(on) : this.setScreen(on);
  }

  private async switch(kind: MediaKind, on: boolean, show: () => void): Promise<void> {
    if (this.working().has(kind)) return;
    show();
    if (this.connection && this.mayPublish()) await this.send(kind, on);
  }

  private async send(kind: MediaKind, on: boolean): Promise<void> {
    const { connection } = this;
    if (!connection) return;
    const { microphoneId, cameraId } = this.wanted();
    const deviceId = { microphone: microphoneId, camera: cameraId, screen: null }[kind];
    this.working.update((kinds) => new Set(kinds).add(kind));
    this.troubled.update(({ [kind]: _, ...others }) => others);
    try {
      await connection.send(kind, on, deviceId);
    } catch (error) {
      if (connection !== this.connection) return;
      this.put(kind, false);
      const trouble = error instanceof DeviceRefusal ? error.trouble : 'failed';
      // Closing the dialog of what to share is an answer, not trouble.
      if (kind !== 'screen' || trouble !== 'denied') this.troubled.update((all) => ({ ...all, [kind]: trouble }));
    } finally {
      this.working.update((kinds) => new Set([...kinds].filter((one) => one !== kind)));
    }
  }

  private put(kind: MediaKind, on: boolean): void {
    if (kind === 'screen') this.sharing.set(on);
    else this.wanted.update((wishes) => ({ ...wishes, [kind]: on }));
  }

  private forget(): void {
    this.all.set([]);
    this.quiet.set(false);
    this.sharing.set(false);
    this.mayPublish.set(false);
  }
}
