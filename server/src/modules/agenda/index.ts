export { Agenda, type KeptCommitment, type NewCommitment } from './agenda.service.js';
export { AgendaModule } from './agenda.module.js';
