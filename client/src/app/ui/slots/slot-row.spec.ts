import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import { provideZonelessChangeDetection } from '@angular/core';
import { SlotRow } from './slot-row';

it('names the day of each time, of one that is gone too', async () => {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
  const fixture = TestBed.createComponent(SlotRow);
  const inputs = {
    slots: [
      { slotId: 'first', startsAt: '2027-01-26T08:25:00Z', open: false },
      { slotId: 'second', startsAt: '2027-01-27T08:00:00Z', open: true },
    ],
    zone: 'Europe/Berlin',
    otherZone: 'Asia/Tokyo',
    lang: 'en',
    label: 'Choose a time',
    taken: 'just taken',
  };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const labels = [...(fixture.nativeElement as HTMLElement).querySelectorAll('label')];
  expect(labels.map((one) => one.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
    '09:25 CET17:25 JSTTue 26 Janjust taken',
    '09:00 CET17:00 JSTWed 27 Jan',
  ]);
});
