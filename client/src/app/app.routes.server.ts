import { RenderMode, type ServerRoute } from '@angular/ssr';

/** Public pages carry their meaning in the served HTML; what belongs to a person is drawn in their browser. */
export const serverRoutes: ServerRoute[] = [
  { path: ':lang/events/:slug/register', renderMode: RenderMode.Client },
  { path: 'app', renderMode: RenderMode.Client },
  { path: 'app/**', renderMode: RenderMode.Client },
  { path: 'organise', renderMode: RenderMode.Client },
  { path: 'organise/**', renderMode: RenderMode.Client },
  { path: 'sign-in', renderMode: RenderMode.Server },
  { path: 'sign-in/**', renderMode: RenderMode.Client },
  { path: 'trouble', renderMode: RenderMode.Client },
  { path: 'mail', renderMode: RenderMode.Client },
  { path: 'mail/**', renderMode: RenderMode.Client },
  { path: ':lang', renderMode: RenderMode.Server },
  { path: ':lang/events/:slug', renderMode: RenderMode.Server },
  { path: ':lang/events/:slug/programme', renderMode: RenderMode.Server },
  { path: ':lang/profiles', renderMode: RenderMode.Server },
  { path: ':lang/profiles/:profile', renderMode: RenderMode.Server },
  { path: '**', renderMode: RenderMode.Server },
];
