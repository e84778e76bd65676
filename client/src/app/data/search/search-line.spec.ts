import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SearchAnswer, SessionId } from '@musubi/contracts';
import { SEARCH_PAUSE, SearchLine } from './search-line';

const answer = (words: string): SearchAnswer => ({
  sessions: [{ sessionId: words as SessionId, title: { en: words, ja: null, original: 'en' }, startsAt: '' }],
  people: [],
  organisations: [],
  meetings: [],
  meant: [],
});

describe('a line to search with', () => {
  let asked: Map<string, (answer: SearchAnswer | Error) => void>;
  let line: SearchLine;
  const found = () => line.answer()?.sessions[0]?.title.en ?? null;
  const rest = () => jest.advanceTimersByTimeAsync(SEARCH_PAUSE);
  const reply = async (words: string, given: SearchAnswer | Error = answer(words)) => {
    asked.get(words)!(given);
    await jest.advanceTimersByTimeAsync(0);
  };

  beforeEach(() => {
    jest.useFakeTimers();
    asked = new Map();
    line = new SearchLine(
      (words) =>
        new Promise((resolve, reject) => {
          asked.set(words, (given) => (given instanceof Error ? reject(given) : resolve(given)));
        }),
    );
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('asks once the typing rests', async () => {
    line.type('t');
    line.type('ta');
    await rest();
    expect([...asked.keys()]).toEqual(['ta']);
    expect([found(), line.settled()]).toEqual([null, false]);
    await reply('ta');
    expect([found(), line.settled()]).toEqual(['ta', true]);
  });

  it('keeps what it found while it asks anew, and takes only the newest answer', async () => {
    line.type('ta');
    await rest();
    await reply('ta');
    line.type('tan');
    await rest();
    line.type('tana');
    await rest();
    expect([found(), line.settled()]).toEqual(['ta', false]);
    await reply('tana');
    await reply('tan');
    expect([found(), line.settled()]).toEqual(['tana', true]);
  });

  it('shows nothing for nothing, and says when it could not be read', async () => {
    line.type('ta');
    await rest();
    await reply('ta', new Error('offline'));
    expect([found(), line.failed()]).toEqual([null, true]);
    line.type(' ');
    await rest();
    expect([line.answer(), line.failed(), asked.has('')]).toEqual([null, false, false]);
  });
});
