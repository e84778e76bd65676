import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendaModule } from '../agenda/index.js';
import { EventsModule } from '../events/index.js';
import { IdentityModule } from '../identity/index.js';
import { RegistrationModule } from '../registration/index.js';
import { Draft } from './draft/draft.service.js';
import { RoomEntity } from './draft/room.entity.js';
import { SessionSpeakerEntity } from './draft/session-speaker.entity.js';
import { SessionEntity } from './draft/session.entity.js';
import { SpeakerEntity } from './draft/speaker.entity.js';
import { TrackEntity } from './draft/track.entity.js';
import { ProgrammeImports } from './import/import.service.js';
import { ProgrammeController } from './programme.controller.js';
import { ReleaseEntity } from './releases/release.entity.js';
import { ReleasedSessionEntity } from './releases/released-session.entity.js';
import { Releases } from './releases/releases.service.js';
import { SavedSessionEntity } from './saved/saved-session.entity.js';
import { SavedSessionsController } from './saved/saved-sessions.controller.js';
import { SavedSessions } from './saved/saved-sessions.service.js';
import { SessionCommitments } from './saved/session-commitments.js';
import { Sessions } from './sessions.service.js';
import { SpeakerLinkEntity } from './speakers/speaker-link.entity.js';
import { SpeakersController } from './speakers/speakers.controller.js';
import { Speakers } from './speakers/speakers.service.js';

const entities = [
  RoomEntity,
  TrackEntity,
  SessionEntity,
  SpeakerEntity,
  SessionSpeakerEntity,
  ReleaseEntity,
  ReleasedSessionEntity,
  SavedSessionEntity,
  SpeakerLinkEntity,
];

@Module({
  imports: [TypeOrmModule.forFeature(entities), EventsModule, IdentityModule, RegistrationModule, AgendaModule],
  controllers: [ProgrammeController, SavedSessionsController, SpeakersController],
  providers: [Draft, ProgrammeImports, Releases, SavedSessions, SessionCommitments, Sessions, Speakers],
  exports: [Draft, ProgrammeImports, Releases, Sessions],
})
export class ProgrammeModule {}
