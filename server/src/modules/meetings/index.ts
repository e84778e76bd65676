import './meetings.facts.js';

export { Briefs } from './brief/briefs.service.js';
export { MeetingEntity } from './booked/meeting.entity.js';
export type { MeetingRow } from './booked/meeting-rows.js';
export { bothSides, countedSides, decides, othersOf } from './booked/meeting-sides.js';
export { Meetings } from './booked/meetings.service.js';
export { type SeatOf, Seats } from './booked/seats.js';
export { agendaTitle, calendarUid, meetingTitle } from './booked/meeting-words.js';
export type { MeetingFact, RequestFact } from './meetings.facts.js';
export { MeetingsModule } from './meetings.module.js';
export { Answering } from './negotiation/answering.service.js';
export { MeetingRequests, type RequestBrief } from './requests/meeting-requests.service.js';
export type { RequestRow } from './requests/request-rows.js';
export { Sending } from './negotiation/sending.service.js';
export { Blocks } from './slots/blocks.service.js';
export { Threads } from './thread/threads.service.js';
export { Slots } from './slots/slots.service.js';
export { Declarations } from './verdicts/declarations.service.js';
