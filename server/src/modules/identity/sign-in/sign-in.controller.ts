import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import {
  LoginState,
  Nothing,
  OwnerLink,
  SecondFactor,
  SignInAttempt,
  SignInByCode,
  SignInByLink,
  SignInByLinkResult,
} from '@musubi/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  type Actor,
  Answers,
  CurrentActor,
  Keyless,
  MaybeActor,
  Public,
  RateLimited,
  SignedIn as NeedsLogin,
} from '../../../platform/index.js';
import { LoginCookies } from '../logins/login-cookies.js';
import { LoginStates } from '../logins/login-state.js';
import { Logins } from '../logins/logins.js';
import { OwnerLinks } from './owner-links.js';
import { SecondFactors } from '../second-factor/second-factor.service.js';
import { SignIn, type SignedIn } from './sign-in.service.js';

const fromOneAddress = { name: 'sign-in caller', points: 30, perSeconds: 3_600, by: 'address' } as const;
const triesFromOneAddress = { name: 'sign-in tries', points: 60, perSeconds: 3_600, by: 'address' } as const;
const together = { name: 'sign-in all', points: 600, perSeconds: 60, by: 'everybody' } as const;

@Controller('sign-in')
@Public()
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly ownerLinks: OwnerLinks,
    private readonly secondFactors: SecondFactors,
    private readonly logins: Logins,
    private readonly states: LoginStates,
    private readonly cookies: LoginCookies,
  ) {}

  @Post('attempts')
  @Answers(202, Nothing)
  @RateLimited(fromOneAddress, together)
  async attempt(
    @Body({ schema: SignInAttempt }) { address, lang, returnTo }: z.output<typeof SignInAttempt>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Record<string, never>> {
    const { nonce } = this.cookies.browser(request);
    this.cookies.asked(reply, await this.signIn.attempt(address, lang, returnTo ?? null, nonce));
    return {};
  }

  @Post('link')
  @Answers(200, SignInByLinkResult)
  @RateLimited(triesFromOneAddress)
  async byLink(
    @Body({ schema: SignInByLink }) { token }: z.output<typeof SignInByLink>,
    @MaybeActor() before: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInByLinkResult> {
    const signedIn = await this.signIn.byLink(token, this.cookies.browser(request));
    if (!signedIn) return { signedIn: false, otherBrowser: true };
    return { signedIn: true, login: await this.opened(reply, signedIn, before), returnTo: signedIn.returnTo };
  }

  @Post('code')
  @Answers(200, LoginState)
  @RateLimited(triesFromOneAddress)
  async byCode(
    @Body({ schema: SignInByCode }) { code }: SignInByCode,
    @MaybeActor() before: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoginState> {
    const signedIn = await this.signIn.byCode(code, this.cookies.browser(request));
    return { ...(await this.opened(reply, signedIn, before)), returnTo: signedIn.returnTo };
  }

  @Post('owner')
  @Answers(200, LoginState)
  @RateLimited(triesFromOneAddress)
  async asOwner(
    @Body({ schema: OwnerLink }) { token }: z.output<typeof OwnerLink>,
    @MaybeActor() before: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoginState> {
    return this.opened(reply, await this.ownerLinks.use(token, this.cookies.browser(request).device), before);
  }

  @Post('second-factor')
  @Answers(200, LoginState)
  @NeedsLogin()
  @Keyless('a code is taken once')
  async secondFactor(
    @CurrentActor() actor: Actor,
    @Body({ schema: SecondFactor }) { code }: z.output<typeof SecondFactor>,
  ): Promise<LoginState> {
    await this.secondFactors.give(actor, code);
    return this.states.of({ ...actor, secondFactor: true });
  }

  /** The login that the browser had before ends: one browser, one person. */
  private async opened(reply: FastifyReply, { reference }: SignedIn, before: Actor | null): Promise<LoginState> {
    if (before) await this.logins.end(before.userId, before.loginId);
    this.cookies.signedIn(reply, reference);
    return this.states.of(await this.logins.byCookie(reference));
  }
}
