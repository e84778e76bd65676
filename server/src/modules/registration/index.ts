import './registrations/registration.facts.js';

export { Directories, type DirectoryAnswer, type DirectoryQuestion } from './directory/directories.service.js';
export { findableBy } from './people/findable.js';
export { type Participant, Participants } from './people/participants.service.js';
export { BlockedPairs, PersonBlocks } from './people/person-blocks.service.js';
export { RegistrationEntity } from './registrations/registration.entity.js';
export { RegistrationForms } from './form/registration-forms.service.js';
export { RegistrationModule } from './registration.module.js';
export { Registrations } from './registrations/registrations.service.js';
