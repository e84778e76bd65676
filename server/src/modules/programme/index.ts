import './programme.facts.js';

export { Draft } from './draft/draft.service.js';
export { type KnownSession, shown } from './known-session.js';
export { ProgrammeImports } from './import/import.service.js';
export { ProgrammeModule } from './programme.module.js';
export { type ReleasedSession, Releases } from './releases/releases.service.js';
export { SavedSessions } from './saved/saved-sessions.service.js';
export { sessionUid } from './saved/session-commitments.js';
export { Sessions } from './sessions.service.js';
