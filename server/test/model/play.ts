import type { TestApp } from '../start-app.js';

/** What somebody was answered; `none` where there was nothing to ask about. */
export type Answered = { status: number; body: unknown } | 'none';

/** People on PostgreSQL who do what a model of them decides on. */
export interface Stage<A, W, C> {
  readonly app: TestApp;
  /** New people, as they stand in the model and in the database. */
  begin(): Promise<{ cast: C; world: W }>;
  perform(act: A, cast: C): Promise<Answered>;
  /** What has come of it, as {@link Play.seenOf} tells the model. */
  seen(cast: C): Promise<object>;
}

export interface Play<A, W, C> {
  /** @param stories so many are begun at most */
  stage(app: TestApp, stories: number): Promise<Stage<A, W, C>>;
  /** Does it to the world. @returns the refusal, or null */
  decide(world: W, act: A): string | null;
  seenOf(world: W): object;
}

/** @returns the refusal's code, or null */
export async function performed<A extends { do: string }, W, C>(
  stage: Stage<A, W, C>,
  act: A,
  cast: C,
): Promise<string | null> {
  const answer = await stage.perform(act, cast);
  if (answer === 'none') return 'none';
  const { status, body } = answer;
  if (status >= 500) throw new Error(`${act.do}: ${status} ${JSON.stringify(body)}`);
  return status < 300 ? null : (body as { code: string }).code;
}
