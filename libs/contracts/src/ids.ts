import { z } from 'zod';

/** A UUID that names one kind of thing; the brand keeps a meeting's id out of a request's place. */
const id = <B extends string>(brand: B) => z.uuid().brand(brand);

export const UserId = id('UserId');
export const LoginId = id('LoginId');
export const OrganisationId = id('OrganisationId');
export const AffiliationId = id('AffiliationId');
export const OpportunityId = id('OpportunityId');
export const EventId = id('EventId');
export const ParticipantId = id('ParticipantId');
export const SessionId = id('SessionId');
export const QuestionId = id('QuestionId');
export const BlockId = id('BlockId');
export const SlotId = id('SlotId');
export const MeetingRequestId = id('MeetingRequestId');
export const MeetingId = id('MeetingId');
export const MessageId = id('MessageId');
export const PlanBId = id('PlanBId');
export const HelpRequestId = id('HelpRequestId');
export const OutcomeId = id('OutcomeId');
export const CaseId = id('CaseId');
export const GuestId = id('GuestId');
export const InterpreterId = id('InterpreterId');
export const FilterId = id('FilterId');
export const AssistantId = id('AssistantId');
export const FileId = id('FileId');

export type UserId = z.infer<typeof UserId>;
export type LoginId = z.infer<typeof LoginId>;
export type OrganisationId = z.infer<typeof OrganisationId>;
export type AffiliationId = z.infer<typeof AffiliationId>;
export type OpportunityId = z.infer<typeof OpportunityId>;
export type EventId = z.infer<typeof EventId>;
/** A participant is a completed registration; both carry the same id. */
export type ParticipantId = z.infer<typeof ParticipantId>;
export type SessionId = z.infer<typeof SessionId>;
export type QuestionId = z.infer<typeof QuestionId>;
export type BlockId = z.infer<typeof BlockId>;
export type SlotId = z.infer<typeof SlotId>;
export type MeetingRequestId = z.infer<typeof MeetingRequestId>;
export type MeetingId = z.infer<typeof MeetingId>;
export type MessageId = z.infer<typeof MessageId>;
export type PlanBId = z.infer<typeof PlanBId>;
export type HelpRequestId = z.infer<typeof HelpRequestId>;
export type OutcomeId = z.infer<typeof OutcomeId>;
export type CaseId = z.infer<typeof CaseId>;
export type GuestId = z.infer<typeof GuestId>;
export type InterpreterId = z.infer<typeof InterpreterId>;
export type FilterId = z.infer<typeof FilterId>;
export type AssistantId = z.infer<typeof AssistantId>;
export type FileId = z.infer<typeof FileId>;
