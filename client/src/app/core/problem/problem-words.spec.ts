import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { provideWords } from '../../../testing/words';
import { Words } from '../i18n/words';
import { Refusal } from './problem';
import { ProblemWords } from './problem-words';

describe('the words of a refusal', () => {
  it('are general on public pages, and those of commands where their area is loaded', async () => {
    TestBed.configureTestingModule({ providers: [provideWords()] });
    const [words, problems] = [TestBed.inject(Words), TestBed.inject(ProblemWords)];
    await words.load('common', 'problem');
    const title = (code: Refusal['code']) => problems.of(new Refusal({ code })).title;
    expect(title('not_found')).toBe(words.t('problem.not_found.title'));
    // Nothing stands bare on a page that does without them.
    expect(title('meeting.slot_taken')).toBe(words.t('problem.unreadable.title'));
    await words.load('refusal');
    expect(title('meeting.slot_taken')).toBe(words.t('refusal.meeting.slot_taken.title'));
    expect(title('meeting.slot_taken')).not.toContain('refusal.');
  });
});
