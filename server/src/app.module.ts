import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, PlatformModule } from './platform/index.js';
import { AgendaModule } from './modules/agenda/index.js';
import { EventsModule } from './modules/events/index.js';
import { FollowupModule } from './modules/followup/index.js';
import { IdentityModule } from './modules/identity/index.js';
import { MatchmakingModule } from './modules/matchmaking/index.js';
import { MeetingsModule } from './modules/meetings/index.js';
import { NotificationsModule } from './modules/notifications/index.js';
import { OrganisationsModule } from './modules/organisations/index.js';
import { ProfilesModule } from './modules/profiles/index.js';
import { ProgrammeModule } from './modules/programme/index.js';
import { RegistrationModule } from './modules/registration/index.js';
import { RoomsModule } from './modules/rooms/index.js';
import { SchedulingModule } from './modules/scheduling/index.js';
import { StageModule } from './modules/stage/index.js';

/** The whole server: the platform, then each module after those it stands on. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config),
        IdentityModule,
        OrganisationsModule,
        ProfilesModule,
        EventsModule,
        RegistrationModule,
        AgendaModule,
        ProgrammeModule,
        RoomsModule,
        StageModule,
        MeetingsModule,
        MatchmakingModule,
        SchedulingModule,
        FollowupModule,
        NotificationsModule,
      ],
    };
  }
}
