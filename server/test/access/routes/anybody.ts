import { pdfFile, upload } from '../../builders/files.js';
import { everybody, notThere, onlyTheVideoServer, signedIn, whoseItIs } from '../audiences.js';
import type { Given, RouteTable } from './given.js';

/** What is one's own alone, and what is the instance's. */
export const anybodyRoutes = ({ people, code, token }: Given): RouteTable => ({
  // Signing in, and what is one's own alone ---------------------------------------------------------------
  'GET /api/login': { who: everybody },
  'POST /api/sign-in/attempts': { who: everybody, body: { address: 'somebody@example.org', lang: 'en' } },
  'POST /api/sign-in/link': { who: everybody, body: token },
  'POST /api/sign-in/code': { who: everybody, body: code },
  'POST /api/sign-in/owner': { who: everybody, body: token },
  'POST /api/sign-in/second-factor': { who: signedIn, body: code },
  'POST /api/me/totp': { who: signedIn },
  'POST /api/me/totp/confirm': { who: signedIn, body: code },
  'PATCH /api/me': { who: signedIn, body: {} },
  'GET /api/me/logins': { who: signedIn },
  'GET /api/me/drafts/{form}': { who: signedIn },
  'PUT /api/me/drafts/{form}': {
    who: whoseItIs,
    body: { userId: people.own.userId, content: null, typedAt: '2027-01-12T12:20:00Z' },
  },
  'GET /api/me/feed': { who: signedIn },
  'GET /api/me/calendar': { who: signedIn },
  'GET /api/me/organisations': { who: signedIn },
  'GET /api/me/registrations': { who: signedIn },
  'GET /api/calendars/{file}': { who: everybody },
  'GET /api/me/directory-filters': { who: signedIn },
  'POST /api/me/directory-filters': { who: signedIn, body: { name: 'Hydrogen', filter: { q: '水素' } } },
  'GET /api/me/blocks': { who: signedIn },
  'PUT /api/me/blocks/{userId}': { who: signedIn, body: {} },
  'DELETE /api/me/blocks/{userId}': { who: signedIn },

  // Files: who may read one is for what it belongs to to say -----------------------------------------------
  'POST /api/files?kind=document': { who: signedIn, body: upload(pdfFile(), 'plan.pdf') },
  'GET /api/files/{fileId}': { who: { ...whoseItIs, nobody: '404 not_found' } },

  // The instance ------------------------------------------------------------------------------------------
  'GET /health/live': { who: everybody },
  'GET /sitemap.xml': { who: everybody },
  'GET /robots.txt': { who: everybody },
  'GET /health/ready': { who: everybody },
  'GET /api/clock': { who: everybody },
  'GET /api/video': { who: everybody },
  'GET /api/demo': { who: everybody },
  'GET /api/mail': { who: everybody },
  'GET /api/mail/{id}': { who: everybody },
  'POST /api/demo/clock': { who: everybody, body: { to: '2020-01-01T00:00:00Z' } },
  'POST /api/demo/sign-in': { who: notThere, body: { userId: people.own.userId } },
  'POST /api/livekit/webhook': { who: onlyTheVideoServer },
});
