import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Me } from '@musubi/contracts';
import { aiko } from '../../../testing/meeting-fixtures';
import { provideDrafts } from '../../../testing/drafts';
import { provideWords } from '../../../testing/words';
import { Words } from '../../core/i18n/words';
import { Login } from '../../core/login/login';
import { Account } from './account';

const me = { userId: aiko.userId, name: aiko.name, zone: 'Asia/Tokyo', lang: 'ja', grants: [] } as unknown as Me;

describe('one’s own names', () => {
  let root: HTMLElement;
  let stable: () => Promise<unknown>;
  const accept = async (changed: Partial<Me>): Promise<void> => {
    TestBed.inject(Login).accept({ me: { ...me, ...changed }, secondFactor: 'not_needed', demo: false });
    await stable();
  };
  const family = (): HTMLInputElement => root.querySelector<HTMLInputElement>('musubi-name-fields input')!;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(),
        provideDrafts(),
      ],
    });
    await TestBed.inject(Words).load('account', 'cards', 'common', 'problem', 'refusal');
    await TestBed.inject(Words).use('ja');
    stable = () => Promise.resolve();
    await accept({});
    const fixture = TestBed.createComponent(Account);
    root = fixture.nativeElement as HTMLElement;
    stable = () => fixture.whenStable();
    await stable();
  });

  it('stay as they are typed while zone or language of the account change, and follow when the name itself does', async () => {
    expect(family().value).toBe('田中');
    family().value = '中田';
    family().dispatchEvent(new Event('input'));
    await accept({ zone: 'Europe/Brussels', name: { ...aiko.name } });
    expect(family().value).toBe('中田');
    await accept({ name: { ...aiko.name, familyLocal: '佐藤' } });
    expect(family().value).toBe('佐藤');
  });

  it('are asked for in the script of their field', async () => {
    const inputs = [...root.querySelectorAll<HTMLInputElement>('musubi-name-fields input')];
    for (const [at, text] of [
      [2, '田中'],
      [5, 'アイコ'],
    ] as const) {
      inputs[at]!.value = text;
      inputs[at]!.dispatchEvent(new Event('input'));
    }
    root.querySelector<HTMLElement>('form button[type=submit]')!.click();
    await stable();
    expect([...root.querySelectorAll('musubi-name-fields .error')].map((error) => error.textContent!.trim())).toEqual([
      'カタカナでご入力ください（例：タナカ）。漢字やローマ字は使えません。',
      'ローマ字でご入力ください（例：Tanaka）。',
    ]);
  });
});
