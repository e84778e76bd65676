import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Command as KeyedCommand } from '../database/transactions/tx.js';
import { DomainError } from '../http/problems/domain-error.js';
import type { Actor } from './actor.js';

/** What a route asks of its caller. */
export type Access =
  | { who: 'anyone' }
  | { who: 'signed-in' }
  /** `eventParam`: organiser of that event or of all; `any`: organiser of at least one event; neither: of all. */
  | { who: 'organiser'; eventParam?: string; any?: true };

export const accessKey = 'musubi:access';
export const foreignOriginKey = 'musubi:foreign-origin';
export const keylessKey = 'musubi:keyless';

/** Anybody, signed in or not. */
export const Public = () => SetMetadata<string, Access>(accessKey, { who: 'anyone' });

/** Any signed-in person; who exactly may act on what is asked by `can` inside. */
export const SignedIn = () => SetMetadata<string, Access>(accessKey, { who: 'signed-in' });

/** An organiser or owner with the second factor given. */
export const Organiser = (of: { event: string } | { any: true } | Record<string, never> = {}) =>
  SetMetadata<string, Access>(accessKey, {
    who: 'organiser',
    ...('event' in of ? { eventParam: of.event } : {}),
    ...('any' in of ? { any: true as const } : {}),
  });

/** A route that other origins may post to because it proves its caller in another way; says how. */
export const ForeignOrigin = (proof: string) => SetMetadata(foreignOriginKey, proof);

/** A changing route of a signed-in person that needs no key because a repetition changes nothing; says why. */
export const Keyless = (reason: string) => SetMetadata(keylessKey, reason);

export interface MusubiRequest extends FastifyRequest {
  actor?: Actor | null;
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<MusubiRequest>();

function actorOf(context: ExecutionContext): Actor {
  const { actor } = requestOf(context);
  if (!actor) throw new DomainError('login.required');
  return actor;
}

export const CurrentActor = createParamDecorator((_: undefined, context) => actorOf(context));

export const MaybeActor = createParamDecorator((_: undefined, context) => requestOf(context).actor ?? null);

/** A person's command as routes receive it. */
export interface Command extends KeyedCommand {
  readonly actor: Actor;
}

/** 1 to 100 printable ASCII characters. */
const keyShape = /^[\x21-\x7e]{1,100}$/;

export const commandFactory = (_: undefined, context: ExecutionContext): Command => {
  const request = requestOf(context);
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !keyShape.test(key)) throw new DomainError('idempotency.key_missing');
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  return { actor: actorOf(context), key, fingerprint, sentAs: `${request.method} ${request.url}` };
};

/** The command that this request is: who, and the key that recognises it when it arrives again. */
export const Cmd = createParamDecorator(commandFactory);
