import type { EventInput, EventView } from '@musubi/contracts';
import { nextSeed } from '../draws.js';
import type { TestApp } from '../start-app.js';
import { newOrganiser, type TestPerson } from './people.js';

const day = 86_400_000;

/** A conference of two days that begins in three weeks, open for registration. Dates are real time: tests' clocks start there. */
export function eventInput(given: Partial<EventInput> = {}): EventInput {
  const from = (days: number) => new Date(Date.now() + days * day).toISOString();
  return {
    slug: `conference-${nextSeed()}`,
    kind: 'conference',
    title: { en: 'Annual conference', ja: '年次会議', original: 'en' },
    lead: { en: 'Two mornings in Europe, two evenings in Japan.', ja: null, original: 'en' },
    zone: 'Asia/Tokyo',
    startsAt: from(21),
    endsAt: from(23),
    registrationOpensAt: from(-7),
    registrationClosesAt: from(14),
    capacity: 100,
    matchmaking: true,
    organisedBy: ['Two Shores Foundation'],
    supportedBy: [],
    ...given,
  };
}

/** An event that everybody can see, and somebody who organises it. */
export async function newEvent(
  app: TestApp,
  given: Partial<EventInput> = {},
): Promise<{ event: EventView; organiser: TestPerson }> {
  const organiser = await newOrganiser(app);
  const drafted = await app.http(organiser).post<EventView>('/api/events', eventInput(given));
  if (drafted.status !== 201) throw new Error(`The event was refused: ${JSON.stringify(drafted.body)}`);
  const { body } = await app.http(organiser).post<EventView>(`/api/events/${drafted.body.eventId}/publish`);
  return { event: body, organiser };
}
