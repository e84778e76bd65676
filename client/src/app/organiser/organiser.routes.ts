import type { Routes } from '@angular/router';
import { words } from '../core/i18n/words';
import { openEvent } from '../data/events/current-event';
import { ToConference } from './to-conference';

export const organiserRoutes: Routes = [
  { path: '', pathMatch: 'full', component: ToConference },
  {
    path: 'follow-up',
    title: 'common.nav.follow_up',
    loadComponent: () => import('./follow-up/organiser-follow-up').then((m) => m.OrganiserFollowUp),
  },
  {
    path: 'audit',
    title: 'records.audit.title',
    resolve: { words: words('records') },
    loadComponent: () => import('./audit/audit').then((m) => m.Audit),
  },
  {
    path: 'profiles',
    resolve: { words: words('orgprofiles', 'profiles') },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'orgprofiles.title',
        loadComponent: () => import('./profiles/organiser-profiles').then((m) => m.OrganiserProfiles),
      },
      {
        path: 'review',
        title: 'orgprofiles.review.title',
        loadComponent: () => import('./profiles/profile-review').then((m) => m.ProfileReview),
      },
      {
        path: 'import',
        title: 'orgprofiles.import.title',
        loadComponent: () => import('./profiles/profile-import').then((m) => m.ProfileImport),
      },
    ],
  },
  {
    path: 'events/:slug',
    resolve: { event: openEvent },
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'now' },
      {
        path: 'now',
        title: 'common.nav.now',
        resolve: { words: words('room') },
        loadComponent: () => import('./now/now').then((m) => m.Now),
      },
      {
        path: 'people',
        title: 'common.nav.people',
        loadComponent: () => import('./people/people').then((m) => m.People),
      },
      {
        path: 'programme',
        title: 'common.nav.programme',
        loadComponent: () => import('./programme/organiser-programme').then((m) => m.OrganiserProgramme),
      },
      {
        path: 'blocks',
        title: 'blocks.title',
        resolve: { words: words('blocks') },
        loadComponent: () => import('./blocks/blocks').then((m) => m.Blocks),
      },
      {
        path: 'blocks/:blockId',
        title: 'blocks.title',
        resolve: { words: words('blocks', 'profiles') },
        loadComponent: () => import('./blocks/block-editor').then((m) => m.BlockEditor),
      },
      {
        path: 'meetings',
        title: 'common.nav.meetings',
        resolve: { words: words('meetings', 'room', 'unassigned', 'delegation') },
        loadComponent: () => import('./meetings/organiser-meetings').then((m) => m.OrganiserMeetings),
      },
      {
        path: 'delegations',
        resolve: { words: words('unassigned', 'delegation') },
        title: 'unassigned.title_all',
        children: [
          {
            path: '',
            pathMatch: 'full',
            loadComponent: () => import('./delegations/delegations').then((m) => m.Delegations),
          },
          {
            path: ':organisationId',
            loadComponent: () => import('./delegations/one-delegation').then((m) => m.OneDelegation),
          },
        ],
      },
      {
        path: 'schedule',
        title: 'schedule.title',
        resolve: { words: words('schedule') },
        children: [
          {
            path: '',
            pathMatch: 'full',
            loadComponent: () => import('./schedule/home/schedule-home').then((m) => m.ScheduleHome),
          },
          {
            path: 'runs/:runId',
            title: 'schedule.run.title',
            loadComponent: () => import('./schedule/board/plan-page').then((m) => m.PlanPage),
          },
          {
            path: 'runs/:runId/compare',
            title: 'schedule.compare.heading',
            loadComponent: () => import('./schedule/compare/compare').then((m) => m.Compare),
          },
        ],
      },
      {
        path: 'interpreters',
        title: 'company.board.title',
        resolve: { words: words('company', 'meetings') },
        loadComponent: () => import('./interpreters/interpreters').then((m) => m.Interpreters),
      },
      {
        path: 'meetings/:id',
        title: 'common.nav.meetings',
        resolve: { words: words('records') },
        loadComponent: () => import('./records/record').then((m) => m.Record),
      },
      {
        path: 'disputes',
        title: 'records.disputes.title',
        resolve: { words: words('records') },
        loadComponent: () => import('./records/disputes').then((m) => m.Disputes),
      },
    ],
  },
];
