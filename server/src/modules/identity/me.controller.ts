import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import {
  LoginId,
  type LoginState,
  type LoginSummary,
  type Me,
  MePatch,
  SecondFactor,
  type TotpEnrolment,
} from '@musubi/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  type Actor,
  Cmd,
  type Command,
  CurrentActor,
  Keyless,
  MaybeActor,
  Public,
  SignedIn,
  Transactions,
} from '../../platform/index.js';
import { LoginCookies } from './login-cookies.js';
import { LoginStates } from './login-state.js';
import { Logins } from './logins.js';
import { SecondFactors } from './second-factor.service.js';
import { Users } from './users.js';

@Controller()
@SignedIn()
export class MeController {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: Users,
    private readonly logins: Logins,
    private readonly states: LoginStates,
    private readonly secondFactors: SecondFactors,
    private readonly cookies: LoginCookies,
  ) {}

  @Get('login')
  @Public()
  async login(@MaybeActor() actor: Actor | null): Promise<LoginState> {
    return this.states.of(actor);
  }

  @Delete('login')
  @HttpCode(204)
  @Keyless('signed out stays signed out')
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.logins.end(actor.userId, actor.loginId);
    this.cookies.signedOut(reply);
  }

  @Get('me/logins')
  async listLogins(@CurrentActor() actor: Actor): Promise<LoginSummary[]> {
    return this.logins.ofPerson(actor);
  }

  @Delete('me/logins/:loginId')
  @HttpCode(204)
  @Keyless('an ended login stays ended')
  async endLogin(@CurrentActor() actor: Actor, @Param('loginId', { schema: LoginId }) loginId: LoginId): Promise<void> {
    await this.logins.end(actor.userId, loginId);
  }

  @Patch('me')
  async change(@Cmd() command: Command, @Body({ schema: MePatch }) patch: MePatch): Promise<Me> {
    return this.transactions.command(command, async (tx) => {
      await this.users.update(tx, command.actor.userId, patch);
      return this.states.me(command.actor, tx.em);
    });
  }

  @Post('me/totp')
  @HttpCode(200)
  @Keyless('until it is confirmed, a new secret replaces the one before')
  async enrol(@CurrentActor() actor: Actor): Promise<TotpEnrolment> {
    return this.secondFactors.enrol(actor);
  }

  @Post('me/totp/confirm')
  @HttpCode(200)
  @Keyless('a code is taken once')
  async confirm(
    @CurrentActor() actor: Actor,
    @Body({ schema: SecondFactor }) { code }: z.output<typeof SecondFactor>,
  ): Promise<LoginState> {
    await this.secondFactors.confirm(actor, code);
    return this.states.of({ ...actor, secondFactor: true });
  }
}
