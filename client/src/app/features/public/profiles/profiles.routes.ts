import type { Routes } from '@angular/router';
import { loadProfile, loadProfiles } from './load-profiles';

/** Below `/en/profiles`: the list, and the page of each. */
export const profilesRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    resolve: { page: loadProfiles },
    runGuardsAndResolvers: 'paramsOrQueryParamsChange',
    loadComponent: () => import('./public-profiles').then((m) => m.PublicProfiles),
  },
  {
    path: ':profile',
    resolve: { page: loadProfile },
    loadComponent: () => import('./public-profile').then((m) => m.PublicProfilePage),
  },
];
