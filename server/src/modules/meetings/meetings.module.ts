import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConstraintCodes, PolicyRegistry } from '../../platform/index.js';
import { AgendaModule } from '../agenda/index.js';
import { EventsModule } from '../events/index.js';
import { IdentityModule } from '../identity/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ProfilesModule } from '../profiles/index.js';
import { RegistrationModule } from '../registration/index.js';
import { RoomsModule } from '../rooms/index.js';
import { Booking } from './booked/seats/booking.js';
import { Bookings } from './booked/seats/bookings.service.js';
import { MeetingNotesEntity } from './notes/meeting-notes.entity.js';
import { NotesController } from './notes/notes.controller.js';
import { NotesGateway } from './notes/notes.gateway.js';
import { Notes } from './notes/notes.service.js';
import { Extensions } from './room/extension/extensions.js';
import { MeetingExtensionEntity } from './room/extension/meeting-extension.entity.js';
import { HelpDeskController } from './room/help/help-desk.controller.js';
import { HelpDesk } from './room/help/help-desk.js';
import { MeetingHelpRequestEntity } from './room/help/meeting-help-request.entity.js';
import { MeetingDoor } from './room/meeting-door.js';
import { MeetingMissingPingEntity } from './room/missing/meeting-missing-ping.entity.js';
import { MissingCalls } from './room/missing/missing-calls.js';
import { MissingCallsController } from './room/missing/missing-calls.controller.js';
import { MissingRounds } from './room/missing/missing-rounds.js';
import { MeetingRoomModeEntity } from './room/modes/meeting-room-mode.entity.js';
import { RoomModes } from './room/modes/room-modes.js';
import { MeetingPlanBEntity } from './room/plan-b/meeting-plan-b.entity.js';
import { PlansB } from './room/plan-b/plans-b.js';
import { RoomAffairsController } from './room/room-affairs.controller.js';
import { RoomAffairs } from './room/room-affairs.js';
import { MeetingAgendas } from './booked/meeting-agendas.js';
import { MeetingEndings } from './booked/meeting-endings.js';
import { MeetingPresence } from './room/meeting-presence.js';
import { MeetingRooms } from './room/meeting-rooms.js';
import type { MeetingRow } from './booked/views/meeting-rows.js';
import { MeetingSeatEntity } from './booked/seats/meeting-seat.entity.js';
import { MeetingTopics } from './room/meeting-topics.js';
import { MeetingViews } from './booked/views/meeting-views.js';
import { MeetingEntity } from './booked/meeting.entity.js';
import { MeetingsController } from './booked/meetings.controller.js';
import { Meetings } from './booked/meetings.service.js';
import { Company } from './booked/views/company.js';
import { guestControllers, guestEntities, guestProviders } from './guests/parts.js';
import { interpreterControllers, interpreterEntities, interpreterProviders } from './interpreters/parts.js';
import { Guests } from './guests/guests.service.js';
import { Interpreters } from './interpreters/interpreters.service.js';
import { Seats } from './booked/seats/seats.js';
import { BriefRounds } from './brief/brief-rounds.js';
import { BriefsController } from './brief/briefs.controller.js';
import { Briefs } from './brief/briefs.service.js';
import { MeetingBriefEntity } from './brief/meeting-brief.entity.js';
import { MeetingCardEntity, PersonCardEntity } from './cards/card.entity.js';
import { CardsController } from './cards/cards.controller.js';
import { Cards } from './cards/cards.service.js';
import { OwnCards } from './cards/own-cards.service.js';
import { Moving } from './booked/moving.js';
import { AnswerBy } from './negotiation/answer-by.js';
import { Answering } from './negotiation/answering.service.js';
import {
  MeetingRequestEntity,
  MeetingRequestMoveEntity,
  MeetingRequestSlotEntity,
} from './requests/meeting-request.entity.js';
import { MeetingRescheduleEntity } from './negotiation/meeting-reschedule.entity.js';
import { MeetingRequestsController } from './negotiation/meeting-requests.controller.js';
import { MeetingRequests } from './requests/meeting-requests.service.js';
import { Partners } from './negotiation/partners.js';
import { NewRequests } from './requests/new-requests.js';
import { RequestEndings } from './requests/endings/request-endings.js';
import { RequestReminders } from './requests/endings/request-reminders.js';
import { RequestMoves } from './requests/request-moves.js';
import { RequestViews } from './requests/request-views.js';
import { InstantBookings } from './negotiation/instant/instant-bookings.service.js';
import { InstantBookingsController } from './negotiation/instant/instant-bookings.controller.js';
import { PlannedBookings } from './planned/planned-bookings.js';
import { Obstacles } from './planned/obstacles.js';
import { PlannedEndings } from './planned/planned-endings.js';
import { Reopenings } from './planned/reopenings.js';
import { Members } from './delegations/members/members.js';
import { Rescheduling } from './negotiation/rescheduling.service.js';
import { PhaseEdits } from './slots/phases/phase-edits.js';
import { Crossings } from './negotiation/crossing.js';
import { Sending } from './negotiation/sending.service.js';
import { BlockAvailabilityEntity, MeetingLimitEntity } from './slots/availability/availability.entity.js';
import { Availabilities } from './slots/availability/availability.service.js';
import { BlockPhases } from './slots/phases/block-phases.js';
import { BlocksController } from './slots/blocks/blocks.controller.js';
import { Blocks } from './slots/blocks/blocks.service.js';
import { MeetingBlockDayEntity, MeetingBlockEntity } from './slots/blocks/meeting-block.entity.js';
import { MeetingPhaseEntity } from './slots/phases/meeting-phase.entity.js';
import { MeetingPlanWishEntity } from './slots/phases/meeting-plan-wish.entity.js';
import { MeetingSlotEntity } from './slots/meeting-slot.entity.js';
import { MeetingTableEntity } from './slots/meeting-table.entity.js';
import { SlotsController } from './slots/slots.controller.js';
import { Slots } from './slots/slots.service.js';
import { ThreadFileEntity } from './thread/thread-file.entity.js';
import { MeetingDocuments } from './thread/meeting-documents.service.js';
import { ThreadFiles } from './thread/thread-files.service.js';
import { ThreadMessageEntity, ThreadReadingEntity } from './thread/thread.entity.js';
import { ThreadsController } from './thread/threads.controller.js';
import { Threads } from './thread/threads.service.js';
import { Declarations } from './verdicts/declarations.service.js';
import { verdictControllers, verdictEntities, verdictProviders } from './verdicts/parts.js';
import { VerdictStandings } from './verdicts/views/verdict-standings.js';
import { Verdicts } from './verdicts/verdicts.service.js';
import { Assistants } from './delegations/assistants/assistants.service.js';
import { Delegations } from './delegations/members/delegations.service.js';
import { HandingOver } from './delegations/vacancies/handing-over.service.js';
import type { Voice } from './delegations/assignment/voices.js';
import { delegationControllers, delegationEntities, delegationProviders } from './delegations/parts.js';

const entities = [
  ...delegationEntities,
  ...guestEntities,
  ...interpreterEntities,
  ...verdictEntities,
  BlockAvailabilityEntity,
  MeetingLimitEntity,
  MeetingPhaseEntity,
  MeetingPlanWishEntity,
  MeetingTableEntity,
  MeetingBlockDayEntity,
  MeetingBlockEntity,
  MeetingBriefEntity,
  MeetingCardEntity,
  MeetingEntity,
  MeetingExtensionEntity,
  MeetingHelpRequestEntity,
  MeetingMissingPingEntity,
  MeetingNotesEntity,
  MeetingPlanBEntity,
  MeetingRoomModeEntity,
  MeetingRequestEntity,
  MeetingRequestMoveEntity,
  MeetingRequestSlotEntity,
  MeetingRescheduleEntity,
  MeetingSeatEntity,
  MeetingSlotEntity,
  PersonCardEntity,
  ThreadFileEntity,
  ThreadMessageEntity,
  ThreadReadingEntity,
];

/** Times to meet, requests to meet, and booked meetings. */
@Module({
  imports: [
    AgendaModule,
    EventsModule,
    IdentityModule,
    OrganisationsModule,
    ProfilesModule,
    RegistrationModule,
    RoomsModule,
    TypeOrmModule.forFeature(entities),
  ],
  controllers: [
    ...delegationControllers,
    ...guestControllers,
    ...interpreterControllers,
    ...verdictControllers,
    BlocksController,
    BriefsController,
    CardsController,
    HelpDeskController,
    MissingCallsController,
    NotesController,
    RoomAffairsController,
    SlotsController,
    InstantBookingsController,
    MeetingRequestsController,
    MeetingsController,
    ThreadsController,
  ],
  providers: [
    ...delegationProviders,
    ...guestProviders,
    ...interpreterProviders,
    Company,
    ...verdictProviders,
    AnswerBy,
    Answering,
    Availabilities,
    BlockPhases,
    Blocks,
    Booking,
    Bookings,
    BriefRounds,
    Briefs,
    Cards,
    Extensions,
    HelpDesk,
    MissingCalls,
    MissingRounds,
    Notes,
    NotesGateway,
    PlansB,
    RoomAffairs,
    RoomModes,
    MeetingAgendas,
    InstantBookings,
    MeetingDoor,
    MeetingEndings,
    MeetingPresence,
    MeetingRequests,
    MeetingRooms,
    MeetingTopics,
    MeetingViews,
    Meetings,
    Moving,
    NewRequests,
    OwnCards,
    Partners,
    PlannedBookings,
    Obstacles,
    PlannedEndings,
    Reopenings,
    RequestEndings,
    RequestReminders,
    RequestMoves,
    RequestViews,
    Rescheduling,
    Seats,
    Crossings,
    PhaseEdits,
    Sending,
    Slots,
    MeetingDocuments,
    ThreadFiles,
    Threads,
  ],
  exports: [
    InstantBookings,
    Members,
    PlannedBookings,
    PlannedEndings,
    Assistants,
    Delegations,
    HandingOver,
    Guests,
    Interpreters,
    PlansB,
    Declarations,
    VerdictStandings,
    Verdicts,
    Seats,
    Threads,
    Blocks,
    Briefs,
    MeetingRequests,
    Meetings,
    Sending,
    Answering,
    Slots,
  ],
})
export class MeetingsModule {
  constructor(policies: PolicyRegistry, constraints: ConstraintCodes) {
    policies.define<{ voice: Voice | null }>('meeting_request.answer', (_, { voice }) => voice !== null);
    policies.define<MeetingRow>('meeting.attend', (actor, { sides }) =>
      sides.some((side) => side.userId === actor.userId),
    );
    policies.define<MeetingRow>(
      'meeting.interpret',
      (actor, { interpretation }) => interpretation?.interpreter?.userId === actor.userId,
    );
    policies.define<MeetingRow>(
      'meeting.see',
      (actor, meeting) =>
        policies.can(actor, 'meeting.attend', meeting) ||
        policies.can(actor, 'meeting.interpret', meeting) ||
        policies.can(actor, 'event.organise', meeting),
    );
    constraints.register({
      meeting_dispute_once_per_side: 'verdict.disputed',
      meeting_seat_occupant_slot_live: 'meeting.slot_taken',
      meeting_guest_once: 'guest.duplicate',
      event_interpreter_once: 'interpreter.duplicate',
      meeting_seat_occupant_apart: 'meeting.slot_taken',
      meeting_request_open_pair: 'meeting_request.duplicate',
      meeting_block_day_apart: 'block.overlaps',
      meeting_seat_within_limits: 'meeting.slot_taken',
      meeting_table_free: 'meeting.slot_taken',
      meeting_slot_offered: 'meeting.slot_taken',
    });
  }
}
