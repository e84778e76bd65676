import type { MediaSource } from '../../../ui/media/media-source';

/** How well somebody is connected. */
export type MediaQuality = 'good' | 'poor' | 'lost' | 'unknown';

/** Somebody in a room, as they are seen and heard now. */
export interface MediaPerson {
  readonly identity: string;
  readonly name: string;
  /** Me. */
  readonly mine: boolean;
  readonly camera: MediaSource | null;
  /** Null for me: nobody hears themselves. */
  readonly voice: MediaSource | null;
  readonly screen: MediaSource | null;
  readonly screenVoice: MediaSource | null;
  readonly microphoneOn: boolean;
  readonly cameraOn: boolean;
  readonly screenOn: boolean;
  readonly speaking: boolean;
  readonly quality: MediaQuality;
}
