import { inject, Injectable } from '@angular/core';
import type {
  EventId,
  FileId,
  MeetingRequestId,
  MessageId,
  MessageView,
  ThreadView,
  UnreadThread,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** What the two sides of a request and its meeting say to each other. */
@Injectable({ providedIn: 'root' })
export class ThreadsApi {
  private readonly api = inject(Api);

  /** The newest messages, or the newest before the given one. */
  thread(requestId: MeetingRequestId, before?: MessageId): Promise<ThreadView> {
    return this.api.get(`/meeting-requests/${requestId}/messages`, before ? { before } : {}, { fresh: true });
  }

  write(requestId: MeetingRequestId, text: string, fileIds: readonly FileId[]): Promise<MessageView> {
    return this.api.post(`/meeting-requests/${requestId}/messages`, { text, fileIds });
  }

  read(requestId: MeetingRequestId, messageId: MessageId): Promise<void> {
    return this.api.put(`/meeting-requests/${requestId}/messages/read`, { messageId });
  }

  unread(eventId: EventId): Promise<UnreadThread[]> {
    return this.api.get(`/events/${eventId}/unread-messages`, {}, { fresh: true });
  }
}
