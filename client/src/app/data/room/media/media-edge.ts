import { InjectionToken } from '@angular/core';
import type { MediaEdge } from './media-connection';

/** LiveKit's client is fetched when somebody first enters a room. */
export const MEDIA_EDGE = new InjectionToken<MediaEdge>('MEDIA_EDGE', {
  providedIn: 'root',
  factory: () => ({
    connect: async (ticket, heard) => {
      const { connectToLiveKit } = await import('./livekit-edge');
      return connectToLiveKit(ticket, heard);
    },
  }),
});
