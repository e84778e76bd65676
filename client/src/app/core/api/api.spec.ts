import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { asRefusal } from '../problem/problem';
import { Api, RETRY_PAUSES } from './api';
import { BASE_PATH } from './base-path';

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('the way to the API', () => {
  let api: Api;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: BASE_PATH, useValue: '/musubi/' },
        { provide: RETRY_PAUSES, useValue: [0, 0] },
      ],
    });
    api = TestBed.inject(Api);
    http = TestBed.inject(HttpTestingController);
  });

  const key = ({ request }: TestRequest) => request.headers.get('idempotency-key');

  it('writes addresses below the base path, without empty values', () => {
    expect(api.url('/organisations', { search: 'a b', region: '', kind: ['x', 'y'], page: undefined })).toBe(
      '/musubi/api/organisations?search=a+b&kind=x&kind=y',
    );
  });

  it('sends a command again under the same key while nobody answers', async () => {
    const sent = api.post('/meetings', { slot: 1 });
    const keys: (string | null)[] = [];
    for (const answer of ['silence', 'gateway', 'done'] as const) {
      const request = http.expectOne('/musubi/api/meetings');
      keys.push(key(request));
      if (answer === 'silence') request.error(new ProgressEvent('error'));
      if (answer === 'gateway') request.flush('<html>', { status: 502, statusText: 'Bad gateway' });
      if (answer === 'done') request.flush({ meetingId: 'm' });
      await soon();
    }
    expect(await sent).toEqual({ meetingId: 'm' });
    expect(new Set(keys).size).toBe(1);
  });

  it('keeps the key for "Send again", and takes a new one for another command', async () => {
    const fail = async () => {
      const sent = api.post('/meetings', { slot: 1 }).catch(asRefusal);
      const keys: (string | null)[] = [];
      for (let turn = 0; turn < 3; turn++) {
        const request = http.expectOne('/musubi/api/meetings');
        keys.push(key(request));
        request.error(new ProgressEvent('error'));
        await soon();
      }
      expect((await sent) as unknown).toMatchObject({ code: 'offline', passing: true });
      return keys[0];
    };
    const first = await fail();
    const again = api.post('/meetings', { slot: 1 });
    const repeated = http.expectOne('/musubi/api/meetings');
    const other = api.post('/meetings', { slot: 2 });
    const another = http.expectOne('/musubi/api/meetings');
    repeated.flush({});
    another.flush({});
    await Promise.all([again, other]);
    expect({ repeated: key(repeated), another: key(another) }).toEqual({
      repeated: first,
      another: expect.not.stringMatching(first!),
    });
  });

  it('takes a refusal for an answer', async () => {
    const sent = api.post('/accept', { slotId: 's' }).catch(asRefusal);
    http.expectOne('/musubi/api/accept').flush(
      {
        type: 'about:blank',
        title: 'taken',
        status: 409,
        code: 'meeting.slot_taken',
        instance: '7F3K-20Q',
        data: { slotId: 's' },
      },
      { status: 409, statusText: 'Conflict' },
    );
    expect(await sent).toMatchObject({
      code: 'meeting.slot_taken',
      status: 409,
      reference: '7F3K-20Q',
      data: { slotId: 's' },
      passing: false,
    });
    http.verify();
  });
});
