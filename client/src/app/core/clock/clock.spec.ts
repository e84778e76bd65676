import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Api } from '../api/api';
import { Clock } from './clock';

const now = '2027-01-26T08:16:00.000Z';

describe('Clock', () => {
  afterEach(() => void jest.useRealTimers());

  it('stands at whole milliseconds, however long the answer took', async () => {
    jest.useFakeTimers({ now: 1_000_000 });
    for (const delay of [0, 1, 2, 3]) {
      TestBed.resetTestingModule();
      TestBed.configureTestingModule({
        providers: [
          provideZonelessChangeDetection(),
          {
            provide: Api,
            useValue: {
              get: () => {
                jest.setSystemTime(Date.now() + delay);
                return Promise.resolve({ now, offsetMs: 0 });
              },
            },
          },
        ],
      });
      const clock = TestBed.inject(Clock);
      await clock.read();
      const halfway = clock.now().epochMilliseconds - Date.parse(now);
      expect(Math.abs(halfway - delay / 2)).toBeLessThanOrEqual(0.5);
    }
  });
});
