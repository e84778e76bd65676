import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Actors } from './actors.js';
import { type RouteFacts, Routes } from './routes.js';

/** Stops the start when a route names no policy, or changes something for a signed-in person without a key. */
@Injectable()
export class RoutePoliciesCheck implements OnApplicationBootstrap {
  constructor(
    private readonly routes: Routes,
    private readonly actors: Actors,
  ) {}

  onApplicationBootstrap(): void {
    this.actors.assertProvided();
    const gaps = this.routes.all().flatMap(gapOf);
    if (gaps.length > 0) throw new Error(`Routes are not fit to open:\n${gaps.map((gap) => `  ${gap}`).join('\n')}`);
  }
}

function gapOf({ name, access, changes, keyed, excused }: RouteFacts): string[] {
  if (!access) return [`${name} names no policy`];
  const needsKey = access.who !== 'anyone' && changes && !excused;
  return needsKey && !keyed ? [`${name} changes something without @Cmd()`] : [];
}
