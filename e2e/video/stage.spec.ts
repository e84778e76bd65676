import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/index.ts';
import { setClock } from '../fixtures/scene/meeting.ts';
import { newSession } from '../fixtures/scene/programme.ts';
import { expectToSeeAndHear } from '../pages/live/room.ts';
import { StagePage } from '../pages/live/stage.ts';

test.use({ daysAhead: 1 });

test('a session goes live: one publishes, attendees watch, ask and upvote', async ({
  media: _media,
  conference,
  participant,
  organiser,
}) => {
  const session = await newSession(organiser, conference, 'Hydrogen in regions');
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  await setClock(organiser, session.startsAt, -3);

  const stage = new StagePage(organiser, 'en', conference, session);
  const seats = [
    new StagePage(osaka.visitor, 'ja', conference, session),
    new StagePage(stuttgart.visitor, 'en', conference, session),
  ] as const;
  await stage.open();
  for (const seat of seats) {
    await seat.open();
    await expect(seat.page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await expectAccessible(seats[0].page);
  await stage.goBackstage();
  await expect(seats[0].page.locator('video')).toHaveCount(0);
  await expect(seats[0].live).toHaveCount(0);

  await stage.goLive();
  for (const seat of seats) await expect(seat.live).toBeVisible();
  await expectToSeeAndHear(seats[0].page.locator('main'));
  await expectToSeeAndHear(seats[1].page.locator('main'));
  await expectAccessible(seats[1].page);

  const question = '水素ステーションの費用は誰が負担しますか。';
  await seats[0].ask(question);
  await expect(seats[1].question(question)).toBeVisible();
  await seats[1].votes(question).click();
  await expect(seats[0].votes(question)).toContainText('1');
  await expect(stage.votes(question)).toContainText('1');
  await expectAccessible(stage.page);

  await seats[0].page.reload();
  await expect(seats[0].votes(question)).toContainText('1');
});
