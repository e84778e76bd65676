import type { Phase, Role } from './options.ts';

/** One page of the client. `:lang`, `:slug`, `:participant`, `:meeting`, `:session`, `:run` and `:organisation` are filled from the demo. */
export interface Page {
  name: string;
  path: string;
  roles: readonly Role[];
  phases: readonly Phase[];
}

const everyone = ['anonymous', 'european', 'japanese', 'organiser'] as const;
const participants = ['european', 'japanese'] as const;
const booking = ['booking'] as const;

const page = (name: string, path: string, roles: readonly Role[], phases: readonly Phase[] = booking): Page => ({
  name,
  path,
  roles,
  phases,
});

/** Every route of the client, in the order of the story. */
export const pages: Page[] = [
  page('landing', ':lang', ['anonymous', 'european']),
  page('public-event', ':lang/events/:slug', everyone),
  page('public-programme', ':lang/events/:slug/programme', everyone),
  page('profiles', ':lang/profiles', ['anonymous', 'european']),
  page('profile', ':lang/profiles/neckar-hydrogen-cluster', ['anonymous', 'japanese']),
  page('accessibility', ':lang/accessibility', ['anonymous']),
  page('privacy', ':lang/privacy', ['anonymous']),
  page('not-found', ':lang/nowhere', ['anonymous']),
  page('demo', 'demo', ['anonymous']),
  page('mail', 'mail', ['anonymous']),
  page('sign-in', 'sign-in', ['anonymous']),
  page('sign-in-link', 'sign-in/link', ['anonymous']),
  page('sign-in-owner', 'sign-in/owner', ['anonymous']),
  page('second-factor', 'sign-in/second-factor', ['organiser']),
  page('register', ':lang/events/:slug/register', participants),
  page('account', 'app/account', ['european', 'organiser']),
  page('interpreting', 'app/interpreting', ['european']),
  page('organisation', 'app/organisation', participants),
  page('own-profile', 'app/organisation/profile', participants),
  page('renew', 'app/organisation/renew/:organisation', participants),
  page('home', 'app/events/:slug/home', participants, ['booking', 'live', 'follow-up']),
  page('programme', 'app/events/:slug/programme', participants, ['booking', 'live']),
  page('matchmaking', 'app/events/:slug/matchmaking', participants),
  page('directory', 'app/events/:slug/matchmaking?view=people', participants),
  page('opportunities', 'app/events/:slug/matchmaking?view=opportunities', participants),
  page('times', 'app/events/:slug/matchmaking?view=times', participants),
  page('preferences', 'app/events/:slug/preferences', participants),
  page('ask', 'app/events/:slug/matchmaking/:participant/request', participants),
  page('meetings', 'app/events/:slug/meetings', participants, ['booking', 'live']),
  page('meeting', 'app/events/:slug/meetings/:meeting', participants),
  page('delegation', 'app/events/:slug/delegation', participants),
  page('room', 'app/events/:slug/meetings/:meeting/room', participants, ['live']),
  page('stage', 'app/events/:slug/sessions/:session', participants, ['live']),
  page('follow-up', 'app/events/:slug/follow-up', participants, ['follow-up']),
  page('organise-now', 'organise/events/:slug/now', ['organiser'], ['booking', 'live']),
  page('organise-people', 'organise/events/:slug/people', ['organiser']),
  page('organise-programme', 'organise/events/:slug/programme', ['organiser']),
  page('organise-meetings', 'organise/events/:slug/meetings', ['organiser'], ['booking', 'live']),
  page('organise-record', 'organise/events/:slug/meetings/:meeting', ['organiser'], ['follow-up']),
  page('organise-delegations', 'organise/events/:slug/delegations', ['organiser']),
  page('organise-delegation', 'organise/events/:slug/delegations/:organisation', ['organiser']),
  page('organise-interpreters', 'organise/events/:slug/interpreters', ['organiser']),
  page('organise-disputes', 'organise/events/:slug/disputes', ['organiser'], ['follow-up']),
  page('organise-audit', 'organise/audit', ['organiser'], ['follow-up']),
  page('organise-blocks', 'organise/events/:slug/blocks', ['organiser']),
  page('organise-block-new', 'organise/events/:slug/blocks/new', ['organiser']),
  page('organise-schedule', 'organise/events/:slug/schedule', ['organiser']),
  page('organise-schedule-board', 'organise/events/:slug/schedule/runs/:run', ['organiser']),
  page('organise-schedule-compare', 'organise/events/:slug/schedule/runs/:run/compare', ['organiser']),
  page('organise-profiles', 'organise/profiles', ['organiser']),
  page('organise-profile-review', 'organise/profiles/review', ['organiser']),
  page('organise-profile-import', 'organise/profiles/import', ['organiser']),
  page('organise-follow-up', 'organise/follow-up', ['organiser'], ['follow-up']),
];
