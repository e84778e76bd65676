import { describe, expect, it } from '@jest/globals';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { MeetingRoomView, ParticipantId, PlanBView } from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { mediaPerson } from '../../../../testing/media-world';
import { aiko, choice, clara, eventId, request } from '../../../../testing/meeting-fixtures';
import { affairs, openRoom } from '../../../../testing/room-page';

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
describe('what two agree on in the room', () => {
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

  it('leads there from inside as well, and says that one leaves the room', async () => {
    const set = plan({ state: 'set' });
    const { element, enter, text } = await openRoom('08:26', { more: { planB: set }, room: { planB: set } });
    await enter();
    const go = element.querySelector<HTMLAnchorElement>('musubi-plan-b-note a.btn')!;
    expect([go.textContent.includes('Meet at meet.example'), go.getAttribute('href')]).toEqual([true, set.value]);
    expect(text()).toContain('Leave this room when you go there.');
  });

  it('says to whom the helpdesk answers', async () => {
    const call = {
      helpRequestId: 'call',
      about: 'technical',
      text: null,
      askedAt: '',
      answer: 'Reload.',
      answeredAt: '',
    };
    const said = async (by: string): Promise<string> => {
      TestBed.resetTestingModule();
      const help = { ...call, by } as unknown as MeetingRoomView['help'];
      const { enter, element } = await openRoom('08:26', { room: { help } });
      await enter();
      return element.querySelector('musubi-help-note')!.textContent.trim().replace(/\s+/g, ' ');
    };
    expect([await said(clara.participantId), await said(aiko.participantId)]).toEqual([
      'The helpdesk answers: Reload.',
      'The helpdesk answers Aiko: Reload.',
    ]);
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
    expect(text()).toContain('Your proposal is with Aiko Tanaka. You are still in this room.');
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
});
