export { DemoDoor, type DemoStory } from './demo-door.js';
export type { DemoRole } from './demo-story.entity.js';
export { Grants, type NewGrant } from './grants.js';
export { IdentityModule } from './identity.module.js';
export { Logins } from './logins.js';
export { OwnerLinks } from './owner-links.js';
export { displayName, type User, type UserCard, type UserPatch } from './user.js';
export { UserEntity } from './user.entity.js';
export { Users } from './users.js';
