import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventsModule } from '../events/index.js';
import { IdentityModule } from '../identity/index.js';
import { RegistrationModule } from '../registration/index.js';
import { AgendaController } from './agenda.controller.js';
import { Agenda } from './agenda.service.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';
import { CalendarFeedsController } from './calendar-feeds.controller.js';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { CommitmentEntity } from './commitment.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CommitmentEntity, CalendarFeedEntity]),
    IdentityModule,
    EventsModule,
    RegistrationModule,
  ],
  controllers: [AgendaController, CalendarFeedsController],
  providers: [Agenda, CalendarFeeds],
  exports: [Agenda],
})
export class AgendaModule {}
