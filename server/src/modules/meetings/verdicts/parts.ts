import { Declarations } from './declarations.service.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { Decisions } from './decisions/decisions.service.js';
import { DisputeDesk } from './decisions/dispute-desk.js';
import { MeetingRecords } from './views/meeting-records.js';
import { Settling } from './settling.js';
import { VerdictBook } from './verdict-book.js';
import { MeetingDeclarationEntity, MeetingDisputeEntity, MeetingVerdictEntity } from './verdict.entity.js';
import { VerdictsController } from './verdicts.controller.js';
import { VerdictStandings } from './views/verdict-standings.js';
import { Verdicts } from './verdicts.service.js';

export const verdictEntities = [MeetingDeclarationEntity, MeetingDisputeEntity, MeetingVerdictEntity];
export const verdictControllers = [VerdictsController, DecisionsController];
export const verdictProviders = [
  Declarations,
  Decisions,
  DisputeDesk,
  MeetingRecords,
  Settling,
  VerdictBook,
  VerdictStandings,
  Verdicts,
];
