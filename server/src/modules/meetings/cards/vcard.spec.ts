import { describe, expect, test } from '@jest/globals';
import type { BusinessCard } from '@musubi/contracts';
import ICAL from 'ical.js';
import { vcard } from './vcard.js';

const aiko: BusinessCard = {
  name: {
    familyLatin: 'Tanaka',
    givenLatin: 'Aiko',
    familyLocal: '田中',
    givenLocal: '愛子',
    familyKana: 'タナカ',
    givenKana: 'アイコ',
  },
  organisation: { nameLatin: 'Osaka Hydrogen, Small Firms', nameLocal: '大阪水素；中小企業' },
  department: '国際課',
  title: '課長',
  address: 'aiko@example.org',
  phone: '+81 6-1234-5678',
  website: 'https://example.org/a;b',
};
const lines = (text: string) => text.replaceAll('\r\n ', '').trimEnd().split('\r\n');

describe('version 3.0', () => {
  test('to a Japanese reader: name in its script, with its reading to sort by', () => {
    expect(lines(vcard(aiko, '3.0', 'ja'))).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:田中 愛子',
      'N:田中;愛子;;;',
      'X-PHONETIC-LAST-NAME:タナカ',
      'X-PHONETIC-FIRST-NAME:アイコ',
      'SORT-STRING:タナカ アイコ',
      'NOTE:Aiko Tanaka',
      'ORG:大阪水素；中小企業;国際課',
      'TITLE:課長',
      'EMAIL;TYPE=work:aiko@example.org',
      'TEL;TYPE=work:+81 6-1234-5678',
      'URL:https://example.org/a;b',
      'END:VCARD',
    ]);
  });

  test('to an English reader: name in Latin letters, its own script beside it', () => {
    expect(lines(vcard(aiko, '3.0', 'en')).slice(2, 6)).toEqual([
      'FN:Aiko Tanaka',
      'N:Tanaka;Aiko;;;',
      'NOTE:田中 愛子 (タナカ アイコ)',
      String.raw`ORG:Osaka Hydrogen\, Small Firms;国際課`,
    ]);
  });
});

test('version 4.0 carries the name in both scripts', () => {
  expect(lines(vcard(aiko, '4.0', 'en')).slice(1, 6)).toEqual([
    'VERSION:4.0',
    'FN;LANGUAGE=ja;ALTID=1:田中 愛子',
    'N;LANGUAGE=ja;ALTID=1;SORT-AS="タナカ,アイコ":田中;愛子;;;',
    'FN;LANGUAGE=en;ALTID=1:Aiko Tanaka',
    'N;LANGUAGE=en;ALTID=1:Tanaka;Aiko;;;',
  ]);
});

test.each(['3.0', '4.0'] as const)(
  'version %s is read back, and what somebody typed adds no line of its own',
  (version) => {
    const typed = 'Head\r\nTEL:+1 666\nEND:VCARD; a\\b, c';
    const text = vcard({ ...aiko, title: typed, phone: null, website: null, department: null }, version, 'en');
    const read = new ICAL.Component(ICAL.parse(text) as never);
    expect([read.getFirstPropertyValue('title'), read.getAllProperties('tel')]).toEqual([
      'Head TEL:+1 666 END:VCARD; a\\b, c',
      [],
    ]);
    expect(text.match(/END:VCARD\r\n/g)).toHaveLength(1);
  },
);

test('lines are folded between characters, 75 octets at the most, and what says that they go on', () => {
  const text = vcard({ ...aiko, title: '長'.repeat(100) }, '3.0', 'ja');
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 76)).toBe(true);
  expect(lines(text)).toContain(`TITLE:${'長'.repeat(100)}`);
});
