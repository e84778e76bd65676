import './registration.facts.js';

export { type Participant, Participants } from './participants.service.js';
export { BlockedPairs, PersonBlocks } from './person-blocks.service.js';
export { RegistrationEntity } from './registration.entity.js';
export { RegistrationForms } from './registration-forms.service.js';
export { RegistrationModule } from './registration.module.js';
export { Registrations } from './registrations.service.js';
