import { Body, Controller, Delete, Get, Param, Patch, Post, Res } from '@nestjs/common';
import {
  LoginId,
  LoginState,
  LoginSummary,
  Me,
  MePatch,
  Nothing,
  SecondFactor,
  TotpEnrolment,
} from '@musubi/contracts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  type Actor,
  Answers,
  Cmd,
  type Command,
  CurrentActor,
  Keyless,
  MaybeActor,
  Public,
  SignedIn,
  Transactions,
} from '../../../platform/index.js';
import { LoginCookies } from '../logins/login-cookies.js';
import { LoginStates } from '../logins/login-state.js';
import { Logins } from '../logins/logins.js';
import { SecondFactors } from '../second-factor/second-factor.service.js';
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
  @Answers(200, LoginState)
  @Public()
  async login(@MaybeActor() actor: Actor | null): Promise<LoginState> {
    return this.states.of(actor);
  }

  @Delete('login')
  @Answers(204)
  @Keyless('signed out stays signed out')
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.logins.end(actor.userId, actor.loginId);
    this.cookies.signedOut(reply);
  }

  @Get('me/logins')
  @Answers(200, z.array(LoginSummary))
  async listLogins(@CurrentActor() actor: Actor): Promise<LoginSummary[]> {
    return this.logins.ofPerson(actor);
  }

  @Delete('me/logins/:loginId')
  @Answers(204)
  @Keyless('an ended login stays ended')
  async endLogin(@CurrentActor() actor: Actor, @Param('loginId', { schema: LoginId }) loginId: LoginId): Promise<void> {
    await this.logins.end(actor.userId, loginId);
  }

  @Patch('me')
  @Answers(200, Me)
  async change(@Cmd() command: Command, @Body({ schema: MePatch }) patch: MePatch): Promise<Me> {
    return this.transactions.command(command, async (tx) => {
      await this.users.update(tx, command.actor.userId, patch);
      return this.states.me(command.actor, tx.em);
    });
  }

  @Post('me/totp')
  @Answers(200, TotpEnrolment)
  @Keyless('until it is confirmed, a new secret replaces the one before')
  async enrol(@CurrentActor() actor: Actor, @Body({ schema: Nothing }) _: object): Promise<TotpEnrolment> {
    return this.secondFactors.enrol(actor);
  }

  @Post('me/totp/confirm')
  @Answers(200, LoginState)
  @Keyless('a code is taken once')
  async confirm(
    @CurrentActor() actor: Actor,
    @Body({ schema: SecondFactor }) { code }: z.output<typeof SecondFactor>,
  ): Promise<LoginState> {
    await this.secondFactors.confirm(actor, code);
    return this.states.of({ ...actor, secondFactor: true });
  }
}
