import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConstraintCodes, holds, PolicyRegistry } from '../../platform/index.js';
import { EventSeriesEntity } from './event-series.entity.js';
import { EventEntity } from './event.entity.js';
import { EventsController } from './events.controller.js';
import { Events } from './events.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([EventEntity, EventSeriesEntity])],
  controllers: [EventsController],
  providers: [Events],
  exports: [Events],
})
export class EventsModule {
  constructor(policies: PolicyRegistry, constraints: ConstraintCodes) {
    policies.define<{ eventId: string }>(
      'event.organise',
      (actor, { eventId }) => holds(actor, ['organiser', 'owner'], eventId) && actor.secondFactor,
    );
    constraints.register({ event_slug: 'event.slug_taken' });
  }
}
