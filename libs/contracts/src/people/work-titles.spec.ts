import { describe, expect, it } from '@jest/globals';
import { departmentIn, jobTitleIn, workTitle } from './work-titles.ts';

const both = {
  jobTitle: '課長',
  jobTitleOther: 'Director',
  department: '国際課',
  departmentOther: 'International Division',
};

describe('titles in two languages', () => {
  it('are read in the reader’s language, whichever was written first', () => {
    const turned = { ...both, jobTitle: 'Director', jobTitleOther: '課長' };
    expect([both, turned].map((one) => [jobTitleIn(one, 'en'), jobTitleIn(one, 'ja')])).toEqual([
      ['Director', '課長'],
      ['Director', '課長'],
    ]);
    expect([departmentIn(both, 'en'), departmentIn(both, 'ja')]).toEqual(['International Division', '国際課']);
  });

  it('are read as they are where there is one alone, and not at all where there is none', () => {
    const one = { jobTitle: '課長', department: null };
    expect([jobTitleIn(one, 'en'), departmentIn(one, 'en')]).toEqual(['課長', null]);
    expect(jobTitleIn({ ...one, jobTitle: null, jobTitleOther: 'Director' }, 'ja')).toBe('Director');
  });

  it('stand with the department in the order of the language', () => {
    expect([
      workTitle(both, 'en'),
      workTitle(both, 'ja'),
      workTitle({ jobTitle: '国際課長', department: '国際課' }, 'ja'),
      workTitle({ jobTitle: null, department: null }, 'en'),
    ]).toEqual(['Director, International Division', '国際課 課長', '国際課長', '']);
  });
});
