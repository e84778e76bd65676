import type { HttpClient } from '../http-client.js';
import type { TestApp } from '../start-app.js';
import type { Scene } from './scene.js';

/** What the matrix is about, with everybody who may try something with it. */
export interface Thing {
  people: Record<string, { cookie: string; userId: string; participantId?: string }>;
  ids: Record<string, string>;
}

/** When things are in their state: the clock goes forward once for each. */
export const moments = ['before', 'during', 'after', 'long after'] as const;
export type Moment = (typeof moments)[number];

export interface Try {
  app: TestApp;
  http: HttpClient;
  thing: Thing;
  role: string;
}

export interface Answer {
  status: number;
  body: unknown;
}

export interface Command {
  send: (given: Try) => Promise<Answer>;
  /** True once it was done. `:name` stands for an id of the thing, `:me` and `:mine` for who did it, as a person and as a participant. */
  done: string;
}

/**
 * What each role is answered, in the order of the area's columns: the code of a refusal; `does` where it succeeds and does what it
 * says; `again` where it succeeds and changes nothing, since it is so already.
 */
export type Row = readonly string[];

export interface Area {
  name: string;
  /** Who stands in the rows. */
  columns: readonly string[];
  /** By the moment in which they are looked at. */
  states: Readonly<Record<string, Moment>>;
  make: (scene: Scene, state: string) => Promise<Thing>;
  commands: Readonly<Record<string, Command>>;
  /** By command and state. A state that is left out: to nobody is there such a thing. */
  rows: Readonly<Record<string, Readonly<Record<string, Row>>>>;
  /** What those are answered who have nothing to do with it, where that is not `not_found`. */
  outside?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
