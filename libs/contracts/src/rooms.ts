/**
 * rooms (media; knows no session or meeting)
 *   GET  /api/video               @Public → 200 VideoState
 *   POST /api/livekit/webhook     @Public, signed by LiveKit → 204
 */
export interface VideoState {
  available: boolean;
}

/** What a browser needs to join a LiveKit room: minted per join, at most 10 minutes valid. */
export interface RoomTicket {
  url: string;
  token: string;
  room: string;
  identity: string;
  canPublish: boolean;
}
