import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { openPage } from '../../../testing/open-page';
import { ToCurrentEvent } from './to-current-event';

@Component({ template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class Anything {}

const conference = {
  slug: 'conference',
  state: 'complete',
  startsAt: '2027-01-26T06:45:00Z',
  endsAt: '2027-01-27T10:20:00Z',
};

/** Where `/app` leads whoever has these registrations and meetings to interpret. */
const leads = async (registrations: readonly unknown[], assignments: readonly unknown[]): Promise<string> => {
  const { settle } = await openPage(ToCurrentEvent, {
    words: [],
    at: '2027-01-26T08:16:00Z',
    answers: { '/me/registrations': registrations, '/me/interpreting': assignments },
    providers: [provideRouter([{ path: '**', component: Anything }])],
  });
  await settle();
  return TestBed.inject(Router).url;
};

describe('the way into one’s own pages', () => {
  it('leads to the event one takes part in, also who interprets there', async () => {
    expect(await leads([conference], [{}])).toBe('/app/events/conference/home');
  });

  it('leads interpreters to what they have to do', async () => {
    expect(await leads([], [{}])).toBe('/app/interpreting');
  });

  it('leads everybody else to the public page', async () => {
    expect(await leads([], [])).toBe('/en');
  });
});
