import './profiles.facts.js';

export { type AppearanceSource, Appearances } from './open/appearances.js';
export { CooperationProfileEntity } from './profile/cooperation-profile.entity.js';
export { OpportunityEntity } from './opportunities/opportunity.entity.js';
export { Opportunities } from './opportunities/opportunities.service.js';
export { OpportunityLives } from './opportunities/opportunity-lives.service.js';
export { ProfileNews } from './profile/profile-news.js';
export { ProfileRegister } from './review/profile-register.service.js';
export { ProfileReviews } from './review/profile-reviews.service.js';
export { Profiles } from './profile/profiles.service.js';
export { ReviewSettings } from './review/review-setting.js';
export {
  areOnlyAlike,
  isOpen,
  matchedByWords,
  saidOf,
  topicLabels,
  wordsAlike,
  wordsAsked,
} from './words/matched-by-words.js';
export { ProfilesModule } from './profiles.module.js';
