import type { TestApp } from '../start-app.js';
import { anybodyRoutes } from './routes/anybody.js';
import { endingsRoutes } from './routes/endings.js';
import { eventsRoutes } from './routes/events.js';
import { matchmakingRoutes } from './routes/matchmaking.js';
import { meetingsRoutes } from './routes/meetings.js';
import { organisationsRoutes } from './routes/organisations.js';
import { outcomesRoutes } from './routes/outcomes.js';
import { plansRoutes } from './routes/plans.js';
import { programmeRoutes } from './routes/programme.js';
import { requestsRoutes } from './routes/requests.js';
import { given, type RouteTable } from './routes/given.js';
import type { World } from './world.js';

export type { RouteTable };

/** Who may do what, for every operation of the API; those that end something come last. */
export async function routeTable(app: TestApp, world: World): Promise<RouteTable> {
  const things = await given(app, world);
  return {
    ...anybodyRoutes(things),
    ...organisationsRoutes(things),
    ...eventsRoutes(things),
    ...programmeRoutes(things),
    ...matchmakingRoutes(things),
    ...requestsRoutes(things),
    ...plansRoutes(things),
    ...meetingsRoutes(things),
    ...outcomesRoutes(things),
    ...endingsRoutes(things),
  };
}
