import { DestroyRef, effect, inject, type Signal, signal, untracked } from '@angular/core';
import { isOfSide, type RoomTicket } from '@musubi/contracts';
import { DeviceCheck } from './device-check';
import { DEVICE_EDGE, type DeviceEdge } from './device-edge';
import type { MediaEdge } from './media-connection';
import { MEDIA_EDGE } from './media-edge';
import { MediaSession, type MediaWishes, silentWishes } from './media-session';

/**
 * One visit to a room: devices are tried at the door, let go once inside, where the room opens its own, and found again
 * as they were by whoever was cut off.
 */
export class MediaVisit {
  readonly session: MediaSession;
  private readonly devices: DeviceEdge;
  private readonly sends: () => boolean;
  private readonly meets: (identity: string) => boolean;
  private readonly trying;
  private readonly entered = signal(false);
  private readonly met = signal(false);

  /** The device test at the door; a fresh one each time one comes out. */
  readonly check: Signal<DeviceCheck>;
  /** Was inside on this visit. */
  readonly wasInside = this.entered.asReadonly();
  /** Was inside together with somebody whom one meets; organisers who look in are nobody's other side. */
  readonly haveMet = this.met.asReadonly();

  /**
   * @param ticket asks for a new ticket, each time one goes in
   * @param sends whether one may send at all; who only watches goes in without devices
   * @param meets whether one has met whoever is inside under this identity
   */
  constructor(
    edge: MediaEdge,
    devices: DeviceEdge,
    ticket: () => Promise<RoomTicket>,
    sends: () => boolean = () => true,
    meets: (identity: string) => boolean = isOfSide,
  ) {
    this.session = new MediaSession(edge, ticket);
    this.devices = devices;
    this.sends = sends;
    this.meets = meets;
    this.trying = signal(new DeviceCheck(devices));
    this.check = this.trying.asReadonly();
  }

  /** With what was chosen at the door. */
  enter(): Promise<void> {
    return this.session.join(this.sends() ? this.check().wishes() : silentWishes);
  }

  /** Back to the door, with everything off. */
  async stepOut(): Promise<void> {
    await this.session.leave();
    this.tryAgain(silentWishes);
  }

  /** Takes in how the session stands; to be called after each change of it. */
  follow(): void {
    const { session } = this;
    if (session.inside()) {
      this.entered.set(true);
      if (session.others().some(({ identity }) => this.meets(identity))) this.met.set(true);
      untracked(this.check).close();
    }
    if (session.state() === 'apart' && untracked(this.wasInside) && untracked(this.sends)) {
      this.tryAgain(untracked(session.wishes));
    }
  }

  end(): void {
    untracked(this.check).close();
    void this.session.leave();
  }

  private tryAgain({ camera, microphone, cameraId, microphoneId }: MediaWishes): void {
    const check = new DeviceCheck(this.devices, { camera: cameraId, microphone: microphoneId });
    untracked(this.check).close();
    this.trying.set(check);
    if (microphone) void check.turn('microphone', true);
    if (camera) void check.turn('camera', true);
  }
}

/** A visit that lasts as long as the page which it is made for. */
export function mediaVisit(
  ticket: () => Promise<RoomTicket>,
  { sends, meets }: { sends?: () => boolean; meets?: (identity: string) => boolean } = {},
): MediaVisit {
  const visit = new MediaVisit(inject(MEDIA_EDGE), inject(DEVICE_EDGE), ticket, sends, meets);
  effect(() => visit.follow());
  inject(DestroyRef).onDestroy(() => visit.end());
  return visit;
}
