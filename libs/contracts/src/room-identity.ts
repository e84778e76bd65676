/** How those in a room are known to the video server. No zod here, so that pages stay small. */

/** How the names of organisers begin, as whom the video server knows them. */
export const staffIdentity = 'staff-';
/** What an interpreter's identity in a room begins with; who they are follows. */
export const interpreterIdentity = 'interpreter-';
/** Whether somebody in a room is of a side of the meeting: neither staff nor interpreter. */
export const isOfSide = (identity: string): boolean =>
  !identity.startsWith(staffIdentity) && !identity.startsWith(interpreterIdentity);
