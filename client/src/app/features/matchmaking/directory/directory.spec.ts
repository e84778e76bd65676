import { describe, expect, it } from '@jest/globals';
import { HttpTestingController } from '@angular/common/http/testing';
import { type Provider, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { DirectoryOrganisations, DirectoryPeople, SavedFilter } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { everybody } from '../../../data/directory/directory-filter';
import { ParticipantsStore } from '../../../data/registration/participants-store';
import { CurrentEvent } from '../../../data/events/current-event';
import { aiko, clara, eventId } from '../../../../testing/meeting-fixtures';
import { type Answers, openPage } from '../../../../testing/open-page';
import { Directory } from './directory';

const facets = {
  side: [
    { value: 'jp', count: 2 },
    { value: 'eu', count: 1 },
  ],
  place: [
    { value: 'JP-27', count: 2 },
    { value: 'DE', count: 1 },
  ],
  ...{ kind: [], language: [{ value: 'ja', count: 2 }], dimension: [], opportunity: [] },
  ...{ region: [], topic: [], form: [], stage: [], novelty: [], target: [], framework: [] },
  notMet: 1,
};
const person = { opportunities: [], inTouch: false, dismissed: false };
const people: DirectoryPeople = {
  ...{ total: 3, similar: false, meant: [], next: 'page-2', facets },
  people: [
    { ...aiko, ...person, dismissed: true },
    { ...clara, ...person, inTouch: true },
  ],
};
const saved: SavedFilter = {
  filterId: 'kansai' as SavedFilter['filterId'],
  name: 'Kansai',
  filter: { ...everybody, side: ['jp'] },
  savedAt: '2027-01-12T12:00:00Z',
};
const directory = `/events/${eventId}/directory`;
const path = `${directory}?lang=en`;

const open = (answers: Answers, inputs: object = {}, ...more: Provider[]) =>
  openPage(Directory, {
    words: ['directory', 'meetings', 'match'],
    at: '2027-01-12T12:00:00Z',
    inputs: { base: '/app/events/conference', ...inputs },
    answers: { '/me/directory-filters': [], ...answers },
    providers: [{ provide: CurrentEvent, useValue: { event: signal({ eventId, slug: 'conference' }) } }, ...more],
  });

describe('the directory', () => {
  it('shows who was found, what each choice would show, and that more can be asked for', async () => {
    const page = await open({ [path]: people });
    expect(page.text()).toContain('3 people');
    expect(
      [...page.element.querySelectorAll('.check')].map((one) => one.textContent.replace(/\s+/g, ' ').trim()),
    ).toEqual(['No request or meeting yet 1', 'Japan 2', 'EU 1', 'Japanese 2', 'Osaka 2', 'Germany 1']);
    expect(page.links()).toEqual([
      'Request a meeting with Aiko Tanaka',
      'In touch with Clara Weiss: see your meetings',
    ]);
    expect(page.buttons()).toContain('Undo: suggest Aiko Tanaka to me again');
    expect(page.buttons()).toContain('Show more');
  });

  it('is read anew in the order of the other language', async () => {
    const page = await open({ [path]: people });
    await TestBed.inject(Words).use('ja');
    await page.settle();
    const [again] = TestBed.inject(HttpTestingController).match(
      ({ urlWithParams }) => urlWithParams === `/api${directory}?lang=ja`,
    );
    expect(again).toBeDefined();
    again!.flush(people);
    await page.settle();
    expect(page.text()).toContain('大阪湾岸グリーン産業協議会（大阪府）');
    expect(page.text()).toContain('まだやり取りのない方');
  });

  it('asks anew for a choice, with those that are set, and offers to keep them', async () => {
    const page = await open({ [path]: people });
    const boxes = [...page.element.querySelectorAll<HTMLInputElement>('.check input')];
    for (const box of [boxes[0]!, boxes[1]!]) {
      box.click();
      await page.settle();
    }
    expect(page.text()).not.toContain('Save this filter as');
    await page.press('Save this filter');
    expect(page.text()).toContain('Save this filter as');
    expect(page.buttons()).toContain('Clear all');
  });

  it('puts the sheet of its filter away when the focus goes on to the list', async () => {
    const page = await open({ [path]: people });
    const sheet = page.element.querySelector<HTMLElement>('form[popover]')!;
    const closed: string[] = [];
    sheet.hidePopover = () => closed.push('closed');
    const [first, second] = sheet.querySelectorAll<HTMLElement>('.check input');
    first!.focus();
    second!.focus();
    expect(closed).toEqual([]);
    page.element.querySelector<HTMLElement>('.list a')!.focus();
    expect(closed).toEqual(['closed']);
  });

  it('sets a filter that was kept', async () => {
    const page = await open({ [path]: people, '/me/directory-filters': [saved] });
    await page.press('Kansai');
    expect(page.element.querySelector('.chip')!.getAttribute('aria-pressed')).toBe('true');
    expect(page.buttons()).toContain('Delete the filter Kansai');
    expect(page.text()).not.toContain('Save this filter as');
  });

  it('says that nobody is spelt as asked', async () => {
    const similar = await open({ [path]: { ...people, similar: true, meant: ['Fuji', 'Fujii'] } });
    expect(similar.text()).toContain('These are spelt similarly. Shown for: Fuji, Fujii.');
  });

  it('says when nobody is found', async () => {
    const empty = await open({ [path]: { ...people, total: 0, people: [], next: null } });
    expect(empty.text()).toContain('Nobody foundTry fewer letters');
  });

  it('offers to try again after a refusal', async () => {
    const refused = await open({ [path]: 500 });
    expect(refused.buttons()).toContain('Try again');
    await refused.answer({ [path]: people });
    await refused.press('Try again');
    expect(refused.text()).toContain('3 people');
  });

  it('shows organisations with their people', async () => {
    const organisations: DirectoryOrganisations = {
      ...{ total: 1, similar: false, meant: [], next: null, facets },
      organisations: [
        {
          organisation: aiko.organisation,
          people: [{ participantId: aiko.participantId, name: aiko.name, jobTitle: 'Director' }],
          peopleTotal: 4,
          opportunities: [],
        },
      ],
    };
    const page = await open({ [path]: people, [`${directory}/organisations?lang=en`]: organisations });
    await page.press('Organisations');
    expect(page.text()).toContain('One organisation');
    expect(page.text()).toContain(aiko.organisation.nameLatin);
    expect(page.text()).toContain('and 3 more');
    expect(page.links()).toEqual(['Request a meeting with Aiko Tanaka']);
  });

  it('says who is a colleague, whom one need not ask', async () => {
    const me = signal({ organisation: aiko.organisation });
    const page = await open({ [path]: people }, {}, { provide: ParticipantsStore, useValue: { me } });
    expect(page.links()).toEqual(['In touch with Clara Weiss: see your meetings']);
    expect(page.text()).toContain('Your colleague');
    me.set({ organisation: clara.organisation });
    await page.settle();
    expect(page.links()).toContain('Request a meeting with Aiko Tanaka');
  });

  it('lets nobody be asked once the event is over', async () => {
    const page = await open({ [path]: people }, { closed: true });
    expect(page.links()).toEqual(['In touch with Clara Weiss: see your meetings']);
  });
});
