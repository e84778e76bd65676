import './followup.facts.js';

export { Cases } from './cases/cases.service.js';
export { FollowupModule } from './followup.module.js';
export { Funnel } from './funnel/funnel.service.js';
export { Outcomes } from './outcomes/outcomes.service.js';
