import { beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { provideWords } from '../../../../testing/words';
import { Words } from '../../../core/i18n/words';
import { zoneInWords } from './zone-words';

describe('a clock in a sentence', () => {
  const winter = Temporal.Instant.from('2027-01-26T08:00:00Z');
  const summer = Temporal.Instant.from('2026-06-26T08:00:00Z');
  let words: Words;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideWords()] });
    words = TestBed.inject(Words);
    await words.load('programme');
  });

  it('is named as each language names it', async () => {
    const named = () => [
      zoneInWords(words, 'Asia/Tokyo', winter),
      zoneInWords(words, 'Europe/Brussels', summer),
      zoneInWords(words, 'Europe/Athens', winter),
      zoneInWords(words, 'UTC', winter),
    ];
    await words.use('ja');
    expect(named()).toEqual(['日本時間（JST）', '欧州時間（CEST）', 'アテネ時間（EET）', '協定世界時（UTC）']);
    await words.use('en');
    expect(named()).toEqual(['Tokyo JST', 'Brussels CEST', 'Athens EET', 'UTC']);
  });
});
