import type { RoomTicket } from '@musubi/contracts';
import { Refusal } from '../app/core/problem/problem';
import type { Device, DeviceEdge, TestedKind } from '../app/data/room/media/device-edge';
import {
  DeviceRefusal,
  type DeviceTrouble,
  type MediaEdge,
  type MediaHeard,
  type MediaKind,
} from '../app/data/room/media/media-connection';
import type { MediaPerson } from '../app/data/room/media/media-person';

export const ticketOf = (more: Partial<RoomTicket> = {}): RoomTicket => ({
  url: 'ws://127.0.0.1:7880',
  token: 'token',
  room: 'room',
  identity: 'clara',
  canPublish: true,
  ...more,
});

/** Somebody in a room, who sends nothing; Clara is me. */
export const mediaPerson = (identity: string, more: Partial<MediaPerson> = {}): MediaPerson => ({
  identity,
  name: identity,
  mine: identity === 'clara',
  camera: null,
  voice: null,
  screen: null,
  screenVoice: null,
  microphoneOn: false,
  cameraOn: false,
  screenOn: false,
  speaking: false,
  quality: 'good',
  ...more,
});

/** A video server that does what the spec says. */
export function videoServer({ tickets = [ticketOf()] as (RoomTicket | Refusal)[] } = {}) {
  const sent: string[] = [];
  const lines: MediaHeard[] = [];
  const broken = new Map<MediaKind, DeviceTrouble>();
  let unreachable = 0;
  let asked = 0;
  const edge: MediaEdge = {
    connect: async (_ticket, heard) => {
      if (unreachable > 0) {
        unreachable -= 1;
        throw new Error('nobody answers');
      }
      lines.push(heard);
      const line = lines.length;
      return {
        send: async (kind, on, deviceId) => {
          sent.push(`${line}: ${kind} ${on ? 'on' : 'off'}${deviceId ? ` ${deviceId}` : ''}`);
          const trouble = broken.get(kind);
          if (on && trouble) throw new DeviceRefusal(trouble);
        },
        unsilence: async () => heard.silenced(false),
        leave: async () => void sent.push(`${line}: left`),
      };
    },
  };
  const ticket = async (): Promise<RoomTicket> => {
    const given = tickets[Math.min(asked, tickets.length - 1)]!;
    asked += 1;
    if (given instanceof Refusal) throw given;
    return given;
  };
  return {
    edge,
    ticket,
    tickets,
    sent,
    broken,
    /** The newest connection: what it tells, it tells through here. */
    line: () => lines.at(-1)!,
    asked: () => asked,
    makeUnreachable: (times: number) => (unreachable = times),
  };
}

/** A computer with two cameras and a microphone, which also does what the spec says. */
export function computer() {
  const devices: Device[] = [
    { deviceId: 'cam-1', label: '', kind: 'camera' },
    { deviceId: 'cam-2', label: '', kind: 'camera' },
    { deviceId: 'mic-1', label: '', kind: 'microphone' },
  ];
  const running = new Set<string>();
  const trouble = new Map<TestedKind, DeviceTrouble>();
  let plugged: () => void = () => undefined;
  let level = 0;
  const edge: DeviceEdge = {
    list: async () => devices.map((device) => ({ ...device })),
    open: async (kind, wanted) => {
      const refused = trouble.get(kind);
      if (refused) throw new DeviceRefusal(refused);
      const deviceId = wanted ?? devices.find((device) => device.kind === kind)!.deviceId;
      running.add(deviceId);
      for (const [i, device] of devices.entries()) devices[i] = { ...device, label: `Device ${device.deviceId}` };
      return {
        deviceId,
        source: { attach: () => undefined, detach: () => undefined },
        level: () => level,
        close: () => void running.delete(deviceId),
      };
    },
    sound: async () => undefined,
    onChange: (heard) => {
      plugged = heard;
      return () => (plugged = () => undefined);
    },
  };
  return { edge, devices, running, trouble, plug: () => plugged(), speak: (loud: number) => (level = loud) };
}
