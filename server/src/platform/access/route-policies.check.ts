import { Injectable, type OnApplicationBootstrap, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { type Access, accessKey, commandFactory, keylessKey } from './access.decorators.js';
import { Actors } from './actors.js';

/** Stops the start when a route names no policy, or changes something for a signed-in person without a key. */
@Injectable()
export class RoutePoliciesCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly actors: Actors,
  ) {}

  onApplicationBootstrap(): void {
    this.actors.assertProvided();
    const gaps = this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (metatype ? this.gapsOf(metatype as Type) : []));
    if (gaps.length > 0) throw new Error(`Routes are not fit to open:\n${gaps.map((gap) => `  ${gap}`).join('\n')}`);
  }

  private gapsOf(controller: Type): string[] {
    const prototype = controller.prototype as Record<string, (...args: unknown[]) => unknown>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name]!;
      if (Reflect.getMetadata(PATH_METADATA, handler) === undefined) return [];
      const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [handler, controller]);
      if (!access) return [`${controller.name}.${name} names no policy`];
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
      const changes = method !== RequestMethod.GET && method !== RequestMethod.HEAD;
      const excused =
        this.reflector.getAllAndOverride<string | undefined>(keylessKey, [handler, controller]) !== undefined;
      if (access.who === 'anyone' || !changes || excused || takesCommand(controller, name)) return [];
      return [`${controller.name}.${name} changes something without @Cmd()`];
    });
  }
}

function takesCommand(controller: Type, method: string): boolean {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { factory?: unknown }
  >;
  return Object.values(args).some(({ factory }) => factory === commandFactory);
}
