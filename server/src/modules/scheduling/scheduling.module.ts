import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConstraintCodes } from '../../platform/index.js';
import { AgendaModule } from '../agenda/index.js';
import { EventsModule } from '../events/index.js';
import { IdentityModule } from '../identity/index.js';
import { MatchmakingModule } from '../matchmaking/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { RegistrationModule } from '../registration/index.js';
import { AdjustingController } from './adjusting/adjusting.controller.js';
import { Adjusting } from './adjusting/adjusting.service.js';
import { ComparisonsController } from './comparison/comparisons.controller.js';
import { Comparisons } from './comparison/comparisons.service.js';
import { EventReader } from './event/event-reader.service.js';
import { GapFinder } from './gaps/gap-finder.js';
import { GapsController } from './gaps/gaps.controller.js';
import { Gaps } from './gaps/gaps.service.js';
import { ScheduleGapEntity } from './gaps/schedule-gap.entity.js';
import { PlannedMeetingEntity, PlannedSeatEntity } from './plan/stored/planned-meeting.entity.js';
import { PlansController } from './plan/plans.controller.js';
import { Explanations } from './plan/reasons/explanations.js';
import { Plans } from './plan/plans.service.js';
import { StoredPlans } from './plan/stored/stored-plans.service.js';
import { Asking } from './preferences/asking/asking.service.js';
import { PreferenceAskingEntity } from './preferences/asking/preference-asking.entity.js';
import { MeetingPreferenceEntity } from './preferences/meeting-preference.entity.js';
import { PlanNews } from './preferences/plan-news.js';
import { PreferencesController } from './preferences/preferences.controller.js';
import { Preferences } from './preferences/preferences.service.js';
import { PublishingController } from './publishing/publishing.controller.js';
import { Publishing } from './publishing/publishing.service.js';
import { RollingBack } from './publishing/rolling-back.service.js';
import { RunDesk } from './runs/solving/run-desk.js';
import { SolverPlaces } from './runs/solving/solver-places.js';
import { ScheduleInputEntity } from './runs/schedule-input.entity.js';
import { ScheduleRunEntity } from './runs/schedule-run.entity.js';
import { ScheduleRunsController } from './runs/schedule-runs.controller.js';
import { ScheduleRuns } from './runs/schedule-runs.service.js';
import { ScheduleSettingsEntity } from './settings/schedule-settings.entity.js';
import { ScheduleController } from './settings/schedule.controller.js';
import { Schedules } from './settings/schedule.service.js';

const entities = [
  MeetingPreferenceEntity,
  PlannedMeetingEntity,
  PlannedSeatEntity,
  PreferenceAskingEntity,
  ScheduleGapEntity,
  ScheduleInputEntity,
  ScheduleRunEntity,
  ScheduleSettingsEntity,
];

/** The organisers' plan: what people wish for, runs of the scheduler over it, and what becomes of their plans. */
@Module({
  imports: [
    AgendaModule,
    EventsModule,
    IdentityModule,
    MatchmakingModule,
    MeetingsModule,
    RegistrationModule,
    TypeOrmModule.forFeature(entities),
  ],
  controllers: [
    AdjustingController,
    ComparisonsController,
    GapsController,
    PlansController,
    PreferencesController,
    PublishingController,
    ScheduleController,
    ScheduleRunsController,
  ],
  providers: [
    Adjusting,
    Asking,
    Comparisons,
    EventReader,
    Explanations,
    GapFinder,
    Gaps,
    PlanNews,
    Plans,
    Preferences,
    Publishing,
    RollingBack,
    RunDesk,
    ScheduleRuns,
    Schedules,
    SolverPlaces,
    StoredPlans,
  ],
  exports: [Asking, Preferences, RunDesk, ScheduleRuns, Schedules],
})
export class SchedulingModule {
  constructor(constraints: ConstraintCodes) {
    constraints.register({
      schedule_run_one_at_work: 'schedule.running',
      schedule_run_numbered: 'schedule.running',
      planned_seat_free: 'schedule.conflict',
      planned_meeting_once: 'schedule.conflict',
    });
  }
}
