import { describe, expect, it } from '@jest/globals';
import type { EventId, OrganisationCard, RegistrationForm, RegistrationView } from '@musubi/contracts';
import { emptyName } from '../../ui/people/name-fields';
import { draftOf, fieldOf, missing, newDraft, toInput } from './registration-draft';

const form: RegistrationForm = {
  eventId: 'e' as EventId,
  open: true,
  approval: false,
  placesLeft: null,
  consents: [
    { purpose: 'directory', version: 1, title: { en: '', ja: '' }, text: { en: '', ja: '' } },
    { purpose: 'recording', version: 3, title: { en: '', ja: '' }, text: { en: '', ja: '' } },
  ],
  questions: [
    { key: 'aim', kind: 'choice', required: true, label: { en: '', ja: '' }, choices: [] },
    { key: 'wish', kind: 'text', required: false, label: { en: '', ja: '' }, choices: [] },
  ],
};
const empty = newDraft('en', 'Europe/Berlin');

describe('a registration being filled in', () => {
  it('starts with every consent off and nobody finding the person', () => {
    expect(toInput(empty, form).consents).toEqual([
      { purpose: 'directory', version: 1, given: false },
      { purpose: 'recording', version: 3, given: false },
    ]);
    expect(empty.directory).toBe('nobody');
  });

  it('shows titles in the language of the page first, and sends both', () => {
    const view = {
      ...{ name: emptyName, organisation: {}, consents: [], answers: {} },
      ...{ jobTitle: '課長', jobTitleOther: 'Director', department: '国際課', departmentOther: null },
    } as unknown as RegistrationView;
    const titles = ({ jobTitle, jobTitleOther, department, departmentOther }: ReturnType<typeof draftOf>) => [
      [jobTitle, jobTitleOther],
      [department, departmentOther],
    ];
    expect(titles(draftOf(view, 'ja'))).toEqual([
      ['課長', 'Director'],
      ['国際課', ''],
    ]);
    expect(titles(draftOf(view, 'en'))).toEqual([
      ['Director', '課長'],
      ['国際課', ''],
    ]);
    expect(toInput({ ...empty, jobTitle: '課長', jobTitleOther: ' Director ' }, form)).toMatchObject({
      jobTitle: '課長',
      jobTitleOther: 'Director',
      departmentOther: null,
    });
  });

  it('names what is missing in the order of the form', () => {
    expect(missing(empty, form, 1, 'en')).toEqual([
      'givenLatin',
      'familyLatin',
      'jobTitle',
      'organisation',
      'organisationKind',
      'region',
    ]);
    expect(missing({ ...empty, workingLanguages: [] }, form, 2, 'en')).toEqual(['workingLanguages', 'answer:aim']);
  });

  it('counts a name in another script than its field is for as missing', () => {
    const name = {
      givenLatin: 'Aiko',
      familyLatin: '田中',
      givenLocal: '',
      familyLocal: '',
      givenKana: 'あいこ',
      familyKana: 'Ta',
    };
    const draft = {
      ...empty,
      name,
      jobTitle: 'Director',
      organisationName: 'Ενέργεια',
      organisationKind: 'agency' as const,
      regionCode: 'EL30',
    };
    expect(missing(draft, form, 1, 'en')).toEqual(['familyKana', 'familyLatin', 'organisation']);
    expect(missing({ ...draft, organisation: {} as OrganisationCard }, form, 1, 'en')).toEqual([
      'familyKana',
      'familyLatin',
    ]);
  });

  it('sends what was typed, trimmed, and the zone of the region of a new organisation', () => {
    const draft = {
      ...empty,
      name: { ...emptyName, givenLatin: ' Aiko ', familyLatin: 'Tanaka', familyLocal: '田中', givenLocal: '愛子' },
      jobTitle: 'Director',
      organisationName: 'Osaka Bay Green Industry Council',
      organisationKind: 'cluster' as const,
      regionCode: 'JP-27',
      directory: 'participants' as const,
      given: ['recording' as const],
      answers: { aim: 'partners', wish: ' ' },
    };
    expect(missing(draft, form, 1, 'en')).toEqual([]);
    expect(toInput(draft, form)).toMatchObject({
      name: {
        givenLatin: 'Aiko',
        familyLatin: 'Tanaka',
        familyLocal: '田中',
        givenLocal: '愛子',
        familyKana: null,
        givenKana: null,
      },
      organisation: { choose: 'new', organisation: { kind: 'cluster', regionCode: 'JP-27', zone: 'Asia/Tokyo' } },
      consents: [
        { purpose: 'directory', version: 1, given: true },
        { purpose: 'recording', version: 3, given: true },
      ],
      answers: { aim: 'partners' },
      accessNeeds: null,
    });
  });

  it('finds the field of a refused path', () => {
    expect(
      ['name.familyLatin', 'name.givenKana', 'organisation.organisation.regionCode', 'answers.aim', 'zone'].map(
        fieldOf,
      ),
    ).toEqual(['familyLatin', 'givenKana', 'region', 'answer:aim', null]);
  });
});
