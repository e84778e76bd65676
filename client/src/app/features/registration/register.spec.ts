import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { EventView, Me, RegistrationForm } from '@musubi/contracts';
import { RETRY_PAUSES } from '../../core/api/api';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Login } from '../../core/login/login';
import { aiko, eventId } from '../../../testing/meeting-fixtures';
import { MemoryRows, provideDrafts } from '../../../testing/drafts';
import { provideWords } from '../../../testing/words';
import { Register } from './register';
import { newDraft } from './registration-draft';

const event = {
  eventId,
  slug: 'conference',
  zone: 'Europe/Brussels',
  startsAt: '2027-01-26T06:45:00Z',
  endsAt: '2027-01-27T12:00:00Z',
  title: { en: 'Annual conference', ja: '年次会議', original: 'en' },
} as unknown as EventView;
const form: RegistrationForm = {
  eventId,
  open: true,
  approval: false,
  placesLeft: null,
  consents: [],
  questions: [],
};
const me = { userId: aiko.userId, name: null, zone: aiko.zone, lang: 'ja', grants: [] } as unknown as Me;
const draftKey = `${aiko.userId} register/${eventId}/${aiko.userId}`;

describe('the registration form', () => {
  let http: HttpTestingController;
  let page: HTMLElement;
  let rows: MemoryRows;
  let stable: () => Promise<unknown>;

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await stable();
  };
  const answer = async (path: string, body: object | null): Promise<void> => {
    await settle();
    http.expectOne(`/api${path}`).flush(body);
    await settle();
  };
  const openForm = async (): Promise<void> => {
    await answer(`/events/${eventId}/registration/form`, form);
    await answer(`/events/${eventId}/registration`, null);
  };
  const fields = (): HTMLElement[] => [...page.querySelectorAll<HTMLElement>('musubi-field')];
  const input = (label: string): HTMLInputElement =>
    fields()
      .find((field) => field.querySelector('label')!.textContent!.trim().startsWith(label))!
      .querySelector('input')!;
  const type = async (label: string, text: string): Promise<void> => {
    const field = input(label);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { isComposing: true }));
    await settle();
  };
  const leave = async (label: string): Promise<void> => {
    input(label).dispatchEvent(new FocusEvent('blur'));
    await settle();
  };
  const values = (...labels: string[]): string[] => labels.map((label) => input(label).value);

  beforeEach(async () => {
    rows = new MemoryRows();
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideWords(),
        provideRouter([{ path: ':slug/register', component: Register }]),
        { provide: RETRY_PAUSES, useValue: [] },
        provideDrafts(undefined, rows),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    await TestBed.inject(Words).load('register', 'common', 'problem', 'refusal');
    await TestBed.inject(Words).use('ja');
    TestBed.inject(Login).accept({ me, secondFactor: 'not_needed', demo: false });
    TestBed.inject(Clock).set({ now: '2027-01-12T12:20:00Z', offsetMs: 0 });
  });
  afterEach(() => http.verify());

  const visit = async (): Promise<void> => {
    const harness = await RouterTestingHarness.create('/conference/register');
    stable = () => harness.fixture.whenStable();
    page = harness.routeNativeElement!;
    await answer('/events/conference', event);
  };

  it('shows the form only once it is filled in, so that nothing typed is overwritten by the draft', async () => {
    const draft = newDraft('ja', 'Asia/Tokyo');
    rows.kept.set(draftKey, {
      at: 1,
      value: { ...draft, name: { ...draft.name, givenLocal: '愛子' }, jobTitle: '部長' },
    });
    await visit();
    await answer(`/events/${eventId}/registration/form`, form);
    expect(fields()).toEqual([]);
    await answer(`/events/${eventId}/registration`, null);
    await type('姓', '田中');
    await type('役職', '課長');
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(values('姓', '名', '役職')).toEqual(['田中', '愛子', '課長']);
    expect(rows.kept.get(draftKey)).toMatchObject({
      value: { name: { familyLocal: '田中', givenLocal: '愛子' }, jobTitle: '課長' },
    });
  });

  it('says on the Japanese page of each field whether it is needed, the Japanese name of an organisation first', async () => {
    await visit();
    await openForm();
    expect(fields().map((field) => field.querySelector('label')!.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
      '姓 必須',
      '名 必須',
      'セイ（カタカナ） （任意）',
      'メイ（カタカナ） （任意）',
      '姓（ローマ字） 必須',
      '名（ローマ字） 必須',
      '役職 必須',
      '部署 （任意）',
      '役職（英語表記） （任意）',
      '部署（英語表記） （任意）',
      '団体名（日本語） （任意）',
      '団体名（英語・ローマ字） 必須',
      '種別 必須',
      '地域・都道府県 必須',
    ]);
  });

  it('marks on the English page only what is optional, the Latin name first', async () => {
    await TestBed.inject(Words).use('en');
    await visit();
    await openForm();
    expect(fields().map((field) => field.querySelector('label')!.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
      'Given name',
      'Family name',
      'In katakana, for Japanese partners (optional)',
      'Job title',
      'Department (optional)',
      'Job title in Japanese (optional)',
      'Department in Japanese (optional)',
      'Name',
      'Name in its own script (optional)',
      'Type of organisation',
      'Region or prefecture',
    ]);
  });

  it('turns a reading in hiragana into katakana once its field is left, and suggests the Latin letters', async () => {
    await visit();
    await openForm();
    await type('セイ', 'たなか');
    expect(values('セイ', '姓（ローマ字）')).toEqual(['たなか', 'Tanaka']);
    await leave('セイ');
    expect(values('セイ', '姓（ローマ字）')).toEqual(['タナカ', 'Tanaka']);
  });

  it('asks on the Japanese page for the name in kanji, or in katakana where there is none', async () => {
    await visit();
    await openForm();
    const wrong = async (): Promise<string[]> => {
      page.querySelector<HTMLElement>('button[type=submit]')!.click();
      await settle();
      return fields()
        .filter((field) => field.querySelector('[aria-invalid]'))
        .map((field) => field.querySelector('label')!.firstChild!.textContent!.trim());
    };
    const others = ['役職', '団体名（英語・ローマ字）', '種別', '地域・都道府県'];
    expect(await wrong()).toEqual(['姓', '名', '姓（ローマ字）', '名（ローマ字）', ...others]);
    await type('セイ', 'ヴァイス');
    await type('メイ', 'クララ');
    await type('姓（ローマ字）', 'Weiss');
    await type('名（ローマ字）', 'Clara');
    expect(await wrong()).toEqual(others);
  });

  it('asks for the script that a field is for, in words, and goes on only then', async () => {
    await visit();
    await openForm();
    for (const [label, text] of [
      ['姓', '田中'],
      ['名', '愛子'],
      ['セイ', '田中'],
      ['メイ', 'あいこ'],
      ['姓（ローマ字）', 'タナカ'],
      ['名（ローマ字）', 'Ａｉｋｏ'],
      ['団体名（英語・ローマ字）', 'Ενεργειακό Γραφείο'],
    ] as const) {
      await type(label, text);
    }
    page.querySelector<HTMLElement>('button[type=submit]')!.click();
    await settle();
    const errors = fields().map((field) => [
      field.querySelector('label')!.firstChild!.textContent!.trim(),
      field.querySelector('.error')?.textContent?.trim(),
    ]);
    expect(errors.filter(([, error]) => error).slice(0, 2)).toEqual([
      ['セイ（カタカナ）', 'カタカナでご入力ください（例：タナカ）。漢字やローマ字は使えません。'],
      ['姓（ローマ字）', 'ローマ字でご入力ください（例：Tanaka）。'],
    ]);
    expect(errors.find(([label]) => label === '団体名（英語・ローマ字）')![1]).toBe(
      '英語名またはローマ字でご入力ください。日本語の名称は「団体名（日本語）」の欄にご入力ください。',
    );
  });

  it('asks on the English page for katakana in its one field', async () => {
    await TestBed.inject(Words).use('en');
    await visit();
    await openForm();
    const kana = input('In katakana');
    kana.value = '田中 Aiko';
    kana.dispatchEvent(new Event('change'));
    kana.dispatchEvent(new FocusEvent('blur'));
    await settle();
    expect(kana.closest('musubi-field')!.querySelector('.error')!.textContent!.trim()).toBe(
      'Please write this in katakana: タナカ, クララ・ヴァイス.',
    );
  });
});
