import { ChangeDetectionStrategy, Component, computed, input, type Signal } from '@angular/core';
import { Icon } from '../../icon/icon';
import type { IconName } from '../../icon/icons';
import { State, type StateKind } from '../../feedback/state';
import type { MediaSource } from '../media-source';
import { Tile } from '../tile';

export type TestedSide = 'camera' | 'microphone';

/** A device in the test: off by choice, being asked for, running, or why it does not run. */
export type TestedState = 'off' | 'asking' | 'on' | 'denied' | 'missing' | 'busy' | 'failed';

export interface OfferedDevice {
  readonly deviceId: string;
  readonly label: string;
}

/** The camera and the microphone that are tried. */
export interface TestedDevices {
  readonly camera: Signal<TestedState>;
  readonly microphone: Signal<TestedState>;
  readonly picture: Signal<MediaSource | null>;
  /** How loud it is, from 0 to 1. */
  readonly level: Signal<number>;
  readonly cameras: Signal<readonly OfferedDevice[]>;
  readonly microphones: Signal<readonly OfferedDevice[]>;
  readonly cameraId: Signal<string | null>;
  readonly microphoneId: Signal<string | null>;
  /** Tones are playing. */
  readonly sounds: Signal<boolean>;
  sound(): Promise<void>;
  turn(side: TestedSide, on: boolean): Promise<void>;
  choose(side: TestedSide, deviceId: string): Promise<void>;
}

export interface DeviceTestWords {
  readonly preview: string;
  readonly level: string;
  readonly choose: Readonly<Record<TestedSide, string>>;
  readonly name: Readonly<Record<TestedSide, string>>;
  readonly turnOn: Readonly<Record<TestedSide, string>>;
  readonly turnOff: Readonly<Record<TestedSide, string>>;
  readonly state: Readonly<Record<TestedSide, Readonly<Record<TestedState, string>>>>;
  /** What it amounts to: seen and heard, heard only, seen only, neither. All of them are fine. */
  readonly sum: Readonly<Record<'both' | 'voice' | 'picture' | 'neither', string>>;
  readonly help: string;
  readonly sound: Readonly<Record<'play' | 'playing' | 'help', string>>;
  /** How this browser is told to allow a device. */
  readonly denied: string;
}

interface Row {
  readonly side: TestedSide;
  readonly icon: IconName;
  readonly state: TestedState;
  readonly stateIcon: IconName;
  readonly stateKind: StateKind;
  readonly devices: readonly OfferedDevice[];
  readonly chosen: string | null;
}

/** Trying camera and microphone. Neither is needed: coming without is said as a normal state, not as an error. */
@Component({
  selector: 'musubi-device-test',
  imports: [Icon, State, Tile],
  templateUrl: './device-test.html',
  styleUrl: './device-test.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeviceTest {
  readonly devices = input.required<TestedDevices>();
  readonly letters = input('');
  readonly words = input.required<DeviceTestWords>();

  protected readonly rows = computed<Row[]>(() => {
    const { microphone, microphones, microphoneId, camera, cameras, cameraId } = this.devices();
    return [
      row('microphone', 'mic', microphone(), microphones(), microphoneId()),
      row('camera', 'video', camera(), cameras(), cameraId()),
    ];
  });
  protected readonly sum = computed(() => {
    const { camera, microphone } = this.devices();
    const [picture, voice] = [camera() === 'on', microphone() === 'on'];
    return picture && voice ? 'both' : voice ? 'voice' : picture ? 'picture' : 'neither';
  });

  protected readonly denied = computed(() => this.rows().some(({ state }) => state === 'denied'));

  protected pick(side: TestedSide, change: Event): void {
    void this.devices().choose(side, (change.target as HTMLSelectElement).value);
  }
}

function row(
  side: TestedSide,
  icon: IconName,
  state: TestedState,
  devices: readonly OfferedDevice[],
  chosen: string | null,
): Row {
  const on = state === 'on';
  const quiet = state === 'off' || state === 'asking';
  return {
    side,
    icon,
    state,
    stateIcon: on ? 'check' : quiet ? 'dash' : 'info',
    stateKind: on ? 'good' : quiet ? 'quiet' : 'caution',
    devices,
    chosen,
  };
}
