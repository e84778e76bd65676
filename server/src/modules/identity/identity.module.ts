import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DemoDoor } from './demo-door.js';
import { DemoStoryEntity } from './demo-story.entity.js';
import { DemoController } from './demo.controller.js';
import { Grants } from './grants.js';
import { LoginCookies } from './login-cookies.js';
import { LoginStates } from './login-state.js';
import { LoginEntity } from './login.entity.js';
import { Logins } from './logins.js';
import { MeController } from './me.controller.js';
import { OwnerLinks } from './owner-links.js';
import { RoleGrantEntity } from './role-grant.entity.js';
import { SecondFactors } from './second-factor.service.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';
import { SignInSecrets } from './sign-in-secrets.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn } from './sign-in.service.js';
import { UserEntity } from './user.entity.js';
import { Users } from './users.js';

/** Who people are, how they sign in, and which roles they hold. */
@Module({
  imports: [TypeOrmModule.forFeature([DemoStoryEntity, LoginEntity, RoleGrantEntity, SignInAttemptEntity, UserEntity])],
  controllers: [DemoController, MeController, SignInController],
  providers: [
    DemoDoor,
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
