import type { MeetingRequestView, SavedPerson } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { newMeeting } from '../../fixtures/scene/meeting.ts';
import { publish } from '../../fixtures/people.ts';
import { MatchmakingPage } from '../../pages/people/matchmaking.ts';
import { MeetingsPage } from '../../pages/meetings/meetings.ts';

test('a person is saved from a suggestion and found under Saved, in either language', async ({
  conference,
  participant,
}) => {
  const osaka = await participant('saved-osaka', 'JP-27');
  const stuttgart = await participant('saved-stuttgart', 'DE1');
  await publish(osaka.visitor, osaka.registration, 'offer', 'Test stands for hydrogen valves');
  await publish(stuttgart.visitor, stuttgart.registration, 'request', 'A place to test hydrogen valves');

  for (const [one, other, lang] of [
    [stuttgart, osaka, 'en'],
    [osaka, stuttgart, 'ja'],
  ] as const) {
    const { api, page } = one.visitor;
    const suggestions = new MatchmakingPage(one.visitor, lang, conference);
    await suggestions.open();
    const name = await suggestions.best.getByRole('heading', { level: 2 }).textContent();
    await suggestions.saveBest();
    const saved = `events/${conference.event.eventId}/saved-people`;
    await expect
      .poll(async () => (await api.get<SavedPerson[]>(saved)).map(({ participantId }) => participantId))
      .toEqual([other.participantId]);
    await suggestions.openSaved();
    await expect(suggestions.saved.getByRole('heading')).toHaveText([name!]);
    await expectAccessible(page);
    await page.reload();
    await expect(suggestions.saved.getByRole('heading')).toHaveText([name!]);
  }
});

test('meetings are a list, a board or a calendar, as was chosen last; a time that came free leads to whom one could meet', async ({
  conference,
  participant,
}) => {
  const osaka = await participant('shown-osaka', 'JP-27');
  const stuttgart = await participant('shown-stuttgart', 'DE1');
  const kyoto = await participant('shown-kyoto', 'JP-26');
  await publish(kyoto.visitor, kyoto.registration, 'offer', 'Test stands for hydrogen valves');
  await publish(stuttgart.visitor, stuttgart.registration, 'request', 'A place to test hydrogen valves');
  const slot = conference.slots[2]!;
  const { meetingId } = await newMeeting(conference, [stuttgart, osaka], slot);
  const sides = [
    [stuttgart.visitor, 'en'],
    [osaka.visitor, 'ja'],
  ] as const;

  for (const [visitor, lang] of sides) {
    const meetings = new MeetingsPage(visitor, lang, conference);
    await meetings.open();
    await expect(meetings.shape('list')).toHaveAttribute('aria-pressed', 'true');
    for (const shape of ['board', 'calendar', 'list'] as const) {
      await meetings.shape(shape).click();
      await visitor.page.reload();
      await expect(meetings.shape(shape)).toHaveAttribute('aria-pressed', 'true');
      await expect(shape === 'calendar' ? meetings.entries : meetings.rows('confirmed')).toHaveCount(1);
      await expectAccessible(visitor.page);
    }
  }

  await osaka.visitor.api.post(`meetings/${meetingId}/cancel`, { reason: 'ill', note: null });
  for (const [visitor, lang] of sides) {
    const meetings = new MeetingsPage(visitor, lang, conference);
    await expect(meetings.rows('ended')).toHaveCount(1);
    await meetings.findOther();
    const suggestions = new MatchmakingPage(visitor, lang, conference);
    await expect(suggestions.time).toHaveCount(1);
    await expect(suggestions.best).toBeVisible();
    await expectAccessible(visitor.page);
    await suggestions.askBest();
    await expect(suggestions.chosen).toHaveCount(1);
    await expect(suggestions.chosen).toHaveAttribute('data-slot', slot.slotId);
    await expectAccessible(visitor.page);
  }

  const ask = new MatchmakingPage(stuttgart.visitor, 'en', conference);
  await ask.reason.fill('We would like to test our valves at your stands.');
  await ask.send();
  await expect
    .poll(async () => {
      const path = `events/${conference.event.eventId}/meeting-requests`;
      const all = await stuttgart.visitor.api.get<MeetingRequestView[]>(path);
      return all.filter(({ state }) => state === 'requested').map(({ slots }) => slots.map(({ slotId }) => slotId));
    })
    .toEqual([[slot.slotId]]);
});
