import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditTrailController } from './audit-trail/audit-trail.controller.js';
import { AuditTrail } from './audit-trail/audit-trail.service.js';
import { DemoDoor } from './demo/demo-door.js';
import { DemoStoryEntity } from './demo/demo-story.entity.js';
import { DemoController } from './demo/demo.controller.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { Drafts } from './drafts/drafts.service.js';
import { FormDraftEntity } from './drafts/form-draft.entity.js';
import { Grants } from './grants/grants.js';
import { LoginCookies } from './logins/login-cookies.js';
import { LoginStates } from './logins/login-state.js';
import { LoginEntity } from './logins/login.entity.js';
import { Logins } from './logins/logins.js';
import { MeController } from './users/me.controller.js';
import { OwnerLinks } from './sign-in/owner-links.js';
import { RoleGrantEntity } from './grants/role-grant.entity.js';
import { SecondFactors } from './second-factor/second-factor.service.js';
import { SignInAttemptEntity } from './sign-in/sign-in-attempt.entity.js';
import { SignInSecrets } from './sign-in/sign-in-secrets.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignIn } from './sign-in/sign-in.service.js';
import { UserEntity } from './users/user.entity.js';
import { Users } from './users/users.js';

/** Who people are, how they sign in, and which roles they hold. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      DemoStoryEntity,
      FormDraftEntity,
      LoginEntity,
      RoleGrantEntity,
      SignInAttemptEntity,
      UserEntity,
    ]),
  ],
  controllers: [AuditTrailController, DemoController, DraftsController, MeController, SignInController],
  providers: [
    AuditTrail,
    DemoDoor,
    Drafts,
    Grants,
    LoginCookies,
    Logins,
    LoginStates,
    OwnerLinks,
    SecondFactors,
    SignIn,
    SignInSecrets,
    Users,
  ],
  exports: [DemoDoor, Grants, Logins, OwnerLinks, Users],
})
export class IdentityModule {}
