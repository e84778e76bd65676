import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ClockState, DemoClock, DemoSignIn, DemoState, LoginState } from '@musubi/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, Answers, MaybeActor, Public } from '../../../platform/index.js';
import { DemoDoor } from './demo-door.js';
import { LoginCookies } from '../logins/login-cookies.js';
import { LoginStates } from '../logins/login-state.js';
import { Logins } from '../logins/logins.js';

@Controller()
@Public()
export class DemoController {
  constructor(
    private readonly door: DemoDoor,
    private readonly logins: Logins,
    private readonly states: LoginStates,
    private readonly cookies: LoginCookies,
  ) {}

  @Get('clock')
  @Answers(200, ClockState)
  async clock(): Promise<ClockState> {
    return this.door.clockState();
  }

  @Get('demo')
  @Answers(200, DemoState)
  async state(): Promise<DemoState> {
    return this.door.state();
  }

  @Post('demo/sign-in')
  @Answers(200, LoginState)
  async signIn(
    @Body({ schema: DemoSignIn }) { userId }: z.output<typeof DemoSignIn>,
    @MaybeActor() before: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoginState> {
    const reference = await this.door.enterAs(userId, this.cookies.browser(request).device);
    if (before) await this.logins.end(before.userId, before.loginId);
    this.cookies.signedIn(reply, reference);
    return this.states.of(await this.logins.byCookie(reference));
  }

  @Post('demo/clock')
  @Answers(200, ClockState)
  async jump(
    @Body({ schema: DemoClock }) { to }: z.output<typeof DemoClock>,
    @MaybeActor() by: Actor | null,
  ): Promise<ClockState> {
    return this.door.jump(new Date(to), by);
  }
}
