import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, PlatformModule } from './platform/index.js';
import { EventsModule } from './modules/events/index.js';
import { IdentityModule } from './modules/identity/index.js';
import { OrganisationsModule } from './modules/organisations/index.js';
import { ProfilesModule } from './modules/profiles/index.js';

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
        // registration
        // agenda
        // programme
        // rooms
        // stage
        // meetings
        // matchmaking
        // followup
        // notifications
      ],
    };
  }
}
