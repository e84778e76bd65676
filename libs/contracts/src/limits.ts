/** How much of something there may be, where server and client both must know. No zod here, so that pages stay small. */

/** How many documents a profile can have. */
export const profileDocumentsAtMost = 8;

/** The most that one file may weigh, in bytes. */
export const fileBytesAtMost = 10 * 1024 * 1024;

/** Documents that one message carries at the most. */
export const filesOfMessage = 3;

/** The longest update of shared notes, in bytes. */
export const notesUpdateBytes = 8_192;

/** The longest shared notes, in bytes with their history. */
export const notesBytes = 131_072;

/** The longest text of shared notes, in UTF-16 units. */
export const notesLength = 20_000;

/** Organisations whose pages one can ask for at once. */
export const profilePagesAtOnce = 50;

/** Rows of a file of profiles. */
export const importRowsAtMost = 2_000;

/** Bytes of such a file; base64 makes it a third more. */
export const importBytesAtMost = 6 * 1_024 * 1_024;

/** Invitations that one reads at once, the newest. */
export const invitationsListed = 100;

/** Meetings with a disputed record that organisers read at once: those that wait, then the latest. */
export const disputedListed = 200;

/** Countries that one opportunity of the form 1+1 can name. */
export const thirdCountriesAtMost = 6;
