import { LiveAnnouncer } from '@angular/cdk/a11y';
import { describe, expect, it } from '@jest/globals';
import { ChangeDetectionStrategy, Component, input, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Clock } from '../../../core/clock/clock';
import type { RoomMode } from '@musubi/contracts';
import type { RoomParts } from '../../../data/room/room-parts';
import { ThreadFiles } from '../../../parts/meeting/thread-files';
import { mediaPerson } from '../../../../testing/media-world';
import { aiko, clara } from '../../../../testing/meeting-fixtures';
import { here, notes, openRoom } from '../../../../testing/room-page';

/** Stands for a part that another feature brings. */
@Component({
  template: `<p data-part>Fetched for {{ meetingId() ?? requestId() }}</p>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class FetchedPart {
  readonly meetingId = input<string>();
  readonly requestId = input<string>();
  readonly partner = input<unknown>();
}

describe('inside the room', () => {
  it('lets somebody in without camera and microphone, and tells them so', async () => {
    const { enter, text, buttons, sent } = await openRoom('08:20');
    await enter();
    expect(text()).toContain('Waiting for Aiko');
    expect(text()).toContain('Muted');
    expect(buttons().slice(0, 3)).toEqual(['Leave', 'Unmute', 'Camera on']);
    expect(sent).toEqual([]);
  });

  it('shows both sides once they are in, and when the other line is away', async () => {
    const { enter, line, settle, text } = await openRoom('08:26');
    await enter();
    line().people([mediaPerson('clara'), mediaPerson('aiko', { microphoneOn: true })]);
    await settle();
    expect(text()).toContain('Aiko Tanaka 田中 愛子Microphone on');
    line().people([mediaPerson('clara'), mediaPerson('aiko', { quality: 'lost' })]);
    await settle();
    expect(text()).toContain('Reconnecting');
  });

  it('keeps the others in a corner while their place is out of sight, and the page where it is', async () => {
    let look: (inSight: boolean) => void = () => undefined;
    class Watch {
      constructor(see: (entries: unknown[]) => void) {
        look = (isIntersecting) => see([{ isIntersecting, boundingClientRect: { height: 246 } }]);
      }
      observe(): void {}
      disconnect(): void {}
    }
    Object.assign(globalThis, { IntersectionObserver: Watch });
    try {
      const { element, enter, line, settle } = await openRoom('08:26');
      await enter();
      const tiles = element.querySelector<HTMLElement>('musubi-room-tiles')!;
      const stands = async (inSight: boolean): Promise<[boolean, string]> => {
        look(inSight);
        await settle();
        return [tiles.classList.contains('away'), tiles.style.minHeight];
      };
      // Alone one has nobody to keep in sight.
      expect(await stands(false)).toEqual([false, '']);
      line().people([mediaPerson('clara'), mediaPerson('aiko')]);
      await settle();
      expect([await stands(false), await stands(true)]).toEqual([
        [true, '246px'],
        [false, ''],
      ]);
    } finally {
      Reflect.deleteProperty(globalThis, 'IntersectionObserver');
    }
  });

  it('says who comes and goes, by name and by what they are there for', async () => {
    const { enter, line, settle } = await openRoom('08:26');
    await enter();
    const heard: string[] = [];
    TestBed.inject(LiveAnnouncer).announce = async (words: string) => void heard.push(words);
    const everybody = [
      mediaPerson('clara'),
      mediaPerson('aiko'),
      mediaPerson('staff-1', { name: 'Nora Lindqvist' }),
      mediaPerson('interpreter-1', { name: 'Ren Mori' }),
    ];
    for (const people of [everybody.slice(0, 2), [everybody[0]!, everybody[3]!], everybody, everybody.slice(0, 3)]) {
      line().people(people);
      await settle();
    }
    expect(heard).toEqual([
      'Aiko Tanaka has come in',
      'Ren Mori (Interpreter) has come in\nAiko Tanaka has left',
      'Aiko Tanaka has come in\nNora Lindqvist (Organiser) has come in',
      'Ren Mori (Interpreter) has left',
    ]);
  });

  it('says towards the end how long the meeting goes on and the room stays open, seen and aloud', async () => {
    const told = async (times: readonly string[], closesAt: string): Promise<string[]> => {
      TestBed.resetTestingModule();
      const { enter, element, settle } = await openRoom('08:39', { room: { closesAt } });
      const heard: string[] = [];
      TestBed.inject(LiveAnnouncer).announce = async (words: string) => void heard.push(words.split('\n')[0]!);
      await enter();
      const seen: string[] = [];
      for (const time of times) {
        TestBed.inject(Clock).set({ now: `2027-01-26T${time}Z`, offsetMs: 0 });
        await settle();
        seen.push(element.querySelector('musubi-end-note')!.textContent.trim().replace(/\s+/g, ' '));
      }
      return [...seen, ...heard];
    };
    const both = (cet: string, jst: string): string => `${cet} CET · ${jst} JST`;
    const open = `The room stays open until ${both('10:00', '18:00')}.`;
    const ends = `The meeting ends at ${both('09:45', '17:45')}`;
    const answer = 'What you agree on can be said below, now or later.';
    expect(await told(['08:39:30', '08:41:00', '08:44:30', '08:46:00', '08:58:30'], '2027-01-26T09:00:00Z')).toEqual([
      '',
      `Five minutes left. ${ends}. ${open}`,
      `One minute left. ${ends}. ${open}`,
      `Time is up. ${open} ${answer}`,
      `The room closes in 2 minutes. ${answer}`,
      'Five minutes left',
      'One minute left',
      'Time is up',
      'The room closes in 2 minutes',
    ]);
    // Somebody has to go on at once.
    expect(await told(['08:44:30'], '2027-01-26T08:45:00Z')).toEqual([
      `One minute left. ${ends}, and the room closes then.`,
      'One minute left',
    ]);
  });

  it('says of what was kept on another day which day that was', async () => {
    const kept = async (changedAt: string): Promise<string> => {
      TestBed.resetTestingModule();
      const { element } = await openRoom('08:50', {
        answers: { '/meetings/meeting/notes': { ...notes, changedAt, changedBy: clara.participantId } },
      });
      return element.querySelector('musubi-shared-notes-panel [role=status]')!.textContent.trim();
    };
    expect([await kept('2027-01-26T08:40:00Z'), await kept('2027-01-11T14:30:00Z')]).toEqual([
      'Saved 09:40',
      'Saved Mon 11 January, 15:30',
    ]);
  });

  it('leaves nothing of what was told inside to be read outside', async () => {
    const { enter, line, settle, press } = await openRoom('08:26');
    await enter();
    line().people([mediaPerson('clara'), mediaPerson('aiko')]);
    await settle();
    const told = (): string => document.querySelector('.cdk-live-announcer-element')!.textContent;
    while (!told()) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(told()).toBe('Aiko Tanaka has come in');
    await press('Leave');
    expect(told()).toBe('');
  });

  it('says what the other side sends, and who is there for another reason', async () => {
    const { enter, line, settle, text } = await openRoom('08:26', {
      room: { modes: [{ participantId: aiko.participantId, mode: 'chat' }] },
    });
    await enter();
    line().people([mediaPerson('clara'), mediaPerson('aiko'), mediaPerson('staff-1', { name: 'Nora Lindqvist' })]);
    await settle();
    expect(text()).toContain('Aiko Tanaka 田中 愛子In writing only');
    expect(text()).toContain('Nora LindqvistOrganiser');
  });

  it('says on each tile, in words, what is not sent: camera off, no microphone, less by choice', async () => {
    const tiles = async (mine: RoomMode, theirs: RoomMode, more = {}): Promise<string[]> => {
      TestBed.resetTestingModule();
      const modes = [
        { participantId: clara.participantId, mode: mine },
        { participantId: aiko.participantId, mode: theirs },
      ];
      const { broken, element, enter, line, press, settle } = await openRoom('08:26', { room: { modes } });
      broken.set('microphone', 'missing');
      await enter();
      await press('Unmute');
      line().people([mediaPerson('clara'), mediaPerson('aiko', more)]);
      await settle();
      return [...element.querySelectorAll('musubi-tile .marks')].map((one) =>
        [...one.querySelectorAll('.mark')].map((mark) => mark.textContent.trim()).join(', '),
      );
    };
    expect(await tiles('full', 'full')).toEqual(['No microphone, Camera off', 'Muted, Camera off']);
    expect(await tiles('full', 'audio', { microphoneOn: true })).toEqual([
      'No microphone, Camera off',
      'Microphone on, Voice only',
    ]);
    expect(await tiles('audio', 'full', { microphoneOn: true, cameraOn: true })).toEqual([
      'No microphone, Voice only',
      'Microphone on',
    ]);
  });

  it('keeps what one writes until the line carries it', async () => {
    const { enter, element, settle, text, shelf } = await openRoom('08:26');
    await enter();
    const calm = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(calm);
    expect(calm.defaultPrevented).toBe(false);
    const field = element.querySelector<HTMLTextAreaElement>('musubi-shared-notes-panel textarea')!;
    field.value = 'Benches free in weeks 14–20';
    field.dispatchEvent(new Event('input'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await settle();
    expect(field.value).toBe('Benches free in weeks 14–20');
    expect(text()).toContain('The connection is away.');
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    expect([...shelf.kept.keys()]).toEqual(['notes/user-clara/meeting']);
    expect(element.querySelectorAll('musubi-shared-notes-panel label, [aria-labelledby=notes-heading]')).toHaveLength(
      1,
    );
  });

  it('says which part of it could not be fetched, and fetches it again', async () => {
    let tries = 0;
    const cards = async (): Promise<Type<unknown>> => {
      tries += 1;
      if (tries === 1) throw new Error('no such chunk');
      return FetchedPart;
    };
    const { enter, press, text } = await openRoom('08:26', { parts: { cards } });
    await enter();
    expect(text()).toContain('The business cards could not be loaded.');
    await press('Try again');
    expect(text()).toContain('Fetched for meeting');
    expect(text()).not.toContain('could not be loaded');
  });

  it('shows the documents of all who take part to each of them, and the messages to the two who write them', async () => {
    const [one] = here().sides!;
    const sent = { fileId: 'file', name: 'plan.pdf', bytes: 2_048, mediaType: 'application/pdf' };
    const file = { ...sent, messageId: 'message', by: aiko.participantId, sentAt: '2027-01-20T08:00:00Z' };
    const parts: RoomParts = { chat: async () => FetchedPart, files: async () => ThreadFiles };
    const seen = async (side: number): Promise<string[]> => {
      TestBed.resetTestingModule();
      const me = { ...here().sides![1]!, side };
      const { enter, element } = await openRoom('08:26', {
        parts,
        more: { sides: [one!, me] },
        answers: { '/meetings/meeting/files': [file] },
      });
      await enter();
      const found = element.querySelectorAll('musubi-room-aside :is(li > p.meta, [data-part])');
      return [...found].map(({ textContent }) => textContent.trim());
    };
    expect([await seen(1), await seen(2)]).toEqual([
      ['Fetched for request', 'Aiko Tanaka, Wed 20 January, 09:00'],
      ['Aiko Tanaka, Wed 20 January, 09:00'],
    ]);
  });
});
