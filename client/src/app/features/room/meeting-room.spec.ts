import { describe, expect, it } from '@jest/globals';
import { Title } from '@angular/platform-browser';
import { TestBed } from '@angular/core/testing';
import type { EventView, MeetingView } from '@musubi/contracts';
import { computer, mediaPerson, videoServer } from '../../../testing/media-world';
import { aiko, clara, eventId, meeting } from '../../../testing/meeting-fixtures';
import { type Answers, openPage } from '../../../testing/open-page';
import { DEVICE_EDGE } from '../../data/room/device-edge';
import { MEDIA_EDGE } from '../../data/room/media-edge';
import { MeetingRoom } from './meeting-room';

const event = { eventId, slug: 'conference', zone: 'Europe/Brussels' } as EventView;
const ticket = { url: 'ws://x', token: 't', room: 'r', identity: 'clara', canPublish: true };

/** Clara at the room of her meeting with Aiko: 09:25–09:45 in Stuttgart, 08:25 UTC. */
async function openRoom(
  time: string,
  { more = {} as Partial<MeetingView>, answers = {} as Answers, video = true } = {},
) {
  const [server, devices] = [videoServer(), computer()];
  const page = await openPage(MeetingRoom, {
    inputs: { event, id: 'meeting' },
    words: ['room', 'media', 'meetings'],
    at: `2027-01-26T${time}:00Z`,
    providers: [
      { provide: MEDIA_EDGE, useValue: server.edge },
      { provide: DEVICE_EDGE, useValue: devices.edge },
    ],
    answers: {
      '/meetings/meeting': meeting(more),
      '/meetings/meeting/ticket': ticket,
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
  return { ...page, ...server, devices, heading, enter };
}
const here = (): Partial<MeetingView> => ({
  sides: [
    { participant: aiko, here: true },
    { participant: clara, here: false },
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
    expect(buttons()).toEqual(['Try microphone', 'Try camera']);
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

  it('expects nobody where the meeting was cancelled', async () => {
    const { heading, text, buttons } = await openRoom('08:26', { more: { state: 'cancelled' } });
    expect([heading(), buttons()]).toEqual(['This meeting was cancelled', []]);
    expect(text()).toContain('Nobody is expected here.');
  });

  it('says what is wrong where there is no such meeting', async () => {
    const { text } = await openRoom('08:26', { answers: { '/meetings/meeting': 404 } });
    expect(text()).toContain('This is not here');
  });
});
