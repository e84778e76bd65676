import { Module } from '@nestjs/common';
import { EventsModule } from '../events/index.js';
import { IdentityModule } from '../identity/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ProfilesModule } from '../profiles/index.js';
import { ProgrammeModule } from '../programme/index.js';
import { RegistrationModule } from '../registration/index.js';
import { SchedulingModule } from '../scheduling/index.js';
import { AskingController } from './asking.controller.js';
import { DelegationLetters } from './occasions/delegation-letters.js';
import { LetterDesk } from './letter-desk.js';
import { LetterOrders } from './letter-orders.js';
import { GuestLetters } from './occasions/guest-letters.js';
import { InterpreterLetters } from './occasions/interpreter-letters.js';
import { MeetingLetters } from './occasions/meeting-letters.js';
import { PlanLetters } from './occasions/plan-letters.js';
import { ProfileLetters } from './occasions/profile-letters.js';
import { SpeakerLetters } from './occasions/speaker-letters.js';
import { WishLetters } from './occasions/wish-letters.js';

/** Listens to what happens and writes to the people it concerns. Nobody imports it. */
@Module({
  imports: [
    EventsModule,
    IdentityModule,
    MeetingsModule,
    OrganisationsModule,
    ProfilesModule,
    ProgrammeModule,
    RegistrationModule,
    SchedulingModule,
  ],
  controllers: [AskingController],
  providers: [
    DelegationLetters,
    LetterDesk,
    LetterOrders,
    GuestLetters,
    InterpreterLetters,
    MeetingLetters,
    PlanLetters,
    ProfileLetters,
    SpeakerLetters,
    WishLetters,
  ],
})
export class NotificationsModule {}
