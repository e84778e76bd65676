/**
 * stage (what happens live in a session). Watch topic `session:<sessionId>` for hints.
 *   GET    /api/sessions/:sessionId/stage                     participant, staff      → 200 StageView
 *   GET    /api/events/:eventId/stages                        @Public                 → 200 StageStanding[] (stages on which anything happened)
 *   POST   /api/sessions/:sessionId/stage/live                host, moderator, organiser {} → 200 StageView
 *   POST   /api/sessions/:sessionId/stage/end                 host, moderator, organiser {} → 200 StageView
 *   POST   /api/sessions/:sessionId/stage/ticket              participant, staff {}   → 200 RoomTicket (backstage only for those who publish; 503 video.off)
 *   GET    /api/events/:eventId/stage-settings                organiser               → 200 StageSettingsView ; PUT StageSettingsPut → 200
 *   POST   /api/sessions/:sessionId/questions                 participant QuestionInput → 201 QuestionView
 *   PUT    /api/questions/:questionId/vote                    participant {}          → 200 QuestionView ; DELETE → 200 (withdraw the vote)
 *   PUT    /api/questions/:questionId/state                   moderator QuestionStatePut → 200 QuestionView
 *   DELETE /api/questions/:questionId                         its author              → 204
 */
import { z } from 'zod';
import { InstantText, prose } from '../common.ts';
import { QuestionId, SessionId } from '../ids.ts';
import { SessionView } from './programme.ts';
import { questionStates, stageRoles, stageStates } from '../vocabulary.ts';

export const QuestionInput = z.strictObject({ text: prose(500).min(3), anonymous: z.boolean() });
export type QuestionInput = z.infer<typeof QuestionInput>;
export const QuestionStatePut = z.strictObject({ state: z.enum(questionStates), pinned: z.boolean() });
export type QuestionStatePut = z.infer<typeof QuestionStatePut>;

export const StageSettingsPut = z.strictObject({
  /** A new question waits for a moderator before others see it. */
  moderateQuestions: z.boolean(),
});
export type StageSettingsPut = z.infer<typeof StageSettingsPut>;
export const StageSettingsView = z.object(StageSettingsPut.shape);
export type StageSettingsView = z.infer<typeof StageSettingsView>;

export const QuestionView = z.object({
  questionId: QuestionId,
  text: z.string(),
  /** Null where it was asked anonymously, except to staff. */
  author: z.string().nullable(),
  askedAt: InstantText,
  state: z.enum(questionStates),
  pinned: z.boolean(),
  votes: z.int(),
  voted: z.boolean(),
  mine: z.boolean(),
});
export type QuestionView = z.infer<typeof QuestionView>;

/** How far a stage has come; one on which nothing happened yet is backstage and is not listed. */
export const StageStanding = z.object({
  sessionId: SessionId,
  state: z.enum(stageStates),
  liveSince: InstantText.nullable(),
});
export type StageStanding = z.infer<typeof StageStanding>;

export const StageView = z.object({
  sessionId: SessionId,
  session: SessionView,
  state: z.enum(stageStates),
  liveSince: InstantText.nullable(),
  endedAt: InstantText.nullable(),
  role: z.enum(stageRoles),
  mayPublish: z.boolean(),
  mayModerate: z.boolean(),
  video: z.boolean(),
  watching: z.int(),
  questions: z.array(QuestionView),
});
export type StageView = z.infer<typeof StageView>;
