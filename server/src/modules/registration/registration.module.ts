import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConstraintCodes, Facts, Notices, PolicyRegistry, SocketTopics } from '../../platform/index.js';
import { EventsModule } from '../events/index.js';
import { IdentityModule } from '../identity/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ProfilesModule } from '../profiles/index.js';
import { ConsentTextEntity } from './consents/consent-text.entity.js';
import { ConsentEntity } from './consents/consent.entity.js';
import { Consents } from './consents/consents.js';
import { EventApprovalEntity } from './form/event-approval.entity.js';
import { EventCapacityEntity } from './places/event-capacity.entity.js';
import { EventQuestionEntity } from './form/event-question.entity.js';
import { RegisteredAppearances } from './people/appearances.js';
import { Participants } from './people/participants.service.js';
import { ParticipantsController } from './people/participants.controller.js';
import { PeopleSheetsController } from './people/people-sheets.controller.js';
import { People } from './people/people.service.js';
import { PersonBlockEntity } from './people/person-block.entity.js';
import { PersonBlocks } from './people/person-blocks.service.js';
import { Directories } from './directory/directories.service.js';
import { RegistrationForms } from './form/registration-forms.service.js';
import { RegistrationController } from './registrations/registration.controller.js';
import { RegistrationEntity } from './registrations/registration.entity.js';
import { Registrations } from './registrations/registrations.service.js';
import { WaitingList } from './places/waiting-list.js';

@Module({
  imports: [
    IdentityModule,
    OrganisationsModule,
    ProfilesModule,
    EventsModule,
    TypeOrmModule.forFeature([
      ConsentEntity,
      ConsentTextEntity,
      EventApprovalEntity,
      EventCapacityEntity,
      EventQuestionEntity,
      PersonBlockEntity,
      RegistrationEntity,
    ]),
  ],
  controllers: [ParticipantsController, PeopleSheetsController, RegistrationController],
  providers: [
    Consents,
    Directories,
    Participants,
    People,
    PersonBlocks,
    RegisteredAppearances,
    RegistrationForms,
    Registrations,
    WaitingList,
  ],
  exports: [Directories, Participants, PersonBlocks, RegistrationForms, Registrations],
})
export class RegistrationModule implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly notices: Notices,
    private readonly topics: SocketTopics,
    private readonly policies: PolicyRegistry,
    private readonly participants: Participants,
    private readonly waitingList: WaitingList,
    constraints: ConstraintCodes,
  ) {
    constraints.register({ registration_active_person: 'registration.exists' });
  }

  onModuleInit(): void {
    this.facts.on('event.changed', async ({ eventId, fields }, tx) => {
      if (fields.includes('capacity')) await this.waitingList.fill(tx, eventId);
    });
    this.facts.on('event.cancelled', ({ eventId }, tx) => this.waitingList.tellAll(tx, eventId));
    for (const name of ['registration.withdrawn', 'registration.rejected'] as const) {
      this.facts.on(name, ({ userId }, tx) => this.notices.tell(tx, 'watching.narrowed', { userId }));
    }
    this.facts.on('person.blocked', async ({ byUserId, userId }, tx) => {
      for (const one of [byUserId, userId]) await this.notices.tell(tx, 'watching.narrowed', { userId: one });
    });
    this.topics.allow(
      'event',
      async (actor, eventId) =>
        this.policies.can(actor, 'event.organise', { eventId }) ||
        (await this.participants.ofUser(actor.userId, eventId)) !== null,
    );
  }
}
