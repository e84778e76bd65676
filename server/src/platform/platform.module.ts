import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LoggerModule } from 'nestjs-pino';
import { AccessGuard } from './access/access.guard.js';
import { Actors } from './access/actors.js';
import { Deputies } from './access/deputies.js';
import { PolicyRegistry } from './access/policy-registry.js';
import { RoutePoliciesCheck } from './access/route-policies.check.js';
import { Routes } from './access/routes.js';
import { AuditCheck } from './audit/audit-check.js';
import { AuditEntryEntity } from './audit/audit-entry.entity.js';
import { AuditSealEntity } from './audit/audit-seal.entity.js';
import { AuditSealing } from './audit/audit-sealing.js';
import { Audit } from './audit/audit.js';
import { DomainClockEntity } from './clock/clock.entity.js';
import { DomainClock } from './clock/domain-clock.js';
import { Config } from './config/config.js';
import { InstanceKey } from './config/instance-key.js';
import { ConstraintCodes } from './database/constraint-codes.js';
import { dataSourceOptions } from './database/data-source.js';
import { IdempotencyEntity } from './database/transactions/idempotency.entity.js';
import { Notices } from './database/notices.js';
import { Retention } from './database/retention.js';
import { Transactions } from './database/transactions/transactions.js';
import { Facts } from './facts/facts.js';
import { ProblemFilter } from './http/problems/problem.filter.js';
import { RateLimitEntity } from './http/rate-limits/rate-limit.entity.js';
import { RateLimitGuard } from './http/rate-limits/rate-limit.guard.js';
import { RateLimits } from './http/rate-limits/rate-limits.js';
import { validationPipe } from './http/validation.js';
import { JobStore } from './jobs/job-store.js';
import { Jobs } from './jobs/jobs.js';
import { LiveKitWebhookEntity } from './livekit/livekit-webhook.entity.js';
import { LiveKit } from './livekit/livekit.js';
import { LiveKitWebhookController } from './livekit/webhook.controller.js';
import { CapturedMailController } from './mail/captured-mail.controller.js';
import { CapturedMailEntity } from './mail/captured-mail.entity.js';
import { Mailer } from './mail/mailer.js';
import { FeedController } from './realtime/feed.controller.js';
import { UserEventEntity, UserFeedEntity } from './realtime/feed.entity.js';
import { Publisher } from './realtime/publisher.js';
import { RealtimeGateway } from './realtime/realtime.gateway.js';
import { SocketTopics } from './realtime/socket-topics.js';
import { ByteStore } from './storage/byte-store.js';
import { DiskStore } from './storage/disk-store.js';
import { FileSweep } from './storage/file-sweep.js';
import { FileUses } from './storage/file-uses.js';
import { FilesController } from './storage/files.controller.js';
import { Files } from './storage/files.js';
import { StoredFileEntity } from './storage/stored-file.entity.js';
import { HealthController } from './telemetry/health.controller.js';
import { loggerOptions } from './telemetry/logging.js';
import { Readiness } from './telemetry/readiness.js';

const entities = [
  AuditEntryEntity,
  AuditSealEntity,
  CapturedMailEntity,
  DomainClockEntity,
  IdempotencyEntity,
  LiveKitWebhookEntity,
  RateLimitEntity,
  StoredFileEntity,
  UserEventEntity,
  UserFeedEntity,
];

const surface = [
  Actors,
  Audit,
  AuditCheck,
  ConstraintCodes,
  Deputies,
  DomainClock,
  Facts,
  FileUses,
  Files,
  InstanceKey,
  Jobs,
  LiveKit,
  Mailer,
  Notices,
  PolicyRegistry,
  ProblemFilter,
  RateLimits,
  Readiness,
  SocketTopics,
  Transactions,
];

/** The technology that every module stands on; global, so that modules only import each other. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    const configProvider = { provide: Config, useValue: config };
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        LoggerModule.forRoot(loggerOptions(config)),
        TypeOrmModule.forRoot(dataSourceOptions(config)),
        TypeOrmModule.forFeature(entities),
      ],
      controllers: [
        CapturedMailController,
        FeedController,
        FilesController,
        HealthController,
        LiveKitWebhookController,
      ],
      providers: [
        configProvider,
        ...surface,
        AuditSealing,
        FileSweep,
        { provide: ByteStore, useClass: DiskStore },
        JobStore,
        Publisher,
        RealtimeGateway,
        Retention,
        RoutePoliciesCheck,
        Routes,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
      exports: [configProvider, ...surface],
    };
  }
}
