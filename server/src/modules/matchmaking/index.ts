export { MatchmakingModule } from './matchmaking.module.js';
export { type Fit, Fits } from './recommendations/fits.service.js';
export { Recommendations } from './recommendations/recommendations.service.js';
