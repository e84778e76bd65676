import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventId } from '../../../testing/meeting-fixtures';
import { Clock } from '../../core/clock/clock';
import { Realtime } from '../../core/realtime/realtime';
import { SavedPeopleApi } from './saved-people-api';
import { SavedPeopleStore } from './saved-people-store';

type Told = (ids: { eventId: string }) => void;

describe('people saved for later', () => {
  let readings: number;
  let handlers: Map<string, Told>;
  let store: SavedPeopleStore;

  beforeEach(() => {
    readings = 0;
    handlers = new Map();
    const hear = (kind: string, told: Told) => {
      handlers.set(kind, told);
      return () => undefined;
    };
    const list = async () => {
      readings += 1;
      return [];
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: Clock, useValue: {} },
        { provide: SavedPeopleApi, useValue: { list } },
        {
          provide: Realtime,
          useValue: { on: hear, onHint: hear, onReload: (told: Told) => hear('reload', told) },
        },
      ],
    });
    store = TestBed.inject(SavedPeopleStore);
  });

  const tellAll = async (of: string): Promise<number> => {
    const before = readings;
    for (const told of handlers.values()) {
      told({ eventId: of });
      // Each reading is over before the next change is told.
      await new Promise((resolve) => setTimeout(resolve));
    }
    return readings - before;
  };

  it('are read anew with each change of the event while a page shows them, and when one does again', async () => {
    expect([...handlers.keys()].sort()).toEqual([
      'meeting.changed',
      'meeting_request.changed',
      'participants.changed',
      'reload',
    ]);
    expect(await tellAll(eventId)).toBe(0);
    await store.show(eventId);
    expect(readings).toBe(1);
    expect(await tellAll(eventId)).toBe(4);
    store.hide();
    expect(await tellAll(eventId)).toBe(0);
    await store.show(eventId);
    expect(readings).toBe(6);
  });
});
