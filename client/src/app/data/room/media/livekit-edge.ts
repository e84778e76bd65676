import {
  ConnectionQuality,
  DisconnectReason,
  MediaDeviceFailure,
  type Participant,
  Room,
  RoomEvent,
  Track,
  VideoPresets,
} from 'livekit-client';
import type { RoomTicket } from '@musubi/contracts';
import type { MediaSource } from '../../../ui/media/media-source';
import { DeviceRefusal, type MediaConnection, type MediaEnding, type MediaHeard } from './media-connection';
import type { MediaPerson, MediaQuality } from './media-person';

/** All that changes who is seen or heard. */
const changes = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
] as const;

const qualities: Record<ConnectionQuality, MediaQuality> = {
  [ConnectionQuality.Excellent]: 'good',
  [ConnectionQuality.Good]: 'good',
  [ConnectionQuality.Poor]: 'poor',
  [ConnectionQuality.Lost]: 'lost',
  [ConnectionQuality.Unknown]: 'unknown',
};

/** Connects to the room of a ticket. Only what is on the screen is fetched, in the size it is shown. */
export async function connectToLiveKit(ticket: RoomTicket, heard: MediaHeard): Promise<MediaConnection> {
  const room = new Room({
    adaptiveStream: true,
    dynacast: true,
    videoCaptureDefaults: { resolution: VideoPresets.h540.resolution },
  });
  const people = (): void => heard.people(peopleOf(room));
  for (const change of changes) room.on(change, people);
  room.on(RoomEvent.Reconnecting, () => heard.wavering(true));
  room.on(RoomEvent.Reconnected, () => {
    heard.wavering(false);
    people();
  });
  room.on(RoomEvent.AudioPlaybackStatusChanged, () => heard.silenced(!room.canPlaybackAudio));
  room.on(RoomEvent.Disconnected, (reason) => {
    if (reason !== DisconnectReason.CLIENT_INITIATED) heard.ended(endingOf(reason));
  });

  await room.connect(ticket.url, ticket.token, { autoSubscribe: true });
  people();
  heard.silenced(!room.canPlaybackAudio);
  const me = room.localParticipant;
  return {
    send: async (kind, on, deviceId) => {
      try {
        const device = deviceId ? { deviceId } : {};
        if (kind === 'microphone') await me.setMicrophoneEnabled(on, device);
        else if (kind === 'camera') await me.setCameraEnabled(on, device);
        else await me.setScreenShareEnabled(on, { audio: true });
      } catch (error) {
        throw refusalOf(error);
      } finally {
        people();
      }
    },
    unsilence: () => room.startAudio(),
    leave: () => room.disconnect(),
  };
}

function peopleOf(room: Room): MediaPerson[] {
  return [room.localParticipant, ...room.remoteParticipants.values()].map((participant) => personOf(participant));
}

function personOf(participant: Participant): MediaPerson {
  const { isLocal: mine } = participant;
  return {
    identity: participant.identity,
    name: participant.name ?? '',
    mine,
    camera: sourceOf(participant, Track.Source.Camera),
    voice: mine ? null : sourceOf(participant, Track.Source.Microphone),
    screen: sourceOf(participant, Track.Source.ScreenShare),
    screenVoice: mine ? null : sourceOf(participant, Track.Source.ScreenShareAudio),
    microphoneOn: participant.isMicrophoneEnabled,
    cameraOn: participant.isCameraEnabled,
    screenOn: participant.isScreenShareEnabled,
    speaking: participant.isSpeaking && participant.isMicrophoneEnabled,
    quality: qualities[participant.connectionQuality],
  };
}

/** The track itself, as long as something is sent: it knows how to attach and to size its picture. */
function sourceOf(participant: Participant, source: Track.Source): MediaSource | null {
  const publication = participant.getTrackPublication(source);
  return publication?.track && !publication.isMuted ? publication.track : null;
}

function endingOf(reason: DisconnectReason | undefined): MediaEnding {
  switch (reason) {
    case DisconnectReason.DUPLICATE_IDENTITY:
      return 'elsewhere';
    case DisconnectReason.PARTICIPANT_REMOVED:
      return 'removed';
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return 'closed';
    default:
      return 'lost';
  }
}

function refusalOf(error: unknown): DeviceRefusal {
  switch (MediaDeviceFailure.getFailure(error as Error)) {
    case MediaDeviceFailure.PermissionDenied:
      return new DeviceRefusal('denied');
    case MediaDeviceFailure.NotFound:
      return new DeviceRefusal('missing');
    case MediaDeviceFailure.DeviceInUse:
      return new DeviceRefusal('busy');
    default:
      return new DeviceRefusal('failed');
  }
}
