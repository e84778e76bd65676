import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventsModule } from '../events/index.js';
import { IdentityModule } from '../identity/index.js';
import { ProgrammeModule } from '../programme/index.js';
import { RegistrationModule } from '../registration/index.js';
import { RoomsModule } from '../rooms/index.js';
import { DemoStages } from './demo/demo-stages.js';
import { QuestionVoteEntity } from './questions/question-vote.entity.js';
import { QuestionEntity } from './questions/question.entity.js';
import { QuestionsController } from './questions/questions.controller.js';
import { Questions } from './questions/questions.service.js';
import { StageDoor } from './stage-door.service.js';
import { StageHints } from './stage-hints.js';
import { StageLeavings } from './stage-leavings.js';
import { StageSettingsController } from './settings/stage-settings.controller.js';
import { StageSettingsEntity } from './settings/stage-settings.entity.js';
import { StageSettings } from './settings/stage-settings.service.js';
import { StageStandingsController } from './standings/stage-standings.controller.js';
import { StageStandings } from './standings/stage-standings.service.js';
import { StageController } from './stage.controller.js';
import { StageEntity } from './stage.entity.js';
import { Stages } from './stages.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([StageEntity, StageSettingsEntity, QuestionEntity, QuestionVoteEntity]),
    IdentityModule,
    EventsModule,
    RegistrationModule,
    ProgrammeModule,
    RoomsModule,
  ],
  controllers: [StageController, StageStandingsController, StageSettingsController, QuestionsController],
  providers: [Stages, DemoStages, StageDoor, StageHints, StageLeavings, StageSettings, StageStandings, Questions],
  exports: [Stages],
})
export class StageModule {}
