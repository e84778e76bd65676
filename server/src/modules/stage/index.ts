import './stage.facts.js';

export { Questions } from './questions/questions.service.js';
export { StageModule } from './stage.module.js';
export { Stages } from './stages.service.js';
