import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { agendaCalendar, type AgendaCalendar } from './agenda-calendar.js';
import type { KeptCommitment } from './agenda.service.js';

const conference = '01980000-0000-7000-8000-000000000001';
const webinar = '01980000-0000-7000-8000-000000000002';
const events: AgendaCalendar['events'] = new Map([
  [
    conference,
    {
      zone: 'Europe/Brussels',
      title: { en: 'Annual conference', ja: '年次会議' },
      url: 'https://musubi.example/app/events/conference/home',
    },
  ],
  [
    webinar,
    { zone: 'Asia/Tokyo', title: { en: 'Webinar', ja: 'ウェビナー' }, url: 'https://musubi.example/app/events/w/home' },
  ],
]);

const commitment = (changes: Partial<KeptCommitment> = {}): KeptCommitment => ({
  userId: '01980000-0000-7000-8000-00000000000a',
  eventId: conference as KeptCommitment['eventId'],
  kind: 'meeting',
  sourceId: '01980000-0000-7000-8000-0000000000b1',
  startsAt: '2027-01-26T08:30:00.000Z',
  endsAt: '2027-01-26T08:50:00.000Z',
  title: { en: 'Meeting with Hoshizora Cluster', ja: 'ほしぞらクラスターとの面談' },
  uid: 'meeting-1@musubi.example',
  sequence: 2,
  ...changes,
});

const textOf = (commitments: KeptCommitment[], lang: 'en' | 'ja' = 'en') =>
  agendaCalendar({ lang, now: new Date('2027-01-20T10:00:00Z'), commitments, events });

/** What another program reads. */
function entriesOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone), String(zone.getFirstPropertyValue('tzid')));
  }
  const entries = calendar.getAllSubcomponents('vevent').map((component) => {
    const entry = new ICAL.Event(component);
    return {
      uid: entry.uid,
      summary: entry.summary,
      sequence: entry.sequence,
      zone: component.getFirstProperty('dtstart')!.getParameter('tzid'),
      starts: entry.startDate.toJSDate().toISOString(),
      ends: entry.endDate.toJSDate().toISOString(),
    };
  });
  ICAL.TimezoneService.reset();
  return entries;
}

describe('the agenda as a calendar', () => {
  it('is read by another program with the same instants, in the zone of each event', () => {
    const text = textOf([
      commitment(),
      commitment({
        eventId: webinar as KeptCommitment['eventId'],
        kind: 'session',
        uid: 'session-2@musubi.example',
        sequence: 0,
        title: { en: 'Opening', ja: '開会' },
        startsAt: '2027-03-28T00:30:00.000Z',
        endsAt: '2027-03-28T01:30:00.000Z',
      }),
    ]);
    expect(entriesOf(text)).toEqual([
      {
        uid: 'meeting-1@musubi.example',
        summary: 'Meeting with Hoshizora Cluster',
        sequence: 2,
        zone: 'Europe/Brussels',
        starts: '2027-01-26T08:30:00.000Z',
        ends: '2027-01-26T08:50:00.000Z',
      },
      {
        uid: 'session-2@musubi.example',
        summary: 'Opening',
        sequence: 0,
        zone: 'Asia/Tokyo',
        starts: '2027-03-28T00:30:00.000Z',
        ends: '2027-03-28T01:30:00.000Z',
      },
    ]);
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2);
    expect(text).toContain('METHOD:PUBLISH');
  });

  it('speaks the language of the person', () => {
    expect(entriesOf(textOf([commitment()], 'ja'))[0]!.summary).toBe('ほしぞらクラスターとの面談');
  });

  it('is a whole calendar when nothing is planned', () => {
    expect(entriesOf(textOf([]))).toEqual([]);
  });

  it('shows a session once to somebody who saved it and speaks in it', () => {
    const uid = 'session-3@musubi.example';
    expect(
      entriesOf(textOf([commitment({ kind: 'session', uid }), commitment({ kind: 'speaking', uid })])),
    ).toHaveLength(1);
  });

  it('lets nobody smuggle in properties of their own', () => {
    const text = textOf([
      commitment({
        uid: 'x@y\r\nATTENDEE:mailto:victim@example.org',
        title: { en: 'Tea\r\nATTENDEE:mailto:victim@example.org\u2028\u0000', ja: '' },
      }),
    ]);
    expect(text.split('\r\n').filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
    expect(entriesOf(text)).toHaveLength(1);
    // eslint-disable-next-line no-control-regex -- looks for exactly those
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f]/);
  });
});
