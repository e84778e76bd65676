import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { type Mail, Mailer } from '../index.js';

const received: ParsedMail[] = [];
let refusing = false;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    if (refusing) return void stream.resume().on('end', () => done(new Error('mailbox busy')));
    simpleParser(stream).then((mail) => {
      received.push(mail);
      done();
    }, done);
  },
});

let app: TestApp;
beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const address = smtp.server.address();
  const port = typeof address === 'object' ? address!.port : 0;
  app = await startApp({
    env: { DEMO: '0', SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'no-reply@musubi.example' },
  });
});
afterAll(async () => {
  await app.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
});
beforeEach(() => {
  received.splice(0);
  refusing = false;
});

const mail: Mail = {
  messageId: 'meeting.1.2@musubi.example',
  to: { name: '田中 愛子', address: 'aiko@example.org' },
  subject: 'ご面談の日時が\r\nBcc: evil@example.org 決まりました',
  text: 'text',
  html: '<p>html</p>',
  calendar: { method: 'REQUEST', ics: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n' },
  headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  lang: 'ja',
};

test('a mail leaves with its stable id, names in their script, and the calendar part that clients look for', async () => {
  await app.app.get(Mailer).send(mail);
  const [got] = received;
  expect(got).toMatchObject({
    messageId: '<meeting.1.2@musubi.example>',
    subject: 'ご面談の日時が Bcc: evil@example.org 決まりました',
    text: 'text',
    from: { value: [{ address: 'no-reply@musubi.example', name: 'Musubi' }] },
    to: { value: [{ address: 'aiko@example.org', name: '田中 愛子' }] },
  });
  expect(got!.bcc).toBeUndefined();
  expect(got!.headers.get('content-language')).toBe('ja');
  expect(got!.attachments.map(({ contentType }) => contentType)).toContain('application/ics');
  expect(got!.headerLines.some(({ line }) => /^auto-submitted: auto-generated$/i.test(line))).toBe(true);
});

test('a mail that is refused throws, so that its job is tried again', async () => {
  refusing = true;
  await expect(app.app.get(Mailer).send(mail)).rejects.toThrow('mailbox busy');
});

test('sign-in mails leave the same way', async () => {
  await app.http().post('/api/sign-in/attempts', { address: 'bo@example.org', lang: 'en' });
  await app.jobs.drain();
  expect(received.map(({ to, subject }) => [Array.isArray(to) ? to : to?.text, subject])).toEqual([
    ['bo@example.org', 'Your sign-in link for Musubi'],
  ]);
});
