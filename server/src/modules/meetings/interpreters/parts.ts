import { EventInterpreterEntity, MeetingInterpretationEntity } from './interpreter.entity.js';
import { InterpretedSlots } from './interpreted-slots.js';
import { InterpretersController } from './interpreters.controller.js';
import { Interpreters } from './interpreters.service.js';
import { Interpreting } from './interpreting.js';

/** Interpreters of an event and of its meetings, as the module lists them. */
export const interpreterEntities = [EventInterpreterEntity, MeetingInterpretationEntity];
export const interpreterControllers = [InterpretersController];
export const interpreterProviders = [Interpreters, Interpreting, InterpretedSlots];
