import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConstraintCodes } from '../../platform/index.js';
import { EventsModule } from '../events/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { RegistrationModule } from '../registration/index.js';
import { CaseMeetingEntity, CasePartyEntity, CaseStatementEntity, CooperationCaseEntity } from './cases/case.entity.js';
import { CaseViews } from './cases/case-views.js';
import { Cases } from './cases/cases.service.js';
import { FollowupController } from './followup.controller.js';
import { Funnel } from './funnel/funnel.service.js';
import { FunnelHints } from './funnel/funnel-hints.js';
import { OutcomeEntity } from './outcomes/outcome.entity.js';
import { Outcomes } from './outcomes/outcomes.service.js';

const entities = [CaseMeetingEntity, CasePartyEntity, CaseStatementEntity, CooperationCaseEntity, OutcomeEntity];

/** What came of meetings: outcomes, cooperation cases, and the funnel. */
@Module({
  imports: [EventsModule, MeetingsModule, OrganisationsModule, RegistrationModule, TypeOrmModule.forFeature(entities)],
  controllers: [FollowupController],
  providers: [CaseViews, Cases, Funnel, FunnelHints, Outcomes],
  exports: [Cases, Funnel, Outcomes],
})
export class FollowupModule {
  constructor(constraints: ConstraintCodes) {
    constraints.register({ cooperation_case_of_parties: 'case.wrong_state' });
  }
}
