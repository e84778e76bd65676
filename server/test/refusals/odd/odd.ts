import type { Answer, Command, Thing } from '../area.js';
import type { HttpClient } from '../../http-client.js';
import type { TestApp } from '../../start-app.js';

export type Ids = Record<string, string>;

/** Something that nobody should be sent, by whom, and the code with which it is refused. */
export interface Odd {
  what: string;
  by: string;
  send: Command['send'];
  is: string;
}

/** A row of a table of them. */
export const odd = (
  what: string,
  by: string,
  is: string,
  send: (http: HttpClient, ids: Ids) => Promise<Answer>,
): Odd => ({
  ...{ what, by, is },
  send: ({ http, thing }) => send(http, thing.ids),
});

export interface OddScene {
  app: TestApp;
  thing: Thing;
}

export const request = (ids: Ids, given: object = {}) => ({
  to: ids['asked'],
  reason: 'Something new',
  opportunityIds: [],
  slotIds: [ids['otherSlotId']],
  language: 'en',
  ...given,
});
