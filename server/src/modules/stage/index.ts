import './stage.facts.js';

export { StageModule } from './stage.module.js';
export { Stages } from './stages.service.js';
