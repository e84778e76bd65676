import { describe, expect, it } from '@jest/globals';
import { BlockForm } from './block-form';

describe('the form of new meeting times', () => {
  it('cuts the hours into slots with a pause between', () => {
    const form = new BlockForm();
    expect(form.slots()).toEqual(['17:00–17:20', '17:25–17:45', '17:50–18:10', '18:15–18:35', '18:40–19:00']);
    form.set({ gapMinutes: 0, until: '17:30' });
    expect(form.slots()).toEqual(['17:00–17:20']);
  });

  it.each([
    ['2027-01-26', 'Europe/Brussels', '09:00–11:00'],
    ['2026-06-09', 'Europe/Brussels', '10:00–12:00'],
    ['2027-01-26', 'Asia/Tokyo', '17:00–19:00'],
  ])('begins on %s in %s with hours that both sides share: %s', (date, zone, hours) => {
    const form = new BlockForm();
    form.begin(date, zone);
    expect(`${form.draft().from}–${form.draft().until}`).toBe(hours);
  });

  it('says what is missing once it was tried', () => {
    const form = new BlockForm();
    expect([...form.errors()]).toEqual([]);
    expect(form.submit()).toBeNull();
    expect([...form.errors()]).toEqual(['dates']);
    form.toggle('2027-01-27');
    form.toggle('2027-01-26');
    form.set({ from: '18:50' });
    expect([...form.errors()]).toEqual(['none_fits']);
    form.set({ from: '19:30' });
    expect([...form.errors()]).toEqual(['times']);
    form.set({ from: '17:00', slotMinutes: 0 });
    expect([...form.errors()]).toEqual(['slot', 'none_fits']);
  });

  it('sends dates in order', () => {
    const form = new BlockForm();
    for (const date of ['2027-01-27', '2027-01-28', '2027-01-26', '2027-01-28']) form.toggle(date);
    expect(form.submit()).toEqual({
      dates: ['2027-01-26', '2027-01-27'],
      from: '17:00',
      until: '19:00',
      slotMinutes: 20,
      gapMinutes: 5,
    });
  });
});
