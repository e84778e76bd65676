import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { invitation } from './invitation.js';

const entry = {
  uid: 'meeting-1@musubi',
  sequence: 2,
  stamp: new Date('2027-01-12T12:20:00Z'),
  startsAt: new Date('2027-01-26T08:25:00Z'),
  endsAt: new Date('2027-01-26T08:45:00Z'),
  zone: 'Asia/Tokyo',
  summary: 'Meeting with Clara\r\nATTENDEE:mailto:evil@example.org',
  url: 'https://musubi.example/app',
};
const to = {
  address: 'aiko@osaka.example',
  name: null,
  lang: 'ja' as const,
  zone: 'Asia/Tokyo',
  displayName: 'Aiko Tanaka',
};
const organizer = { name: 'Musubi', address: 'desk@musubi.example' };

const parse = (ics: string) => new ICAL.Component(ICAL.parse(ics) as never[]);

describe('invitation', () => {
  it('is read by another calendar as a REQUEST to the recipient alone', () => {
    const { method, ics } = invitation(entry, to, organizer, 'ja');
    const calendar = parse(ics);
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
    expect(method).toBe('REQUEST');
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event.uid).toBe('meeting-1@musubi');
    expect(event.sequence).toBe(2);
    expect(event.attendees.map((attendee) => attendee.getFirstValue())).toEqual(['MAILTO:aiko@osaka.example']);
    expect(event.organizer).toBe('mailto:desk@musubi.example');
    expect(event.startDate.toJSDate().toISOString()).toBe('2027-01-26T08:25:00.000Z');
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Asia/Tokyo');
  });

  it('cancels with the same UID and METHOD:CANCEL', () => {
    const { method, ics } = invitation({ ...entry, sequence: 3, cancelled: true }, to, organizer, 'ja');
    const calendar = parse(ics);
    expect(method).toBe('CANCEL');
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    const event = calendar.getFirstSubcomponent('vevent')!;
    expect(event.getFirstPropertyValue('uid')).toBe('meeting-1@musubi');
    expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.getFirstPropertyValue('sequence')).toBe(3);
  });
});
