import './profiles.facts.js';

export { CooperationProfileEntity } from './cooperation-profile.entity.js';
export { OpportunityEntity } from './opportunity.entity.js';
export { Opportunities } from './opportunities.service.js';
export { ProfilesModule } from './profiles.module.js';
