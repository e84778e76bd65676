export { DemoDoor, type DemoStory } from './demo/demo-door.js';
export type { DemoRole } from './demo/demo-story.entity.js';
export { Grants, type NewGrant } from './grants/grants.js';
export { IdentityModule } from './identity.module.js';
export { Logins } from './logins/logins.js';
export { OwnerLinks } from './sign-in/owner-links.js';
export { displayName, type User, type UserCard, type UserPatch } from './users/user.js';
export { UserEntity } from './users/user.entity.js';
export { Users } from './users/users.js';
