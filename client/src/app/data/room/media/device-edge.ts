import { InjectionToken } from '@angular/core';
import type { MediaSource } from '../../../ui/media/media-source';
import { DeviceRefusal, type DeviceTrouble } from './media-connection';

export type TestedKind = 'camera' | 'microphone';

export interface Device {
  readonly deviceId: string;
  /** Empty before the browser was allowed to use any. */
  readonly label: string;
  readonly kind: TestedKind;
}

/** A device that is running for a test. */
export interface OpenDevice {
  readonly deviceId: string | null;
  readonly source: MediaSource;
  /** How loud it is now, from 0 to 1; always 0 for a camera. */
  level(): number;
  close(): void;
}

/** The computer's cameras and microphones. */
export interface DeviceEdge {
  list(): Promise<Device[]>;
  /** @throws DeviceRefusal */
  open(kind: TestedKind, deviceId: string | null): Promise<OpenDevice>;
  /** Three tones, to hear whether the speaker works; resolves when they are over. */
  sound(): Promise<void>;
  /** Something was plugged in or out. Returns the way to stop hearing it. */
  onChange(heard: () => void): () => void;
}

export const DEVICE_EDGE = new InjectionToken<DeviceEdge>('DEVICE_EDGE', {
  providedIn: 'root',
  factory: () => ({ list: listDevices, open: openDevice, sound: playTones, onChange: onDevicesChanged }),
});

const kinds: Partial<Record<MediaDeviceKind, TestedKind>> = { videoinput: 'camera', audioinput: 'microphone' };

/** Pages that are not served safely have no devices at all. */
function mediaDevices(): MediaDevices | null {
  return (navigator.mediaDevices as MediaDevices | undefined) ?? null;
}

async function listDevices(): Promise<Device[]> {
  const all = (await mediaDevices()?.enumerateDevices()) ?? [];
  return all.flatMap(({ deviceId, label, kind }) => {
    const ours = kinds[kind];
    return ours && deviceId ? [{ deviceId, label, kind: ours }] : [];
  });
}

async function openDevice(kind: TestedKind, deviceId: string | null): Promise<OpenDevice> {
  const wish = deviceId ? { deviceId: { ideal: deviceId } } : true;
  const devices = mediaDevices();
  if (!devices) throw new DeviceRefusal('missing');
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia(kind === 'camera' ? { video: wish } : { audio: wish });
  } catch (error) {
    throw new DeviceRefusal(troubleOf(error));
  }
  const track = stream.getTracks()[0];
  const meter = kind === 'microphone' ? meterOf(stream) : null;
  return {
    deviceId: track?.getSettings().deviceId ?? null,
    source: {
      attach: (element) => (element.srcObject = stream),
      detach: (element) => (element.srcObject = null),
    },
    level: () => meter?.level() ?? 0,
    close: () => {
      meter?.close();
      for (const one of stream.getTracks()) one.stop();
    },
  };
}

/** Seconds of a tone and the rest behind it. */
const TONE = 0.35;

async function playTones(): Promise<void> {
  const audio = new AudioContext();
  const loud = audio.createGain();
  loud.gain.value = 0.15;
  loud.connect(audio.destination);
  [440, 554, 659].forEach((pitch, place) => {
    const tone = audio.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(loud);
    tone.start(audio.currentTime + place * TONE);
    tone.stop(audio.currentTime + (place + 0.8) * TONE);
  });
  await new Promise((resolve) => setTimeout(resolve, 3 * TONE * 1000));
  await audio.close();
}

function onDevicesChanged(heard: () => void): () => void {
  const devices = mediaDevices();
  devices?.addEventListener('devicechange', heard);
  return () => devices?.removeEventListener('devicechange', heard);
}

function meterOf(stream: MediaStream): { level(): number; close(): void } {
  const audio = new AudioContext();
  const analyser = audio.createAnalyser();
  analyser.fftSize = 512;
  audio.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      const loudness = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
      // Speech lies around a tenth of full scale.
      return Math.min(1, loudness * 6);
    },
    close: () => void audio.close(),
  };
}

function troubleOf(error: unknown): DeviceTrouble {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}
