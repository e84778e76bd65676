import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProgrammeFormat, ProgrammeView } from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { importInput, importProgramme, releaseProgramme } from '../../../../test/builders/programmes.js';
import { sampleFile } from '../../../../test/sample-file.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

describe('files of real conferences, through the door of the organisers', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it.each<[string, ProgrammeFormat, number]>([
    ['pretalx-democon.json', 'pretalx-json', 36],
    ['frab-camp2019.json', 'pretalx-json', 79],
    ['fosdem-2021.schedule.xml', 'pentabarf-xml', 773],
    ['invalid-example.json', 'pretalx-json', 1],
  ])('%s is imported with warnings, again without a change, released and read', async (name, format, sessions) => {
    const { event, organiser } = await newEvent(app);
    const text = sampleFile('schedule', name);
    const input = importInput(text, { format, zone: 'Europe/Brussels' });
    const first = await importProgramme(app, organiser, event, input);
    expect([first.status, first.body.sessions]).toEqual([
      200,
      { created: sessions, updated: 0, unchanged: 0, cancelled: 0 },
    ]);
    expect(first.body.warnings.length).toBeGreaterThan(0);
    const again = await importProgramme(app, organiser, event, input);
    expect(again.body.sessions).toEqual({ created: 0, updated: 0, unchanged: sessions, cancelled: 0 });
    expect((await releaseProgramme(app, organiser, event)).status).toBe(201);
    const { body } = await app.http().get<ProgrammeView>(`/api/events/${event.eventId}/programme`);
    expect(body.sessions).toHaveLength(sessions);
  });
});
