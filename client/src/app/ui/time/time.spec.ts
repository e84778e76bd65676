import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Time } from './time';

async function read(inputs: Record<string, unknown>): Promise<string[]> {
  const fixture = TestBed.createComponent(Time);
  for (const [name, value] of Object.entries({
    zone: 'Europe/Berlin',
    otherZone: 'Asia/Tokyo',
    lang: 'en',
    ...inputs,
  })) {
    fixture.componentRef.setInput(name, value);
  }
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  return [...root.children].map((line) => line.textContent!.replace(/\s+/g, ' ').trim());
}

describe('a time', () => {
  it('is one’s own large and the other’s beneath, both zones named', async () => {
    expect(await read({ at: '2027-01-26T08:25:00Z' })).toEqual(['09:25 CET Berlin', '17:25 JST Tokyo']);
    expect(
      await read({ at: '2027-01-26T08:25:00Z', lang: 'ja', zone: 'Asia/Tokyo', otherZone: 'Europe/Berlin' }),
    ).toEqual(['17:25 JST 東京', '09:25 CET ベルリン']);
  });

  it('says the date again where it differs', async () => {
    const midnight = { at: '2027-01-15T22:59:00Z', date: 'short' };
    expect(await read(midnight)).toEqual(['Fri 15 Jan, 23:59 CET Berlin', 'Sat 16 Jan, 07:59 JST Tokyo']);
    expect(await read({ ...midnight, lang: 'ja' })).toEqual([
      '1月15日（金）23:59 CET ベルリン',
      '1月16日（土）07:59 JST 東京',
    ]);
    expect(await read({ ...midnight, date: 'none' })).toEqual(['23:59 CET Berlin', 'Sat 16 Jan, 07:59 JST Tokyo']);
  });

  it('knows summer time, ranges and places', async () => {
    expect(
      await read({
        at: '2026-06-18T07:00:00Z',
        until: '2026-06-18T08:30:00Z',
        place: 'Stuttgart',
        otherPlace: 'Osaka',
      }),
    ).toEqual(['09:00–10:30 CEST Stuttgart', '16:00–17:30 JST Osaka']);
  });

  it('writes nothing twice where both clocks show the same', async () => {
    expect(await read({ at: '2027-01-26T08:25:00Z', otherZone: 'Europe/Paris' })).toEqual(['09:25 CET Berlin']);
  });
});
