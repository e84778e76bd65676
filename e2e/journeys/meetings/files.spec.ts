import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { comesAlong, newMeeting } from '../../fixtures/scene/meeting.ts';
import { say } from '../../fixtures/words.ts';
import { MeetingPage } from '../../pages/meetings/meeting.ts';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const page = Buffer.from('<!doctype html><script>alert(1)</script>');

test('one sends a document that the other downloads; what is hostile is refused in words', async ({
  conference,
  participant,
}) => {
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const { meetingId } = await newMeeting(conference, [stuttgart, osaka], conference.slots[0]!);
  const [here, there] = [
    new MeetingPage(stuttgart.visitor, 'en', conference),
    new MeetingPage(osaka.visitor, 'ja', conference),
  ];
  await here.open(meetingId);
  await there.open(meetingId);

  await here.choose({ name: 'plan.html', mimeType: 'application/pdf', buffer: page });
  await expect(here.page.getByText(say('en', 'files.refused.kind'))).toBeVisible();
  await expectAccessible(here.page);

  await here.choose({ name: '協力計画.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(here.uploads).toHaveCount(1);
  await here.send();
  await expect(here.uploads).toHaveCount(0);
  await expect(there.documents).toHaveText(['協力計画.pdf']);
  const arriving = there.page.waitForEvent('download');
  await there.documents.first().click();
  const download = await arriving;
  expect([download.suggestedFilename(), await readFile(await download.path())]).toEqual(['協力計画.pdf', pdf]);
});

test('a guest sends a document: the two open it at once, in the meeting and in their conversation', async ({
  conference,
  participant,
}) => {
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const lyon = await participant('lyon', 'FRK');
  const meeting = await newMeeting(conference, [stuttgart, osaka], conference.slots[0]!);
  await comesAlong(lyon, stuttgart, meeting);
  const [guest, asker, asked] = [
    new MeetingPage(lyon.visitor, 'en', conference),
    new MeetingPage(stuttgart.visitor, 'en', conference),
    new MeetingPage(osaka.visitor, 'ja', conference),
  ];
  for (const one of [guest, asker, asked]) await one.open(meeting.meetingId);
  await expect(guest.page.getByText(say('en', 'files.bring.who_reads'))).toBeVisible();
  await expect(guest.page.locator('musubi-conversation form')).toHaveCount(0);

  await guest.bring({ name: 'Essais.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(guest.brought).toHaveText(['Essais.pdf']);
  await expectAccessible(guest.page);
  for (const one of [asker, asked]) {
    await expect(one.brought).toHaveText(['Essais.pdf']);
    await expect(one.documents).toHaveText(['Essais.pdf']);
    const arriving = one.page.waitForEvent('download');
    await one.brought.first().click();
    const download = await arriving;
    expect([download.suggestedFilename(), await readFile(await download.path())]).toEqual(['Essais.pdf', pdf]);
  }
  await expect(asker.page.locator('musubi-thread-files')).toContainText(lyon.name.familyLatin);
});

test('cards are exchanged when both have offered theirs', async ({ conference, participant }) => {
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const { meetingId } = await newMeeting(conference, [stuttgart, osaka], conference.slots[0]!);
  const [here, there] = [
    new MeetingPage(stuttgart.visitor, 'en', conference),
    new MeetingPage(osaka.visitor, 'ja', conference),
  ];
  await here.open(meetingId);
  await there.open(meetingId);

  await here.press('cards.offer');
  await expect(there.cards).not.toContainText(stuttgart.address);
  await there.press('cards.exchange');
  await expect(there.cards).toContainText(stuttgart.address);
  await expect(here.cards).toContainText(osaka.address);
  await expectAccessible(here.page);
  const arriving = there.page.waitForEvent('download');
  await there.page.getByRole('link', { name: say('ja', 'cards.save') }).click();
  const card = await readFile(await (await arriving).path(), 'utf8');
  // Long lines go on after a space.
  expect(card.replaceAll('\r\n ', '')).toContain(`EMAIL;TYPE=work:${stuttgart.address}\r\n`);
});
