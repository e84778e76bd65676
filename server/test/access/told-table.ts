import type { BetweenThem } from './two-people.js';

/**
 * What a row of the table of routes tells one of two people of the other, in the words of `told`: as it stands; when one of them
 * blocks the other, whoever it was; when the other left the event; when the other ended it. A row that is missing tells nothing.
 *
 * What somebody said stays with those to whom they said it, as a letter would, so that nobody reads off a block who set it. From
 * then on nothing is added: not where they are to be found, when they are free, that they are here, what they have read.
 */
type Told = readonly [stands: string, blocked: string, left: string, over: string];

/** Whoever may be found in the event, is found. */
const found: Told = ['who', '', '', 'who'];
/** When the other is free, for those who think of asking them. */
const freeForAll: Told = ['free', '', '', 'free'];
const freeWhileItStands: Told = ['free', '', '', ''];

const inTheEvent = {
  'GET /api/events/{eventId}/participants/{participantId}': found,
  'GET /api/events/{eventId}/search?q=a': found,
  'GET /api/events/{eventId}/recommendations': found,
  'GET /api/events/{eventId}/directory': found,
  'GET /api/events/{eventId}/directory/organisations': found,
  'GET /api/events/{eventId}/slots': freeForAll,
  'GET /api/events/{eventId}/group-slots?with={participantId}': freeForAll,
};

const request: Told = ['who reason free', 'who reason', 'who reason', 'who reason'];
const move: Told = ['who reason note free', 'who reason note', 'who reason note', 'who reason note'];
const thread: Told = ['who message file read', 'who message file', 'who message file', 'who message file'];
const meeting: Told = ['who reason planB here', 'who reason', 'who reason', 'who reason'];
/** Whoever is a guest of a meeting leaves it by a block, and keeps what the invitation said. */
const invitation: Told = ['who reason when', 'who reason', 'who reason', 'who reason'];

export const toldTable: Readonly<Record<BetweenThem, Readonly<Record<string, Told>>>> = {
  /** The other has asked for a meeting. */
  asked: {
    ...inTheEvent,
    'GET /api/me/feed': ['read', '', '', ''],
    'GET /api/events/{eventId}/meeting-requests': request,
    'GET /api/meeting-requests/{requestId}': request,
    'GET /api/meeting-requests/{requestId}/slots': freeWhileItStands,
    'GET /api/meeting-requests/{requestId}/messages': thread,
    'GET /api/files/{fileId}': ['file', 'file', 'file', 'file'],
    // One's own wish, which one may take back.
    'GET /api/events/{eventId}/preferences': ['who', 'who', 'who', 'who'],
    // A time that came free for both, which is more than the request.
    'GET /api/events/{eventId}/gaps': found,
  },
  /** They meet in a few minutes; the other wants to move it. A meeting stands until one of them cancels it. */
  met: {
    ...inTheEvent,
    // One's own meetings are found, too.
    'GET /api/events/{eventId}/search?q=a': ['who', 'who', 'who', 'who'],
    'GET /api/me/feed': ['read', '', '', ''],
    'GET /api/calendars/{file}': ['who', 'who', '', ''],
    'GET /api/events/{eventId}/delegation': ['who reason', 'who reason', '', ''],
    'GET /api/events/{eventId}/meeting-requests': move,
    'GET /api/meeting-requests/{requestId}': move,
    'GET /api/meeting-requests/{requestId}/slots': freeWhileItStands,
    'GET /api/meeting-requests/{requestId}/messages': thread,
    'GET /api/files/{fileId}': ['file', 'file', 'file', 'file'],
    'GET /api/events/{eventId}/meetings': meeting,
    'GET /api/meetings/{meetingId}': meeting,
    'GET /api/meetings/{meetingId}/slots': freeWhileItStands,
    'GET /api/meetings/{meetingId}/files': ['who file', 'who file', 'who file', 'who file'],
    'GET /api/meetings/{meetingId}/brief': ['who reason', 'who reason', 'who reason', 'who reason'],
    // Where somebody is to be reached is taken back by a block.
    'GET /api/meetings/{meetingId}/cards': ['who phone', 'who', 'who phone', 'who phone'],
    'GET /api/meetings/{meetingId}/cards/{participantId}/card.vcf': ['who phone', '', 'who phone', 'who phone'],
    'GET /api/meetings/{meetingId}/room': ['who planB', '', '', ''],
    'GET /api/meetings/{meetingId}/notes': ['who notes', '', '', ''],
  },
  /** The other meets somebody, and has asked this one along. */
  guest: {
    ...inTheEvent,
    'GET /api/events/{eventId}/search?q=a': ['who', '', 'who', 'who'],
    'GET /api/calendars/{file}': ['who', '', '', ''],
    'GET /api/events/{eventId}/delegation': ['who reason', '', '', ''],
    'GET /api/events/{eventId}/guest-invitations': invitation,
    'GET /api/guests/{guestId}': invitation,
    'GET /api/meeting-requests/{requestId}/guests': ['who', '', 'who', 'who'],
    'GET /api/files/{fileId}': ['file', '', 'file', 'file'],
    'GET /api/events/{eventId}/meetings': ['who reason here', '', 'who reason', 'who reason'],
    'GET /api/meetings/{meetingId}': ['who reason here', '', 'who reason', 'who reason'],
    'GET /api/meetings/{meetingId}/files': ['who file', '', 'who file', 'who file'],
    'GET /api/meetings/{meetingId}/brief': ['who reason', '', 'who reason', 'who reason'],
    'GET /api/meetings/{meetingId}/cards': ['who', '', 'who', 'who'],
  },
};

/** The two who met, half an hour later: as it stands, and blocked before. What became of it belongs to both organisations. */
export const toldAfterwards: Readonly<Record<string, readonly [stands: string, blocked: string]>> = {
  'GET /api/events/{eventId}/participants/{participantId}': ['who', ''],
  'GET /api/events/{eventId}/search?q=a': ['who', 'who'],
  'GET /api/events/{eventId}/recommendations': ['who', ''],
  'GET /api/events/{eventId}/directory': ['who', ''],
  'GET /api/events/{eventId}/directory/organisations': ['who', ''],
  'GET /api/events/{eventId}/slots': ['free', ''],
  'GET /api/events/{eventId}/group-slots?with={participantId}': ['free', ''],
  'GET /api/calendars/{file}': ['who', 'who'],
  'GET /api/events/{eventId}/meeting-requests': ['who reason note', 'who reason note'],
  'GET /api/meeting-requests/{requestId}': ['who reason note', 'who reason note'],
  'GET /api/meeting-requests/{requestId}/messages': ['who message file read', 'who message file'],
  'GET /api/files/{fileId}': ['file', 'file'],
  'GET /api/events/{eventId}/meetings': ['who reason planB', 'who reason'],
  'GET /api/meetings/{meetingId}': ['who reason planB', 'who reason'],
  'GET /api/meetings/{meetingId}/slots': ['free', ''],
  'GET /api/meetings/{meetingId}/files': ['who file', 'who file'],
  'GET /api/meetings/{meetingId}/brief': ['who reason', 'who reason'],
  'GET /api/meetings/{meetingId}/cards': ['who phone', 'who'],
  'GET /api/meetings/{meetingId}/cards/{participantId}/card.vcf': ['who phone', ''],
  'GET /api/meetings/{meetingId}/room': ['who planB', ''],
  'GET /api/meetings/{meetingId}/notes': ['who notes', ''],
  'GET /api/events/{eventId}/follow-up': ['who reason note planB', 'who reason note'],
};
