import { isPlatformServer } from '@angular/common';
import { inject, PLATFORM_ID } from '@angular/core';
import { type CanMatchFn, type ResolveFn, type Routes } from '@angular/router';
import type { Lang } from '@musubi/contracts';
import { Clock } from './core/clock/clock';
import { Language, isLang } from './core/i18n/language';
import { words } from './core/i18n/words';
import { organising, signedIn } from './core/login/guards';
import { knowDemo } from './data/demo/demo-store';
import { openEvent } from './data/events/current-event';
import { EventsStore } from './data/events/events-store';
import { ROOM_PARTS, type RoomParts } from './data/room/room-parts';
import { loadLanding } from './features/public/landing/load-landing';
import { loadPublicEvent } from './features/public/event/load-public-event';
import { loadPublicProgramme } from './features/public/programme/load-public-programme';
import { PublicShell } from './shell/public-shell';

/** `/en…` and `/ja…` only; one route for both, so that switching the language keeps the page and what is typed. */
const inLanguage: CanMatchFn = (_route, segments) => isLang(segments[0]?.path);

const showLanguage: ResolveFn<Lang> = async (route) => {
  const lang = route.paramMap.get('lang') as Lang;
  await inject(Language).show(lang);
  return lang;
};

/** Pages without a language in their address turn back to the remembered one. */
const showRemembered: ResolveFn<Lang> = async () => {
  const language = inject(Language);
  const lang = language.remembered();
  if (lang !== language.current()) await language.show(lang);
  return lang;
};

/** The public pages name the conference; the served HTML knows the time that the instance keeps. */
const knowEvents: ResolveFn<boolean> = async () => {
  const onServer = isPlatformServer(inject(PLATFORM_ID));
  const [events, clock] = [inject(EventsStore), inject(Clock)];
  await Promise.all([events.list().catch(() => []), onServer ? clock.read() : undefined]);
  return true;
};

/** What other features bring into a meeting's room. */
const roomParts: RoomParts = {
  chat: () => import('./features/meetings/conversation/conversation').then((m) => m.Conversation),
  files: () => import('./parts/meeting/thread-files').then((m) => m.ThreadFiles),
  cards: () => import('./parts/meeting/cards').then((m) => m.Cards),
  brief: () => import('./features/meetings/meeting/brief').then((m) => m.Brief),
};

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: () => `/${inject(Language).remembered()}` },
  {
    path: 'app',
    canActivate: [signedIn],
    resolve: { lang: showRemembered, refusals: words('refusal') },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./features/home/to-current-event').then((m) => m.ToCurrentEvent),
      },
      {
        path: '',
        loadComponent: () => import('./shell/app-shell').then((m) => m.AppShell),
        children: [
          {
            path: 'account',
            title: 'account.title',
            resolve: { words: words('account', 'cards') },
            loadComponent: () => import('./features/account/account').then((m) => m.Account),
          },
          {
            path: 'interpreting',
            title: 'company.assignments.title',
            resolve: { words: words('company', 'meetings') },
            loadComponent: () => import('./features/interpreting/interpreting').then((m) => m.Interpreting),
          },
          {
            path: 'organisation',
            title: 'organisation.title',
            resolve: { words: words('organisation') },
            loadComponent: () => import('./features/organisation/organisation').then((m) => m.Organisation),
          },
          {
            path: 'organisation/profile',
            title: 'profile.title',
            resolve: { words: words('profile', 'profiles', 'organisation', 'matchmaking', 'meetings', 'files') },
            loadComponent: () => import('./features/organisation/profile/profile-editor').then((m) => m.ProfileEditor),
          },
          {
            path: 'organisation/renew/:organisationId',
            title: 'profile.renew.title',
            resolve: { words: words('profile', 'profiles', 'meetings') },
            loadComponent: () => import('./features/organisation/profile/renew').then((m) => m.Renew),
          },
          {
            path: 'events/:slug',
            resolve: { event: openEvent },
            children: [
              { path: '', pathMatch: 'full', redirectTo: 'home' },
              {
                path: 'home',
                resolve: { words: words('home', 'meetings', 'match', 'delegation', 'company') },
                title: 'common.nav.home',
                loadComponent: () => import('./features/home/home').then((m) => m.Home),
              },
              {
                path: 'programme',
                title: 'common.nav.programme',
                resolve: { words: words('programme') },
                loadComponent: () => import('./features/programme/programme').then((m) => m.Programme),
              },
              {
                path: 'matchmaking',
                resolve: {
                  words: words(
                    'matchmaking',
                    'meetings',
                    'match',
                    'directory',
                    'delegation',
                    'availability',
                    'preferences',
                  ),
                },
                title: 'common.nav.matchmaking',
                loadComponent: () => import('./features/matchmaking/matchmaking').then((m) => m.Matchmaking),
              },
              {
                path: 'matchmaking/:participantId/request',
                resolve: { words: words('matchmaking', 'meetings', 'match', 'booking', 'company') },
                title: 'common.nav.matchmaking',
                loadComponent: () => import('./features/matchmaking/ask/ask').then((m) => m.Ask),
              },
              {
                path: 'preferences',
                resolve: { words: words('preferences', 'meetings') },
                title: 'preferences.title',
                loadComponent: () => import('./features/preferences/preferences').then((m) => m.Preferences),
              },
              {
                path: 'meetings',
                resolve: { words: words('meetings', 'company', 'delegation', 'gaps') },
                title: 'common.nav.meetings',
                loadComponent: () => import('./features/meetings/inbox/meetings').then((m) => m.Meetings),
              },
              {
                path: 'meetings/:id',
                resolve: {
                  words: words(
                    'meetings',
                    'company',
                    'conversation',
                    'brief',
                    'block',
                    'record',
                    'files',
                    'cards',
                    'delegation',
                    'room',
                  ),
                },
                title: 'common.nav.meetings',
                loadComponent: () => import('./features/meetings/meeting/meeting').then((m) => m.MeetingPage),
              },
              {
                path: 'delegation',
                resolve: { words: words('delegation', 'meetings') },
                title: 'delegation.title',
                loadComponent: () => import('./features/delegation/delegation').then((m) => m.Delegation),
              },
              {
                path: 'follow-up',
                resolve: { words: words('followup', 'meetings') },
                title: 'common.nav.follow_up',
                loadComponent: () => import('./features/followup/follow-up').then((m) => m.FollowUp),
              },
            ],
          },
        ],
      },
      // Room and stage fill the screen: no rail.
      {
        path: 'events/:slug/meetings/:id/room',
        title: 'common.nav.meetings',
        resolve: {
          event: openEvent,
          words: words('room', 'media', 'meetings', 'conversation', 'files', 'cards', 'brief'),
        },
        providers: [{ provide: ROOM_PARTS, useValue: roomParts }],
        loadComponent: () => import('./features/room/meeting-room').then((m) => m.MeetingRoom),
      },
      {
        path: 'events/:slug/sessions/:id',
        title: 'common.nav.programme',
        resolve: { event: openEvent, words: words('stage', 'media') },
        loadComponent: () => import('./features/stage/stage').then((m) => m.Stage),
      },
    ],
  },
  {
    path: 'organise',
    canActivate: [organising],
    resolve: { lang: showRemembered, words: words('organiser', 'meetings', 'refusal') },
    loadComponent: () => import('./shell/organiser-shell').then((m) => m.OrganiserShell),
    loadChildren: () => import('./organiser/organiser.routes').then((m) => m.organiserRoutes),
  },
  {
    path: '',
    resolve: { lang: showRemembered, events: knowEvents },
    component: PublicShell,
    children: [
      {
        path: 'sign-in',
        resolve: { words: words('signin', 'refusal') },
        children: [
          {
            path: '',
            pathMatch: 'full',
            title: 'signin.title',
            loadComponent: () => import('./features/account/entrance/sign-in').then((m) => m.SignIn),
          },
          {
            path: 'link',
            title: 'signin.link.title',
            loadComponent: () => import('./features/account/entrance/sign-in-link').then((m) => m.SignInLink),
          },
          {
            path: 'owner',
            title: 'signin.owner.title',
            loadComponent: () => import('./features/account/entrance/owner-link').then((m) => m.OwnerLink),
          },
          {
            path: 'second-factor',
            title: 'signin.second.title',
            loadComponent: () => import('./features/account/entrance/second-factor').then((m) => m.SecondFactor),
          },
        ],
      },
      { path: 'trouble', loadComponent: () => import('./features/public/trouble-page').then((m) => m.TroublePage) },
      {
        path: 'demo',
        title: 'common.nav.demo',
        resolve: { words: words('demo', 'refusal'), demo: knowDemo },
        loadComponent: () => import('./features/demo/demo').then((m) => m.Demo),
      },
      {
        path: 'mail',
        title: 'common.nav.mail',
        resolve: { words: words('mail', 'refusal') },
        loadComponent: () => import('./features/mail/mail').then((m) => m.Mail),
      },
    ],
  },
  {
    path: ':lang',
    canMatch: [inLanguage],
    resolve: { lang: showLanguage, events: knowEvents },
    component: PublicShell,
    children: [
      {
        path: '',
        pathMatch: 'full',
        resolve: { words: words('public'), listed: loadLanding },
        loadComponent: () => import('./features/public/landing/landing').then((m) => m.Landing),
      },
      {
        path: 'events/:slug',
        resolve: { words: words('public', 'programme'), page: loadPublicEvent },
        loadComponent: () => import('./features/public/event/public-event').then((m) => m.PublicEvent),
      },
      {
        path: 'events/:slug/programme',
        resolve: { words: words('public', 'programme'), page: loadPublicProgramme },
        loadComponent: () => import('./features/public/programme/public-programme').then((m) => m.PublicProgramme),
      },
      {
        path: 'profiles',
        resolve: { words: words('profiles') },
        loadChildren: () => import('./features/public/profiles/profiles.routes').then((m) => m.profilesRoutes),
      },
      {
        path: 'events/:slug/register',
        canActivate: [signedIn],
        title: 'register.title',
        resolve: { words: words('register', 'refusal') },
        loadComponent: () => import('./features/registration/register').then((m) => m.Register),
      },
      {
        path: 'accessibility',
        title: 'pages.accessibility.title',
        resolve: { words: words('pages') },
        loadComponent: () => import('./features/public/accessibility').then((m) => m.Accessibility),
      },
      {
        path: 'privacy',
        title: 'pages.privacy.title',
        resolve: { words: words('pages') },
        loadComponent: () => import('./features/public/privacy').then((m) => m.Privacy),
      },
      { path: '**', loadComponent: () => import('./features/public/not-found').then((m) => m.NotFound) },
    ],
  },
  {
    path: '**',
    resolve: { lang: showRemembered, events: knowEvents },
    component: PublicShell,
    children: [{ path: '**', loadComponent: () => import('./features/public/not-found').then((m) => m.NotFound) }],
  },
];
