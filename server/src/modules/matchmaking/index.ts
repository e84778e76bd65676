export { MatchmakingModule } from './matchmaking.module.js';
export { Recommendations } from './recommendations/recommendations.service.js';
