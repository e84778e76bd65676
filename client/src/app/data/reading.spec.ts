import { describe, expect, it } from '@jest/globals';
import { Reading } from './reading';
import { Refusal } from '../core/problem/problem';

/** A source whose answers the spec gives one by one. */
function source(): {
  reading: Reading<string>;
  answer: (text: string) => Promise<void>;
  fail: () => Promise<void>;
  asked: () => number;
} {
  const waiting: { done: (text: string) => void; fail: (error: unknown) => void }[] = [];
  let asked = 0;
  const reading = new Reading<string>(() => {
    asked += 1;
    return new Promise<string>((done, fail) => waiting.push({ done, fail }));
  });
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
  return {
    reading,
    asked: () => asked,
    answer: (text) => (waiting.shift()!.done(text), settle()),
    fail: () => (waiting.shift()!.fail(new Refusal({ code: 'offline' })), settle()),
  };
}

describe('a reading', () => {
  it('is loading, then here, and stays here while it is read again', async () => {
    const { reading, answer } = source();
    void reading.refresh();
    expect([reading.loading(), reading.reading(), reading.value()]).toEqual([true, true, null]);
    await answer('one');
    expect([reading.loading(), reading.reading(), reading.value()]).toEqual([false, false, 'one']);
    void reading.refresh();
    expect([reading.loading(), reading.reading(), reading.value()]).toEqual([false, true, 'one']);
  });

  it('asks once more, and only once, for all that came while it was asking', async () => {
    const { reading, answer, asked } = source();
    void reading.refresh();
    void reading.refresh();
    void reading.refresh();
    await answer('old');
    expect([asked(), reading.value()]).toEqual([2, null]);
    await answer('new');
    expect([asked(), reading.value(), reading.reading()]).toEqual([2, 'new', false]);
  });

  it('keeps what it had when a later reading fails, and says why', async () => {
    const { reading, answer, fail } = source();
    void reading.refresh();
    await fail();
    expect([reading.failed()?.code, reading.loading()]).toEqual(['offline', false]);
    void reading.refresh();
    await answer('one');
    void reading.refresh();
    await fail();
    expect([reading.value(), reading.failed(), reading.refusal()?.code]).toEqual(['one', null, 'offline']);
  });

  it('drops an answer that comes after it was reset', async () => {
    const { reading, answer } = source();
    void reading.refresh();
    reading.reset();
    await answer('late');
    expect(reading.value()).toBeNull();
  });

  it('asks once at a time, also where a reading from before the reset answers in between', async () => {
    const { reading, answer, asked } = source();
    void reading.refresh();
    reading.reset();
    void reading.refresh();
    await answer('late');
    void reading.refresh();
    expect(asked()).toBe(2);
    await answer('new');
    await answer('newer');
    expect([asked(), reading.value()]).toEqual([3, 'newer']);
  });
});
