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

/** How the names of organisers begin, as whom the video server knows them. */
export const staffIdentity = 'staff-';
/** What an interpreter's identity in a room begins with; who they are follows. */
export const interpreterIdentity = 'interpreter-';
/** Whether somebody in a room is of a side of the meeting: neither staff nor interpreter. */
export const isOfSide = (identity: string): boolean =>
  !identity.startsWith(staffIdentity) && !identity.startsWith(interpreterIdentity);

/** What a browser needs to join a LiveKit room: minted per join, at most 10 minutes valid. */
export const RoomTicket = z.object({
  url: z.string(),
  token: z.string(),
  room: z.string(),
  identity: z.string(),
  canPublish: z.boolean(),
});
export type RoomTicket = z.infer<typeof RoomTicket>;
