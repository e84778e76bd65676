import { describe, expect, it } from '@jest/globals';
import { Attempts } from './attempts';

const isAnswer = (error: unknown) => error === 'refused';

function attempts() {
  let last = 0;
  const sent: string[] = [];
  const all = new Attempts(() => `key ${++last}`);
  const send = (command: string, outcome: () => Promise<string>) =>
    all.run(
      command,
      (key) => {
        sent.push(`${command}: ${key}`);
        return outcome();
      },
      isAnswer,
    );
  return { sent, send };
}

describe('keys of commands', () => {
  it('gives each command its own', async () => {
    const { sent, send } = attempts();
    await send('a', async () => 'done');
    await send('a', async () => 'done');
    await send('b', async () => 'done');
    expect(sent).toEqual(['a: key 1', 'a: key 2', 'b: key 3']);
  });

  it('reuses it while nobody knows what happened to the first', async () => {
    const { sent, send } = attempts();
    await expect(send('a', () => Promise.reject(new Error('silence')))).rejects.toThrow('silence');
    await send('b', async () => 'done');
    await send('a', async () => 'done');
    await send('a', async () => 'done');
    expect(sent).toEqual(['a: key 1', 'b: key 2', 'a: key 1', 'a: key 3']);
  });

  it('takes a new one after a refusal', async () => {
    const { sent, send } = attempts();
    await expect(send('a', () => Promise.reject('refused'))).rejects.toBe('refused');
    await send('a', async () => 'done');
    expect(sent).toEqual(['a: key 1', 'a: key 2']);
  });

  it('shares the answer with a second click', async () => {
    const { sent, send } = attempts();
    const [first, second] = await Promise.all([send('a', async () => 'one'), send('a', async () => 'two')]);
    expect({ first, second, sent }).toEqual({ first: 'one', second: 'one', sent: ['a: key 1'] });
  });
});
