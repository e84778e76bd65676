import { computed, signal, type Signal, type WritableSignal } from '@angular/core';
import type { Device, DeviceEdge, OpenDevice, TestedKind } from './device-edge';
import { DeviceRefusal, type DeviceTrouble } from './media-connection';
import type { MediaWishes } from './media-session';

/** A device in the test: off by choice, being asked for, running, or why it does not run. */
export type DeviceState = 'off' | 'asking' | 'on' | DeviceTrouble;

/** Milliseconds between two looks at the microphone's level. */
const LOOK = 100;

/**
 * Trying camera and microphone before going in. Nothing starts by itself: the browser asks for leave only after a click.
 * Neither is needed; going in without is as good as with.
 */
export class DeviceCheck {
  private readonly edge: DeviceEdge;
  private readonly sides: Record<TestedKind, Side>;
  private readonly found = signal<readonly Device[]>([]);
  private readonly loudness = signal(0);
  private readonly sounding = signal(false);
  private readonly stopHearing: () => void;
  private looking: ReturnType<typeof setInterval> | undefined;
  private over = false;

  readonly camera: Signal<DeviceState>;
  readonly microphone: Signal<DeviceState>;
  /** The camera's picture while it runs. */
  readonly picture: Signal<OpenDevice['source'] | null>;
  /** How loud the microphone is, from 0 to 1. */
  readonly level = this.loudness.asReadonly();
  /** Tones are playing. */
  readonly sounds = this.sounding.asReadonly();
  readonly cameras = computed(() => this.named('camera'));
  readonly microphones = computed(() => this.named('microphone'));
  /** What to send on going in. */
  readonly wishes: Signal<MediaWishes>;
  /** The ids chosen, to mark them in a list. */
  readonly cameraId: Signal<string | null>;
  readonly microphoneId: Signal<string | null>;

  /** @param chosen device ids of an earlier test */
  constructor(edge: DeviceEdge, chosen: Readonly<Partial<Record<TestedKind, string | null>>> = {}) {
    this.edge = edge;
    const camera = new Side(edge, 'camera', chosen.camera ?? null);
    const microphone = new Side(edge, 'microphone', chosen.microphone ?? null);
    this.sides = { camera, microphone };
    this.camera = camera.state;
    this.microphone = microphone.state;
    this.picture = computed(() => camera.device()?.source ?? null);
    this.cameraId = computed(() => camera.device()?.deviceId ?? camera.chosen());
    this.microphoneId = computed(() => microphone.device()?.deviceId ?? microphone.chosen());
    this.wishes = computed(() => ({
      camera: camera.state() === 'on',
      microphone: microphone.state() === 'on',
      cameraId: this.cameraId(),
      microphoneId: this.microphoneId(),
    }));
    this.stopHearing = edge.onChange(() => void this.look());
    void this.look();
  }

  async turn(kind: TestedKind, on: boolean): Promise<void> {
    if (this.over) return;
    const side = this.sides[kind];
    await (on ? side.open() : side.close());
    if (this.over) return side.close();
    if (kind === 'microphone') this.listen(side);
    // Only now does the browser tell what the devices are called.
    if (on) await this.look();
  }

  async choose(kind: TestedKind, deviceId: string): Promise<void> {
    this.sides[kind].chosen.set(deviceId);
    await this.turn(kind, true);
  }

  /** Plays tones; whoever hears them will hear the others. */
  async sound(): Promise<void> {
    if (this.sounding()) return;
    this.sounding.set(true);
    await this.edge.sound().catch(() => undefined);
    this.sounding.set(false);
  }

  /** Lets go of both devices; the choice stays in `wishes` as it was. */
  close(): void {
    if (this.over) return;
    this.over = true;
    this.stopHearing();
    clearInterval(this.looking);
    for (const side of Object.values(this.sides)) side.letGo();
  }

  private named(kind: TestedKind): readonly Device[] {
    return this.found().filter((device) => device.kind === kind && device.label !== '');
  }

  private async look(): Promise<void> {
    const devices = await this.edge.list().catch(() => []);
    if (!this.over) this.found.set(devices);
  }

  private listen(microphone: Side): void {
    clearInterval(this.looking);
    this.loudness.set(0);
    if (microphone.state() !== 'on') return;
    this.looking = setInterval(() => this.loudness.set(microphone.device()?.level() ?? 0), LOOK);
  }
}

/** One of the two devices. */
class Side {
  readonly state = signal<DeviceState>('off');
  readonly device = signal<OpenDevice | null>(null);
  readonly chosen: WritableSignal<string | null>;
  private readonly edge: DeviceEdge;
  private readonly kind: TestedKind;
  private turn = 0;

  constructor(edge: DeviceEdge, kind: TestedKind, chosen: string | null) {
    this.edge = edge;
    this.kind = kind;
    this.chosen = signal(chosen);
  }

  async open(): Promise<void> {
    const turn = ++this.turn;
    this.letGo();
    this.state.set('asking');
    try {
      const device = await this.edge.open(this.kind, this.chosen());
      if (turn !== this.turn) return device.close();
      this.device.set(device);
      this.state.set('on');
    } catch (error) {
      if (turn === this.turn) this.state.set(error instanceof DeviceRefusal ? error.trouble : 'failed');
    }
  }

  close(): void {
    this.turn += 1;
    this.letGo();
    this.state.set('off');
    this.device.set(null);
  }

  /** The device stops; state and choice stay. */
  letGo(): void {
    this.device()?.close();
  }
}
