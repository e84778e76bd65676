import { beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { aiko, clara, eventId } from '../../../testing/meeting-fixtures';
import { provideWords } from '../../../testing/words';
import { Words } from '../../core/i18n/words';
import { Behalf } from '../../core/login/behalf';
import { Acting } from './acting';

describe('for whom one acts', () => {
  let acting: Acting;
  let http: HttpTestingController;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const answer = async (what: 'assistants' | 'delegation', body: object): Promise<void> => {
    http.expectOne(`/api/events/${eventId}/${what}`).flush(body);
    await settle();
  };
  const others = [{ state: 'active', principal: aiko }];

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideZonelessChangeDetection(), provideHttpClient(), provideHttpClientTesting(), provideWords()],
    });
    await TestBed.inject(Words).load('delegation', 'meetings');
    acting = TestBed.inject(Acting);
    http = TestBed.inject(HttpTestingController);
    acting.show(eventId);
    await settle();
  });

  it('is chosen as soon as it can be read, before all of the delegation is', async () => {
    await answer('assistants', { mine: [], colleagues: [], others });
    expect(acting.options()).toEqual([{ value: 'aiko', label: 'for Aiko Tanaka' }]);
    acting.choose('aiko');
    expect(TestBed.inject(Behalf).of()).toEqual({ participantId: 'aiko', name: aiko.name, eventId });
    await answer('delegation', { eventId, members: [{ participant: clara }, { participant: aiko }] });
    expect(acting.current()).toBe('aiko');
    acting.choose('');
    expect(acting.current()).toBe('');
  });

  it('ends with whoever wants it no longer', async () => {
    await answer('assistants', { mine: [], colleagues: [], others });
    await answer('delegation', { eventId, members: [] });
    acting.choose('aiko');
    acting.show(eventId);
    await answer('assistants', { mine: [], colleagues: [], others: [{ state: 'asked', principal: aiko }] });
    await answer('delegation', { eventId, members: [] });
    expect(acting.current()).toBe('');
  });
});
