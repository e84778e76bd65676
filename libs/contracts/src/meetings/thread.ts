/**
 * thread (what the two sides say to each other: it belongs to a request, and goes on with its meeting)
 *   GET   /api/meeting-requests/:requestId/messages?before=<messageId>  its two sides              → 200 ThreadView
 *   POST  /api/meeting-requests/:requestId/messages                     its two sides MessageInput → 201 MessageView | 409 thread.closed · 422 file.unknown
 *   PUT   /api/meeting-requests/:requestId/messages/read                its two sides ReadThrough  → 204
 *   GET   /api/meetings/:meetingId/files                                its people                 → 200 MeetingFile[] (oldest first)
 *   POST  /api/meetings/:meetingId/files                                its people MeetingFilesInput → 201 MeetingFile[] (what was sent) | 403 forbidden (observers) · 409 thread.closed · 422 file.unknown
 *   GET   /api/events/:eventId/unread-messages                          participant                → 200 UnreadThread[]
 * A request to move a meeting has no thread of its own: it speaks in the meeting's.
 */
import { z } from 'zod';
import { InstantText, prose } from '../common.ts';
import { FileView } from '../files.ts';
import { FileId, MeetingRequestId, MessageId, ParticipantId } from '../ids.ts';
import { filesOfMessage } from '../limits.ts';

/** Messages that one answer carries at the most. */
export const messagesAtOnce = 100;

const FileIds = z
  .array(FileId)
  .max(filesOfMessage)
  .refine((ids) => new Set(ids).size === ids.length, 'the same file twice');

/** A text, documents, or both; documents are sent to `/api/files` before. */
export const MessageInput = z
  .strictObject({ text: prose(2000), fileIds: FileIds.default([]) })
  .refine(({ text, fileIds }) => text !== '' || fileIds.length > 0, { message: 'nothing is said', path: ['text'] });
export type MessageInput = z.infer<typeof MessageInput>;

export const MessageView = z.object({
  messageId: MessageId,
  by: ParticipantId,
  mine: z.boolean(),
  text: z.string(),
  files: z.array(FileView),
  sentAt: InstantText,
});
export type MessageView = z.infer<typeof MessageView>;

export const ThreadQuery = z.strictObject({ before: MessageId.optional() });
export type ThreadQuery = z.infer<typeof ThreadQuery>;

export const ThreadView = z.object({
  /** The request whose thread it is: not the one asked for, where that one wants to move a meeting. */
  requestId: MeetingRequestId,
  /** Oldest first. */
  messages: z.array(MessageView),
  /** There are older ones. */
  earlier: z.boolean(),
  unread: z.int(),
  /** Whether one may still write: while the request is open, and as long as its meeting is not cancelled. */
  open: z.boolean(),
  /** Until when the other side has read. */
  readByThemUntil: InstantText.nullable(),
});
export type ThreadView = z.infer<typeof ThreadView>;

/** A document of a meeting's thread. */
export const MeetingFile = FileView.extend({ messageId: MessageId, by: ParticipantId, sentAt: InstantText });
export type MeetingFile = z.infer<typeof MeetingFile>;

/** Documents for everybody of a meeting, from whoever comes to it: guests and who came in another's place write no messages. */
export const MeetingFilesInput = z.strictObject({ fileIds: FileIds.min(1) });
export type MeetingFilesInput = z.infer<typeof MeetingFilesInput>;

/** Everything up to this message has been seen. */
export const ReadThrough = z.strictObject({ messageId: MessageId });
export type ReadThrough = z.infer<typeof ReadThrough>;

export const UnreadThread = z.object({ requestId: MeetingRequestId, unread: z.int() });
export type UnreadThread = z.infer<typeof UnreadThread>;
