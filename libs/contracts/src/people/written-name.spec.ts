import { expect, test } from '@jest/globals';
import { organisationName } from './written-name.ts';

test('an organisation is called in Japanese by its own name only where a Japanese reader can read it', () => {
  const council = { nameLatin: 'Osaka Bay Council', nameLocal: '大阪湾岸協議会' };
  const agency = { nameLatin: 'Aegean Energy Agency', nameLocal: 'Ενεργειακό Γραφείο' };
  const cluster = { nameLatin: 'Neckar Cluster', nameLocal: null };
  const called = (lang: 'en' | 'ja') => [council, agency, cluster].map((one) => organisationName(one, lang));
  expect(called('ja')).toEqual(['大阪湾岸協議会', 'Aegean Energy Agency', 'Neckar Cluster']);
  expect(called('en')).toEqual(['Osaka Bay Council', 'Aegean Energy Agency', 'Neckar Cluster']);
});
