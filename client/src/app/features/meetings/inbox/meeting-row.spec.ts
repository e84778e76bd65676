import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { ChangeDetectionStrategy, Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Lang } from '@musubi/contracts';
import { meeting, planB, request, slot } from '../../../../testing/meeting-fixtures';
import { provideWords } from '../../../../testing/words';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { inboxOf, type InboxEntry } from '../../../data/meetings/inbox/inbox';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { MeetingRow } from './meeting-row';

const now = '2027-01-20T08:16:00Z';
const asked = request({
  reason: '会員企業の実証に協力いただけますか。',
  slots: [slot('2027-01-26T08:25:00Z', false), slot('2027-01-26T09:15:00Z'), slot('2027-01-27T08:00:00Z')],
});

@Component({
  imports: [MeetingRow],
  template: `<ul>
    <li musubi-meeting-row [entry]="entry()" base="/app" zone="Europe/Berlin"></li>
  </ul>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly entry = signal<InboxEntry>(inboxOf([asked], [], Temporal.Instant.from(now)).waiting[0]!);
}

describe('a row of the list', () => {
  let root: HTMLElement;
  const open = async (lang: Lang, entry?: InboxEntry): Promise<void> => {
    await TestBed.inject(Words).use(lang);
    const fixture = TestBed.createComponent(Page);
    if (entry) fixture.componentInstance.entry.set(entry);
    root = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  };
  const read = (selector: string): string[] =>
    [...root.querySelectorAll(selector)].map((one) => one.textContent!.replace(/\s+/g, ' ').trim());

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(),
      ],
    });
    await TestBed.inject(Words).load('meetings', 'common', 'problem', 'refusal');
    TestBed.inject(Clock).set({ now, offsetMs: 0 });
    TestBed.inject(Clock).usePersonZone('Europe/Berlin');
  });

  it('says where a meeting is held instead, and leads there', async () => {
    const held = meeting({ planB: planB() });
    TestBed.inject(Clock).set({ now: '2027-01-26T08:20:00Z', offsetMs: 0 });
    await open('en', inboxOf([], [held], Temporal.Instant.from('2027-01-26T08:20:00Z')).confirmed[0]!);
    expect(read('.moves')).toEqual(['Elsewhere: meet.example']);
    expect(read('musubi-entry-actions a')).toEqual(['Meet at meet.example opens another page', 'Enter']);
    expect(root.querySelector('musubi-entry-actions a')!.getAttribute('href')).toBe('https://meet.example/osaka');
  });

  it('shows every proposed time on both clocks, and which of them is gone', async () => {
    await open('en');
    expect(read('.whens li')).toEqual([
      'Tue 26 09:25 CET just taken',
      'Tue 26 10:15 CET 18:15 JST',
      'Wed 27 09:00 CET 17:00 JST',
    ]);
  });

  it('shows one time once it is agreed', async () => {
    await open('en', inboxOf([], [meeting()], Temporal.Instant.from(now)).confirmed[0]);
    expect([read('.whens li'), read('.when')]).toEqual([[], ['Tue 26 09:25 CET 17:25 JST']]);
  });

  it('says once that it is cancelled, and that the organisers took their plan back', async () => {
    const back = meeting({ state: 'cancelled', cancelledBy: null, cancelledBecause: 'plan-taken-back' });
    const entry = inboxOf([], [back], Temporal.Instant.from(now)).ended[0]!;
    // New to the reader.
    Object.assign(TestBed.inject(MeetingsStore), { changed: () => new Map([[entry.key, 'changed']]) });
    await open('en', entry);
    expect([read('.moves'), read('.change'), read('musubi-state')]).toEqual([
      ['The organisers took the plan back.'],
      [],
      ['Cancelled'],
    ]);
    expect(root.textContent!.match(/Cancelled/g)).toHaveLength(1);
  });

  it('names on each button whom it is about, after the words one sees', async () => {
    await open('en');
    const names = () => [...root.querySelectorAll('button')].map((one) => one.getAttribute('aria-label'));
    expect(names()).toEqual(['Choose one of 2 times: Aiko Tanaka', 'Other time: Aiko Tanaka', 'Decline: Aiko Tanaka']);
    await TestBed.inject(Words).use('ja');
    await open('ja');
    expect(names()).toEqual(['候補2件から選ぶ：田中 愛子様', '別の日時：田中 愛子様', '辞退する：田中 愛子様']);
  });

  it('says in which language the reason is written, where the page is in another', async () => {
    await open('en');
    expect(read('musubi-passage')).toEqual(['会員企業の実証に協力いただけますか。 Written in Japanese']);
    await open('ja');
    expect(read('musubi-passage')).toEqual(['会員企業の実証に協力いただけますか。']);
  });
});
