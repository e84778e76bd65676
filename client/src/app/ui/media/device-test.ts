import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { State, type StateKind } from '../feedback/state';
import type { MediaSource } from './media-source';
import { Tile } from './tile';

export type TestedSide = 'camera' | 'microphone';

/** A device in the test: off by choice, being asked for, running, or why it does not run. */
export type TestedState = 'off' | 'asking' | 'on' | 'denied' | 'missing' | 'busy' | 'failed';

export interface OfferedDevice {
  readonly deviceId: string;
  readonly label: string;
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
  readonly camera = input.required<TestedState>();
  readonly microphone = input.required<TestedState>();
  readonly picture = input.required<MediaSource | null>();
  /** How loud it is, from 0 to 1. */
  readonly level = input.required<number>();
  readonly cameras = input.required<readonly OfferedDevice[]>();
  readonly microphones = input.required<readonly OfferedDevice[]>();
  readonly cameraId = input.required<string | null>();
  readonly microphoneId = input.required<string | null>();
  readonly letters = input('');
  readonly words = input.required<DeviceTestWords>();
  readonly turn = output<{ side: TestedSide; on: boolean }>();
  readonly choose = output<{ side: TestedSide; deviceId: string }>();

  protected readonly rows = computed<Row[]>(() => [
    row('microphone', 'mic', this.microphone(), this.microphones(), this.microphoneId()),
    row('camera', 'video', this.camera(), this.cameras(), this.cameraId()),
  ]);
  protected readonly sum = computed(() => {
    const [picture, voice] = [this.camera() === 'on', this.microphone() === 'on'];
    return picture && voice ? 'both' : voice ? 'voice' : picture ? 'picture' : 'neither';
  });

  protected pick(side: TestedSide, change: Event): void {
    this.choose.emit({ side, deviceId: (change.target as HTMLSelectElement).value });
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
