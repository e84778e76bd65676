import { Injectable, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { type Answer, answerKey } from '../openapi/answers.decorator.js';
import { type Access, accessKey, commandFactory, keylessKey } from './access.decorators.js';

/** What a route says of itself. */
export interface RouteFacts {
  /** `MeetingsController.accept` */
  name: string;
  /** `POST` */
  verb: string;
  /** `meeting-requests/:requestId/accept`, below the prefix of the API. */
  path: string;
  /** Null: it names no policy, and may not open. */
  access: Access | null;
  changes: boolean;
  /** Takes the command's key. */
  keyed: boolean;
  /** Changes something without a key, with a reason. */
  excused: boolean;
  /** Null: it does not say what it answers. */
  answer: Answer | null;
}

/** Every route of the application, as its decorators describe it. */
@Injectable()
export class Routes {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  all(): RouteFacts[] {
    return this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (typeof metatype === 'function' ? this.of(metatype as Type) : []));
  }

  private of(controller: Type): RouteFacts[] {
    const prototype = controller.prototype as Record<string, (...args: unknown[]) => unknown>;
    const within = (Reflect.getMetadata(PATH_METADATA, controller) as string | undefined) ?? '';
    return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method]!;
      const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
      if (path === undefined) return [];
      const said = <T>(key: string) => this.reflector.getAllAndOverride<T | undefined>(key, [handler, controller]);
      const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
      return {
        name: `${controller.name}.${method}`,
        verb: RequestMethod[verb],
        path: [within, path].flatMap((part) => part.split('/').filter(Boolean)).join('/'),
        access: said<Access>(accessKey) ?? null,
        changes: verb !== RequestMethod.GET && verb !== RequestMethod.HEAD,
        keyed: takesCommand(controller, method),
        excused: said<string>(keylessKey) !== undefined,
        answer: said<Answer>(answerKey) ?? null,
      };
    });
  }
}

function takesCommand(controller: Type, method: string): boolean {
  const args = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) as
    Record<string, { factory?: unknown }> | undefined;
  return Object.values(args ?? {}).some(({ factory }) => factory === commandFactory);
}
