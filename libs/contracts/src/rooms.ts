/**
 * rooms (media; knows no session or meeting)
 *   GET  /api/video               @Public → 200 VideoState
 *   POST /api/livekit/webhook     @Public, signed by LiveKit → 204
 */
import { z } from 'zod';

export const VideoState = z.object({
  available: z.boolean(),
});
export type VideoState = z.infer<typeof VideoState>;

/** What a browser needs to join a LiveKit room: minted per join, at most 10 minutes valid. */
export const RoomTicket = z.object({
  url: z.string(),
  token: z.string(),
  room: z.string(),
  identity: z.string(),
  canPublish: z.boolean(),
});
export type RoomTicket = z.infer<typeof RoomTicket>;
