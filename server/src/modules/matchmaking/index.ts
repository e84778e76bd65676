export { MatchmakingModule } from './matchmaking.module.js';
export { Recommendations } from './recommendations.service.js';
