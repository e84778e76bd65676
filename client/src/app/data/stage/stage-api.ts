import { inject, Injectable } from '@angular/core';
import type {
  EventId,
  QuestionId,
  QuestionInput,
  QuestionState,
  QuestionView,
  RoomTicket,
  SessionId,
  StageStanding,
  StageView,
} from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** What happens live in a session. */
@Injectable({ providedIn: 'root' })
export class StageApi {
  private readonly api = inject(Api);

  stage(sessionId: SessionId): Promise<StageView> {
    return this.api.get(`/sessions/${sessionId}/stage`, {}, { fresh: true });
  }

  standings(eventId: EventId): Promise<StageStanding[]> {
    return this.api.get(`/events/${eventId}/stages`, {}, { fresh: true });
  }

  goLive(sessionId: SessionId): Promise<StageView> {
    return this.api.post(`/sessions/${sessionId}/stage/live`);
  }

  end(sessionId: SessionId): Promise<StageView> {
    return this.api.post(`/sessions/${sessionId}/stage/end`);
  }

  ticket(sessionId: SessionId): Promise<RoomTicket> {
    return this.api.post(`/sessions/${sessionId}/stage/ticket`);
  }

  ask(sessionId: SessionId, question: QuestionInput): Promise<QuestionView> {
    return this.api.post(`/sessions/${sessionId}/questions`, question);
  }

  vote(questionId: QuestionId, on: boolean): Promise<QuestionView> {
    return on ? this.api.put(`/questions/${questionId}/vote`) : this.api.delete(`/questions/${questionId}/vote`);
  }

  moderate(questionId: QuestionId, state: QuestionState, pinned: boolean): Promise<QuestionView> {
    return this.api.put(`/questions/${questionId}/state`, { state, pinned });
  }

  takeBack(questionId: QuestionId): Promise<void> {
    return this.api.delete(`/questions/${questionId}`);
  }
}
