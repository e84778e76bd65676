import { LiveAnnouncer } from '@angular/cdk/a11y';
import { describe, expect, it } from '@jest/globals';
import { HttpTestingController } from '@angular/common/http/testing';
import { ChangeDetectionStrategy, Component, input, type Type } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TestBed } from '@angular/core/testing';
import type { EventView, MeetingRoomView, MeetingView, ParticipantId, PlanBView } from '@musubi/contracts';
import { MemoryShelf } from '../../../testing/drafts';
import { computer, mediaPerson, videoServer } from '../../../testing/media-world';
import { aiko, choice, clara, eventId, meeting, request } from '../../../testing/meeting-fixtures';
import { type Answers, openPage } from '../../../testing/open-page';
import { Clock } from '../../core/clock/clock';
import { DRAFT_SHELF } from '../../core/drafts/draft-shelf';
import { DEVICE_EDGE } from '../../data/room/media/device-edge';
import { MEDIA_EDGE } from '../../data/room/media/media-edge';
import { ROOM_PARTS, type RoomParts } from '../../data/room/room-parts';
import { ThreadFiles } from '../../parts/meeting/thread-files';
import { MeetingRoom } from './meeting-room';

const event = { eventId, slug: 'conference', zone: 'Europe/Brussels' } as EventView;
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

/** Nothing goes on beside picture and sound. */
const affairs = (more: Partial<MeetingRoomView> = {}): MeetingRoomView => ({
  meetingId: meeting().meetingId,
  modes: [],
  extension: { used: 0, askedBy: [], until: '2027-01-26T08:50:00Z', possible: true },
  planB: null,
  proposal: null,
  help: null,
  closesAt: '2027-01-26T09:00:00Z',
  notesOpenUntil: '2027-01-29T08:45:00Z',
  ...more,
});
const plan = (more: Partial<PlanBView> = {}): PlanBView => ({
  planBId: 'plan' as PlanBView['planBId'],
  kind: 'link',
  value: 'https://meet.example/osaka',
  host: 'meet.example',
  state: 'proposed',
  by: aiko.participantId,
  at: '2027-01-26T08:27:00Z',
  ...more,
});
const notes = { state: '', text: '', changedAt: null, changedBy: null, open: true };

const ticket = { url: 'ws://x', token: 't', room: 'r', identity: 'clara', canPublish: true };

/** Clara at the room of her meeting with Aiko: 09:25–09:45 in Stuttgart, 08:25 UTC. */
async function openRoom(
  time: string,
  {
    more = {} as Partial<MeetingView>,
    room = {} as Partial<MeetingRoomView>,
    answers = {} as Answers,
    video = true,
    parts = {} as RoomParts,
  } = {},
) {
  const [server, devices, shelf] = [videoServer(), computer(), new MemoryShelf()];
  const page = await openPage(MeetingRoom, {
    inputs: { event, id: 'meeting' },
    words: ['room', 'media', 'meetings', 'files'],
    at: `2027-01-26T${time}:00Z`,
    providers: [
      { provide: DRAFT_SHELF, useValue: shelf },
      { provide: ROOM_PARTS, useValue: parts },
      { provide: MEDIA_EDGE, useValue: server.edge },
      { provide: DEVICE_EDGE, useValue: devices.edge },
    ],
    answers: {
      '/meetings/meeting': meeting(more),
      '/meetings/meeting/ticket': ticket,
      '/meetings/meeting/room': affairs(room),
      '/meetings/meeting/notes': notes,
      [`/events/${eventId}/meetings`]: [],
      '/video': { available: video },
      [`/events/${eventId}/follow-up`]: [],
      ...answers,
    },
  });
  const heading = (): string | undefined => page.element.querySelector('main h2')?.textContent?.trim();
  const enter = async (): Promise<void> => {
    await page.press('Enter the room');
    server.line().people([mediaPerson('clara')]);
    await page.settle();
  };
  return { ...page, ...server, devices, shelf, heading, enter };
}
const here = (): Partial<MeetingView> => ({
  sides: [
    { participant: aiko, here: true, side: 0, part: 'required' },
    { participant: clara, here: false, side: 1, part: 'required' },
  ],
});

describe('the meeting room', () => {
  it('names whom one meets, in the tab and on the way back', async () => {
    const { links } = await openRoom('08:10');
    expect([TestBed.inject(Title).getTitle(), links()]).toEqual([
      'Aiko Tanaka · Meeting room · Musubi',
      ['Skip to the meeting', 'Back to your home page', 'Back to the meeting with Aiko'],
    ]);
  });

  it('is shut until its hour, while devices can be tried', async () => {
    const { heading, text, buttons } = await openRoom('08:10');
    expect(heading()).toBe('The room is not open yet');
    expect(text()).toContain('The room opens in 5 min');
    expect(buttons()).toEqual(['Try microphone', 'Try camera', 'Play a sound']);
  });

  it('says who is there before one goes in', async () => {
    const { heading, text, buttons } = await openRoom('08:20', { more: here() });
    expect([heading(), buttons()[0]]).toEqual(['The room is open', 'Enter the room']);
    expect(text()).toContain('Aiko is inside');
  });

  it('lets somebody in without camera and microphone, and tells them so', async () => {
    const { enter, text, buttons, sent } = await openRoom('08:20');
    await enter();
    expect(text()).toContain('Waiting for Aiko');
    expect(text()).toContain('Muted');
    expect(buttons().slice(0, 3)).toEqual(['Leave', 'Unmute', 'Camera on']);
    expect(sent).toEqual([]);
  });

  it('says at the door what a refused camera means', async () => {
    const { devices, press, text } = await openRoom('08:20');
    devices.trouble.set('camera', 'denied');
    devices.trouble.set('microphone', 'missing');
    await press('Try camera');
    await press('Try microphone');
    expect(text()).toContain('Listening only');
    expect(text()).toContain('Your browser does not allow the camera.');
    expect(text()).toContain('No microphone found. You can come and listen.');
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

  it('puts who came in on a second device back to the door, without asking them in first', async () => {
    const { enter, line, settle, text, buttons } = await openRoom('08:26');
    await enter();
    line().ended('elsewhere');
    await settle();
    expect(text()).toContain('You came in on another device.');
    expect(buttons()).toContain('Go back in');
  });

  it('without video keeps the hour and the next step', async () => {
    const { text, buttons } = await openRoom('08:30', { video: false });
    expect(text()).toContain('Video is off on this server.');
    expect(text()).toContain('Next step');
    expect(buttons().filter((name) => /room|camera|microphone/i.test(name))).toEqual([]);
  });

  it('is over for those who were not inside, and asks what came of it', async () => {
    const { heading, text, buttons } = await openRoom('08:50');
    expect(heading()).toBe('The meeting is over');
    expect(text()).toContain('Did you meet?');
    expect(buttons()).toEqual(['Save next step']);
  });

  it('afterwards asks first what came of it, then shows what was written', async () => {
    const { element } = await openRoom('08:50', { more: { state: 'held' } });
    expect([...element.querySelectorAll('main h2')].map((one) => one.textContent.trim())).toEqual([
      'The meeting is over',
      'Next step',
      'Shared notes',
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

  it('offers five minutes more once the meeting has begun, also to those who came in before', async () => {
    const early = affairs({ extension: { ...affairs().extension, possible: false } });
    const { enter, answer, buttons, settle } = await openRoom('08:24', { room: early });
    await enter();
    expect(buttons()).not.toContain('+5 min');
    await answer({ '/meetings/meeting/room': affairs() });
    expect(buttons()).not.toContain('+5 min');
    TestBed.inject(Clock).set({ now: '2027-01-26T08:26:00Z', offsetMs: 0 });
    await settle();
    expect(buttons()).toContain('+5 min');
  });

  it('leads to the page where one meets instead, and waits for nobody here', async () => {
    const set = plan({ state: 'set' });
    const { element, text, buttons } = await openRoom('08:26', { more: { planB: set }, room: { planB: set } });
    const [first, ...more] = [...element.querySelectorAll<HTMLElement>('.btn-primary')].map((one) => one.textContent);
    expect(first).toContain('Meet at meet.example');
    expect(more.map((name) => name!.trim())).toEqual(['Save next step']);
    expect(text()).not.toContain('not here yet');
    expect(buttons()).toContain('Enter the room');
  });

  it('says who called the helpdesk, and who interprets', async () => {
    const call = { helpRequestId: 'call', about: 'technical', text: null, askedAt: '', answer: null, answeredAt: null };
    const said = async (by: string): Promise<string> => {
      TestBed.resetTestingModule();
      const { enter, element } = await openRoom('08:26', {
        room: { help: { ...call, by } as unknown as MeetingRoomView['help'] },
        more: { interpretation: { languages: ['en', 'ja'], interpreter: null } },
      });
      await enter();
      expect(element.querySelector('.about')!.textContent).toContain('No interpreter yet for English and Japanese.');
      return element.querySelector('musubi-help-note')!.textContent.trim();
    };
    const handedOver = 'participant-of-before';
    expect([await said(clara.participantId), await said(aiko.participantId), await said(handedOver)]).toEqual([
      'You called the helpdesk. It answers here.',
      'Aiko called the helpdesk. It answers here.',
      'The helpdesk was called. It answers here.',
    ]);
  });

  it('expects nobody where the meeting was cancelled', async () => {
    const { heading, text, buttons } = await openRoom('08:26', { more: { state: 'cancelled' } });
    expect([heading(), buttons()]).toEqual(['This meeting was cancelled', []]);
    expect(text()).toContain('Nobody is expected here.');
  });

  it('says what is wrong where there is no such meeting', async () => {
    const { text } = await openRoom('08:26', { answers: { '/meetings/meeting': 404 } });
    expect(text()).toContain('This is not here');
  });

  it('asks whether one moves here, when one is inside on another device', async () => {
    const [one, other] = here().sides!;
    const { text, buttons } = await openRoom('08:26', { more: { sides: [one!, { ...other!, here: true }] } });
    expect(text()).toContain('You are in this room on another device.');
    expect(buttons()[0]).toBe('Move here');
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

  it('misses nobody less because an organiser looks in, and offers ways on after seven minutes', async () => {
    const early = await openRoom('08:29');
    await early.enter();
    early.line().people([mediaPerson('clara'), mediaPerson('staff-1')]);
    await early.settle();
    expect(early.text()).toContain('Aiko has not come in yet.');
    expect(early.buttons()).not.toContain('Offer another time');
    TestBed.resetTestingModule();
    const late = await openRoom('08:33');
    await late.enter();
    expect(late.buttons()).toContain('Offer another time');
    await late.press('Call the helpdesk now');
    const topic = late.element.querySelector<HTMLSelectElement>('musubi-help-call select')!;
    expect([topic.value, document.activeElement === topic]).toEqual(['partner', true]);
  });

  it('asks for another time in the room: a request with all that the meeting was about, and one stays inside', async () => {
    const nils = { ...aiko, participantId: 'nils' as ParticipantId };
    const guest = { guestId: 'guest', participant: nils, part: 'optional', state: 'accepted' };
    const later = { ...choice('2027-01-26T09:15:00Z'), cannot: [] };
    const { enter, press, settle, text } = await openRoom('08:33', {
      more: {
        reason: 'Test hours',
        opportunities: request().opportunities,
        interpretation: { languages: ['en', 'ja'], interpreter: null },
      },
      answers: {
        '/meetings/meeting/slots': [later],
        [`/events/${eventId}/meeting-requests`]: [],
        [`/events/${eventId}/agenda`]: [],
      },
    });
    await enter();
    await press('Offer another time');
    const dialog = document.querySelector<HTMLElement>('.cdk-overlay-container .dialog')!;
    expect(dialog.querySelector('textarea')!.value).toBe('Test hours');
    dialog.querySelector<HTMLElement>('[role=checkbox]')!.click();
    await settle();
    dialog.querySelector<HTMLElement>('button[type=submit]')!.click();
    await settle();
    const http = TestBed.inject(HttpTestingController);
    http
      .expectOne('/api/meeting-requests/request/guests')
      .flush([guest, { ...guest, participant: { ...nils, participantId: 'kai' }, state: 'declined' }]);
    await new Promise((resolve) => setTimeout(resolve));
    const sent = http.expectOne({ method: 'POST', url: `/api/events/${eventId}/meeting-requests` });
    expect(sent.request.body).toEqual({
      to: aiko.participantId,
      reason: 'Test hours',
      opportunityIds: ['offer'],
      slotIds: [later.slotId],
      language: 'en',
      people: [{ participantId: 'nils', part: 'optional' }],
      interpretation: ['en', 'ja'],
    });
    sent.flush(request({ mine: 'from', turn: 'to' }));
    await settle();
    expect(text()).toContain('Your times are with Aiko Tanaka. You are still in this room.');
    expect(text()).toContain('Waiting for Aiko');
  });

  it('shows where one meets instead, and lets the other side agree to it', async () => {
    const { text, press, answer, links } = await openRoom('08:26', { room: { proposal: plan() } });
    expect(text()).toContain('Aiko proposes to meet elsewhere');
    expect(links()).not.toContain('https://meet.example/osaka');
    const agreed = affairs({ planB: plan({ state: 'set' }) });
    await answer({ '/meetings/meeting/room/plan-b/agreement': agreed, '/meetings/meeting/room': agreed });
    await press('Agree to meet there');
    expect(text()).toContain('You meet elsewhere');
    expect(links()).toContain('https://meet.example/osaka');
  });

  it('takes only an address over https, and says so', async () => {
    const { enter, press, text, element, settle } = await openRoom('08:26');
    await enter();
    await press('Another way');
    const field = element.querySelector<HTMLInputElement>('musubi-plan-b-form input[type=url]')!;
    field.value = 'http://meet.example/a';
    field.dispatchEvent(new Event('input'));
    await press('Propose this way');
    await settle();
    expect(text()).toContain('Please give an address that begins with https://');
  });

  it('goes on for five minutes when both want it', async () => {
    const asked = affairs({ extension: { ...affairs().extension, askedBy: [clara.participantId] } });
    const { enter, press, text, buttons, answer } = await openRoom('08:41', {
      answers: { '/meetings/meeting/room/extension': asked },
    });
    await enter();
    await answer({ '/meetings/meeting/room': asked });
    await press('+5 min');
    expect(text()).toContain('You asked for five more minutes, until 09:50 CET.');
    expect(buttons()).toContain('Take it back');
    expect(buttons()).not.toContain('+5 min');
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

  it('without video keeps notes, another way and the helpdesk', async () => {
    const { text, buttons } = await openRoom('08:30', { video: false });
    expect(text()).toContain('Shared notes');
    expect(buttons()).toContain('Propose this way');
    expect(buttons()).toContain('Call the helpdesk');
  });

  it('is entered by organisers as such, who set another way for both', async () => {
    const { enter, press, buttons, text } = await openRoom('08:26', { more: { me: null } });
    expect(buttons()).not.toContain('Enter the room');
    await press('Go in as an organiser, seen by all');
    expect(text()).not.toContain('Shared notes');
    await press('Another way');
    expect(buttons()).toContain('Set this for both');
    void enter;
  });

  it('tells how this browser is told to allow a device', async () => {
    const { devices, press, text } = await openRoom('08:20');
    devices.trouble.set('camera', 'denied');
    await press('Try camera');
    expect(text()).toContain('settings for this page');
  });
});
