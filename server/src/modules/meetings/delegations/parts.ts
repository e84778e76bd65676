import { Assignments } from './assignment/assignments.js';
import { RequestStandIns } from './assignment/request-stand-ins.js';
import { RequestVoiceEntity } from './assignment/request-voice.entity.js';
import { Voices } from './assignment/voices.js';
import { AssistantEntity } from './assistants/assistant.entity.js';
import { AssistantsController } from './assistants/assistants.controller.js';
import { Assistants } from './assistants/assistants.service.js';
import { AssistantDeputies } from './assistants/deputies.js';
import { DelegationNews } from './delegation-news.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationViews } from './members/delegation-views.js';
import { DelegationEntity, DelegationPartEntity } from './members/delegation.entity.js';
import { Delegations } from './members/delegations.service.js';
import { Loads } from './members/loads.js';
import { Members } from './members/members.js';
import { MeetingHandoverEntity, MeetingVacancyEntity } from './vacancies/handover.entity.js';
import { Handovers } from './vacancies/handovers.js';
import { HandingOver } from './vacancies/handing-over.service.js';
import { PassingOn } from './vacancies/passing-on.js';
import { MeetingRequestStandInEntity } from './vacancies/request-stand-in.entity.js';
import { StandIns } from './vacancies/stand-ins.js';
import { Standings } from './vacancies/standing.js';
import { Vacancies } from './vacancies/vacancies.service.js';

export const delegationEntities = [
  AssistantEntity,
  DelegationEntity,
  DelegationPartEntity,
  MeetingHandoverEntity,
  MeetingRequestStandInEntity,
  MeetingVacancyEntity,
  RequestVoiceEntity,
];
export const delegationControllers = [AssistantsController, DelegationsController];
export const delegationProviders = [
  Assignments,
  AssistantDeputies,
  Assistants,
  DelegationNews,
  DelegationViews,
  Delegations,
  HandingOver,
  Handovers,
  Loads,
  Members,
  PassingOn,
  RequestStandIns,
  StandIns,
  Standings,
  Vacancies,
  Voices,
];
