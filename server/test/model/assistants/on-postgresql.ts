// For specs alone: people who act for Ada, over HTTP, and what was kept of it.
import type { HttpClient } from '../../http-client.js';
import type { TestApp } from '../../start-app.js';
import type { Cast } from '../cast.js';
import { organise } from '../organisations.js';
import type { World } from '../world.js';

/** Each Ada and her assistant belong to one organisation. */
export async function assist(app: TestApp, admin: string, casts: readonly Cast[]): Promise<void> {
  const of = (who: 'ada' | 'ann') => casts.map((cast) => cast[who].participantId);
  await organise(
    app,
    admin,
    casts.map(({ ada, ann }) => [ada, ann]),
  );
  await app.db.query(
    `INSERT INTO assistant (event_id, principal_id, assistant_id, state, asked_at, answered_at)
     SELECT event_id, id, deputy, 'active', domain_now(), domain_now()
     FROM registration JOIN unnest($1::uuid[], $2::uuid[]) AS pair (principal, deputy) ON principal = id`,
    [of('ada'), of('ann')],
  );
}

export type Sender = Pick<HttpClient, 'post' | 'put' | 'delete'>;

/** Ada's assistant, in her name. */
export function inTheNameOf(app: TestApp, { ada, ann }: Cast): Sender {
  const http = app.http(ann);
  const headers = { 'on-behalf-of': ada.participantId };
  return {
    post: (path, body, options) => http.post(path, body, { ...options, headers }),
    put: (path, body, options) => http.put(path, body, { ...options, headers }),
    delete: (path, options) => http.delete(path, { ...options, headers }),
  };
}

export async function dismiss(app: TestApp, { ada, ann }: Cast) {
  const [{ id }] = (await app.db.query('SELECT id FROM assistant WHERE principal_id = $1 AND assistant_id = $2', [
    ada.participantId,
    ann.participantId,
  ])) as [{ id: string }];
  return app.http(ada).post(`/api/assistants/${id}/end`);
}

/** Which acts were the assistant's, told as {@link throughSeen} tells the model. */
export async function throughOf(app: TestApp, { ada, bo, ann }: Cast): Promise<ReturnType<typeof throughSeen>> {
  const pair = [ada.userId, bo.userId];
  const requests = (await app.db.query(
    `SELECT EXISTS (SELECT FROM meeting_reschedule WHERE request_id = request.id) AS moves,
            ARRAY(SELECT version FROM meeting_request_voice
                  WHERE request_id = request.id AND user_id = $3 AND for_user_id = $1 ORDER BY version) AS through
     FROM meeting_request request WHERE (from_user_id, to_user_id) IN (($1, $2), ($2, $1)) ORDER BY sent_at`,
    [...pair, ann.userId],
  )) as { moves: boolean; through: number[] }[];
  const meetings = (await app.db.query(
    `SELECT cancelled_through IS NOT DISTINCT FROM $3 AS through FROM meeting JOIN meeting_request request ON request.id = request_id
     WHERE (from_user_id, to_user_id) IN (($1, $2), ($2, $1)) ORDER BY meeting.id`,
    [...pair, ann.userId],
  )) as { through: boolean }[];
  return {
    through: {
      requests: requests.filter(({ moves }) => !moves).map(({ through }) => through),
      moves: requests.filter(({ moves }) => moves).map(({ through }) => through),
      meetings: meetings.map(({ through }) => through),
    },
  };
}

export const throughSeen = ({ requests, moves, meetings }: World) => ({
  through: {
    requests: requests.map(({ through }) => through),
    moves: moves.map(({ through }) => through),
    meetings: meetings.map(({ through }) => through),
  },
});
