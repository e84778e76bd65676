export { type Actor, type Grant, holds, mayStage } from './access/actor.js';
export { Actors, type ActorSource } from './access/actors.js';
export {
  Cmd,
  type Command,
  CurrentActor,
  ForeignOrigin,
  Keyless,
  MaybeActor,
  Organiser,
  Public,
  SignedIn,
} from './access/access.decorators.js';
export { Audit, type AuditAct, type AuditScope, type AuditState } from './audit/audit.js';
export { AuditCheck, type AuditFault, type AuditFindings, type SealMark } from './audit/audit-check.js';
export { auditReport } from './audit/audit-report.js';
export { AuditEntryEntity } from './audit/audit-entry.entity.js';
export { Deputies, deputyHeader, type DeputySource, ForOthers } from './access/deputies.js';
export { PolicyRegistry } from './access/policy-registry.js';
export { DomainClock } from './clock/domain-clock.js';
export { Config } from './config/config.js';
export { serverFolder } from './config/places.js';
export { InstanceKey } from './config/instance-key.js';
export { ConstraintCodes, violatedConstraint } from './database/constraint-codes.js';
export { schemaDrift } from './database/drift.js';
export { migrate } from './database/migrations.js';
export { Notices } from './database/notices.js';
export { Transactions } from './database/transactions/transactions.js';
export type { Tx } from './database/transactions/tx.js';
export type { Fact, FactMap, FactName, FactOf } from './facts/fact-map.js';
export { Facts } from './facts/facts.js';
export { DomainError } from './http/problems/domain-error.js';
export { BodyLimit, newHttpAdapter, prepareHttp } from './http/http-app.js';
export { RateLimited, Unlimited } from './http/rate-limits/rate-limit.guard.js';
export { RateLimits } from './http/rate-limits/rate-limits.js';
export { Turns } from './http/turns.js';
export { mountWeb } from './http/web.js';
export { type CalendarEntry, type CalendarText, calendarText } from './icalendar/icalendar.js';
export { askedWords, nearWords } from './text/near-words.js';
export { oneLine, withoutControls } from './text/plain-text.js';
export type { QueueOptions, SendJob } from './jobs/job-options.js';
export { type JobContext, Jobs } from './jobs/jobs.js';
export { LiveKit, type VideoTicket } from './livekit/livekit.js';
export { type Letter, setLetter } from './mail/letter.js';
export { type Mail, Mailer } from './mail/mailer.js';
export { Answers, anyFile, workbook } from './openapi/answers.decorator.js';
export { apiDocument, mountApiDocument } from './openapi/api-document.js';
export { mountApiPage } from './openapi/api-page.js';
export { PlatformModule } from './platform.module.js';
export { SocketAdapter } from './realtime/socket-adapter.js';
export { SocketTopics } from './realtime/socket-topics.js';
export type { MusubiServer, MusubiSocket } from './realtime/socket-types.js';
export { Files, type StoredFile } from './storage/files.js';
export { type FileUse, FileUses } from './storage/file-uses.js';
export { disposition } from './storage/send-file.js';
export { csvOf } from './sheets/csv.js';
export type { Sheet } from './sheets/sheet.js';
export { xlsxOf } from './sheets/xlsx.js';
export { Readiness } from './telemetry/readiness.js';
export { endOnSignals } from './telemetry/shutdown.js';
