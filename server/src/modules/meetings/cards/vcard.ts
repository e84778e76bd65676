import { type BusinessCard, type Lang, writeName } from '@musubi/contracts';
import ICAL from 'ical.js';
import { oneLine } from '../../../platform/index.js';

type Value = string | string[];

/**
 * A business card as address books read it. 3.0 is what Outlook, iPhone and Android take: its name is in the reader's script,
 * with the reading for sorting where the reader sorts by it, and the other script in the note. 4.0 carries both scripts (RFC
 * 6350: ALTID, LANGUAGE, SORT-AS).
 */
export function vcard(card: BusinessCard, version: '3.0' | '4.0', reader: Lang): string {
  const component = new ICAL.Component(version === '3.0' ? 'vcard3' : 'vcard');
  // ical.js tells the versions apart by this name only while it is made.
  component.jCal[0] = 'vcard';
  const add = (name: string, value: Value, parameters: Record<string, Value> = {}) => {
    const property = new ICAL.Property(name, component);
    for (const [key, of] of Object.entries(parameters)) property.setParameter(key, of as never);
    if (Array.isArray(value)) property.setValue(value.map(oneLine) as never);
    else property.setValue(oneLine(value));
    component.addProperty(property);
  };
  add('version', version);
  if (version === '3.0') addNameIn(reader, card, add);
  else addNames(card, add);
  addOrganisation(card, reader, add);
  return `${component.toString()}\r\n`;
}

type Add = (name: string, value: Value, parameters?: Record<string, Value>) => void;

/** Family name, given name; then additional names, prefixes and suffixes, which nobody was asked for. */
const parts = (family: string, given: string) => [family, given, '', '', ''];

function addNameIn(reader: Lang, { name }: BusinessCard, add: Add): void {
  const written = writeName(name, reader, { honorific: false });
  const isLocal = written.firstLang === 'ja' && name.familyLocal !== null && name.givenLocal !== null;
  add('fn', written.first);
  add('n', isLocal ? parts(name.familyLocal!, name.givenLocal!) : parts(name.familyLatin, name.givenLatin));
  if (reader === 'ja' && name.familyKana && name.givenKana) {
    add('x-phonetic-last-name', name.familyKana);
    add('x-phonetic-first-name', name.givenKana);
    add('sort-string', `${name.familyKana} ${name.givenKana}`);
  }
  const kana = [name.familyKana, name.givenKana].filter(Boolean).join(' ');
  const local = [name.familyLocal, name.givenLocal].filter(Boolean).join(' ');
  const latin = `${name.givenLatin} ${name.familyLatin}`;
  const other = isLocal ? latin : local && `${local}${kana ? ` (${kana})` : ''}`;
  if (other) add('note', other);
}

function addNames({ name }: BusinessCard, add: Add): void {
  const latin = { language: 'en', altid: '1' };
  const { familyLocal, givenLocal, familyKana, givenKana } = name;
  if (familyLocal && givenLocal) {
    const local = { language: 'ja', altid: '1' };
    const reading: Record<string, string> =
      familyKana && givenKana ? { 'sort-as': [familyKana, givenKana].join(',') } : {};
    add('fn', writeName(name, 'ja', { honorific: false }).first, local);
    add('n', parts(familyLocal, givenLocal), { ...local, ...reading });
  }
  add('fn', `${name.givenLatin} ${name.familyLatin}`, latin);
  add('n', parts(name.familyLatin, name.givenLatin), latin);
}

function addOrganisation(card: BusinessCard, reader: Lang, add: Add): void {
  const { nameLatin, nameLocal } = card.organisation;
  const organisation = reader === 'ja' && nameLocal ? nameLocal : nameLatin;
  add('org', card.department ? [organisation, card.department] : [organisation]);
  if (card.title) add('title', card.title);
  add('email', card.address, { type: 'work' });
  if (card.phone) add('tel', card.phone, { type: 'work' });
  if (card.website) add('url', card.website);
}
