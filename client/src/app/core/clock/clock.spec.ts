import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Clock } from './clock';

describe('domain time', () => {
  let clock: Clock;
  let http: HttpTestingController;

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-23T10:00:00.400Z') });
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    clock = TestBed.inject(Clock);
    http = TestBed.inject(HttpTestingController);
    TestBed.tick();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const shown = () => [
    clock.now().toString({ smallestUnit: 'second' }),
    clock.minute().toString({ smallestUnit: 'minute' }),
  ];

  it('is the server’s, whatever this device says; asked once', async () => {
    const reading = clock.read();
    jest.setSystemTime(Date.parse('2026-11-23T10:00:00.600Z'));
    http.expectOne(({ url }) => url.endsWith('/api/clock')).flush({ now: '2027-01-12T12:20:59.500Z', offsetMs: 1 });
    await reading;
    await clock.read();
    http.expectNone(() => true);
    // Half of the 200 ms that the question took had passed when the server answered.
    expect(shown()).toEqual(['2027-01-12T12:20:59Z', '2027-01-12T12:20Z']);
  });

  it('ticks each second, and jumps when the server moves it', async () => {
    clock.set({ now: '2027-01-12T12:20:58.900Z', offsetMs: 1 });
    await jest.advanceTimersByTimeAsync(2100);
    expect(shown()).toEqual(['2027-01-12T12:21:00Z', '2027-01-12T12:21Z']);
    clock.set({ now: '2027-01-26T08:16:00Z', offsetMs: 1 });
    expect(shown()).toEqual(['2027-01-26T08:16:00Z', '2027-01-26T08:16Z']);
  });

  it('shows times in the person’s zone, unless they chose another for this visit', () => {
    clock.usePersonZone('Asia/Tokyo');
    expect(clock.zone()).toBe('Asia/Tokyo');
    clock.zone.set('Europe/Berlin');
    expect(clock.zone()).toBe('Europe/Berlin');
    clock.usePersonZone('Europe/Paris');
    expect(clock.zone()).toBe('Europe/Paris');
  });
});
