import { describe, expect, it } from '@jest/globals';
import { Title } from '@angular/platform-browser';
import { TestBed } from '@angular/core/testing';
import { openRoom } from '../../../testing/room-page';

describe('the meeting room', () => {
  it('names whom one meets, in the tab and on the way back', async () => {
    const { links } = await openRoom('08:10');
    expect([TestBed.inject(Title).getTitle(), links()]).toEqual([
      'Aiko Tanaka · Meeting room · Musubi',
      ['Skip to the meeting', 'Back to your home page', 'Back to the meeting with Aiko'],
    ]);
  });

  it('without video keeps the hour and the next step', async () => {
    const { text, buttons } = await openRoom('08:30', { video: false });
    expect(text()).toContain('Video is off on this server.');
    expect(text()).toContain('Next step');
    expect(buttons().filter((name) => /room|camera|microphone/i.test(name))).toEqual([]);
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
});
