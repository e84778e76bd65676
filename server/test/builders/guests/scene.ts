import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { MeetingView } from '@musubi/contracts';
import { startApp, type TestApp } from '../../start-app.js';
import { meet, type MeetingEvent, newMeetingEvent, newPair } from '../meetings.js';
import { newParticipant } from '../registrations.js';
import { GuestDesk, type TestGuest } from './desk.js';

/** What a spec about guests begins with. */
export interface GuestScene {
  app: TestApp;
  scene: MeetingEvent;
  eventId: string;
  desk: GuestDesk;
  european: TestGuest;
  japanese: TestGuest;
  third: TestGuest;
}

/** The two have a meeting in the event's first slot. */
export interface MetScene extends GuestScene {
  meeting: MeetingView;
}

/** For each test two people who may meet, and a third who may come along, in one event. */
export function guestScene(): GuestScene {
  const set = {} as GuestScene;
  beforeAll(async () => {
    set.app = await startApp();
    set.scene = await newMeetingEvent(set.app);
    set.eventId = set.scene.event.eventId;
    set.desk = new GuestDesk(set.app, set.scene);
  }, 60_000);
  afterAll(() => set.app.close());
  beforeEach(async () => {
    Object.assign(set, await newPair(set.app, set.eventId));
    set.third = await newParticipant(set.app, set.eventId, 'FR1');
  });
  return set;
}

/** For each test two people who meet, and a third who may come along, in one event. */
export function metScene(): MetScene {
  const set = guestScene() as MetScene;
  beforeEach(async () => {
    set.meeting = await meet(set.app, set.eventId, set.european, set.japanese, set.scene.slots[0]!);
  });
  return set;
}
