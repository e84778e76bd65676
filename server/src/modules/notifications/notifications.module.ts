import { Module } from '@nestjs/common';
import { EventsModule } from '../events/index.js';
import { IdentityModule } from '../identity/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { RegistrationModule } from '../registration/index.js';
import { LetterDesk } from './letter-desk.js';
import { LetterOrders } from './letter-orders.js';

/** Listens to what happens and writes to the people it concerns. Nobody imports it. */
@Module({
  imports: [EventsModule, IdentityModule, MeetingsModule, OrganisationsModule, RegistrationModule],
  providers: [LetterDesk, LetterOrders],
})
export class NotificationsModule {}
