import './events.facts.js';

export { eventEntry } from './event-calendar.js';
export { EventEntity } from './event.entity.js';
export { EventsModule } from './events.module.js';
export { Events } from './events.service.js';
