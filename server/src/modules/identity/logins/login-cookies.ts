import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../../platform/index.js';
import type { Browser } from '../sign-in/sign-in.service.js';

const days = 86_400;
const asking = 'asking';

/** The two cookies: who is signed in, and which browser asked. No script can read either. */
@Injectable()
export class LoginCookies {
  constructor(private readonly config: Config) {}

  signedIn(reply: FastifyReply, reference: string): void {
    this.set(reply, this.config.loginCookie, reference, 90 * days);
    this.clear(reply, this.config.cookieName(asking));
  }

  signedOut(reply: FastifyReply): void {
    this.clear(reply, this.config.loginCookie);
  }

  asked(reply: FastifyReply, nonce: string): void {
    this.set(reply, this.config.cookieName(asking), nonce, 1_800);
  }

  browser(request: FastifyRequest): Browser {
    return { device: request.headers['user-agent'] ?? '', nonce: request.cookies[this.config.cookieName(asking)] };
  }

  private set(reply: FastifyReply, name: string, value: string, maxAge: number): void {
    void reply.setCookie(name, value, { ...this.options, maxAge });
  }

  private clear(reply: FastifyReply, name: string): void {
    void reply.clearCookie(name, this.options);
  }

  private get options() {
    return { path: this.config.basePath, httpOnly: true, sameSite: 'lax', secure: this.config.https } as const;
  }
}
