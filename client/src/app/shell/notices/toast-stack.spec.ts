import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { provideWords } from '../../../testing/words';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ToastStack } from './toast-stack';

describe('short news in the corner', () => {
  it('ends a heading where a sentence comes after it, in the language of the page', async () => {
    TestBed.configureTestingModule({
      providers: [provideZonelessChangeDetection(), provideHttpClient(), provideRouter([]), provideWords()],
    });
    const read = async (lang: 'en' | 'ja', text: string, more: string) => {
      const words = TestBed.inject(Words);
      await words.load('common');
      await words.use(lang);
      const toasts = TestBed.inject(Toasts);
      for (const { id } of toasts.all()) toasts.dismiss(id);
      toasts.show({ text, more });
      const fixture = TestBed.createComponent(ToastStack);
      await fixture.whenStable();
      return (fixture.nativeElement as HTMLElement).querySelector('.text')!.textContent!.replaceAll(/\s+/g, ' ').trim();
    };
    expect([
      await read('en', 'You have no “must” left', 'Nothing was changed.'),
      await read('en', 'It is done.', 'Nothing was changed.'),
      await read('en', 'Moved to 09:25 CET', '17:25 JST'),
      await read('ja', '上限に達しています', 'ご回答は変更されていません。'),
    ]).toEqual([
      'You have no “must” left. Nothing was changed.',
      'It is done. Nothing was changed.',
      'Moved to 09:25 CET 17:25 JST',
      '上限に達しています。 ご回答は変更されていません。',
    ]);
  });
});
