import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Grants } from './grants.js';
import { LoginEntity } from './login.entity.js';
import { Logins } from './logins.js';
import { RoleGrantEntity } from './role-grant.entity.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';
import { UserEntity } from './user.entity.js';
import { Users } from './users.js';

/** Who people are, how they sign in, and which roles they hold. */
@Module({
  imports: [TypeOrmModule.forFeature([LoginEntity, RoleGrantEntity, SignInAttemptEntity, UserEntity])],
  providers: [Grants, Logins, Users],
  exports: [Grants, Logins, Users],
})
export class IdentityModule {}
