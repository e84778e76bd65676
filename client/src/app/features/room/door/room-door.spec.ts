import { describe, expect, it } from '@jest/globals';
import { affairs, here, openRoom } from '../../../../testing/room-page';

describe('the door of the room', () => {
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

  it('turns on what one chooses to take part with, and says before one goes in that nothing is on', async () => {
    const { element, settle, text } = await openRoom('08:20', {
      answers: { '/meetings/meeting/room/mode': affairs() },
    });
    const choose = async (mode: string): Promise<void> => {
      element.querySelector<HTMLElement>(`musubi-mode-choice input[value=${mode}]`)!.click();
      await settle();
    };
    const silent = (): boolean => text().includes('As it stands you go in listening only.');
    expect([silent(), text().includes('Listening only')]).toEqual([true, true]);
    await choose('full');
    expect([silent(), text().includes('With camera and microphone')]).toEqual([false, true]);
    await choose('audio');
    expect([silent(), text().includes('Audio only')]).toEqual([false, true]);
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

  it('puts who came in on a second device back to the door, without asking them in first', async () => {
    const { enter, line, settle, text, buttons } = await openRoom('08:26');
    await enter();
    line().ended('elsewhere');
    await settle();
    expect(text()).toContain('You came in on another device.');
    expect(buttons()).toContain('Go back in');
  });

  it('offers whoever is kept out by their own network another way and the helpdesk, also while they try again', async () => {
    const { makeUnreachable, press, text, buttons } = await openRoom('08:26');
    expect(buttons()).not.toContain('Propose this way');
    makeUnreachable(2);
    for (const _ of ['first', 'again']) {
      await press('Enter the room');
      expect(text()).toContain('Your network may block video calls.');
      expect(text()).toContain('you can also meet another way, call the helpdesk and write');
      expect(text()).toContain('Shared notes');
      expect(buttons()).toEqual(expect.arrayContaining(['Propose this way', 'Call the helpdesk']));
    }
    await press('Enter the room');
    expect(buttons()).not.toContain('Propose this way');
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

  it('asks whether one moves here, when one is inside on another device', async () => {
    const [one, other] = here().sides!;
    const { text, buttons } = await openRoom('08:26', { more: { sides: [one!, { ...other!, here: true }] } });
    expect(text()).toContain('You are in this room on another device.');
    expect(buttons()[0]).toBe('Move here');
  });

  it('tells how this browser is told to allow a device', async () => {
    const { devices, press, text } = await openRoom('08:20');
    devices.trouble.set('camera', 'denied');
    await press('Try camera');
    expect(text()).toContain('settings for this page');
  });
});
