import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Lang } from '@musubi/contracts';
import { createTransport, type Transporter } from 'nodemailer';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { oneLine } from '../text/plain-text.js';

export interface CalendarPart {
  method: 'REQUEST' | 'CANCEL';
  ics: string;
}

export interface Mail {
  /** Stable over retries, without angle brackets: a duplicate after a crash is recognised by it. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  calendar?: CalendarPart;
  /** Where it is about several entries: each goes as a part of its own, since a request may hold one UID only (RFC 5546). */
  calendars?: readonly CalendarPart[];
  headers?: Record<string, string>;
  lang: Lang;
}

/** Sends by SMTP; in the demo and in rehearsals keeps the mail in a table instead. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly log = new Logger(Mailer.name);
  private readonly smtp: Transporter | null;

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
  ) {
    const captured = config.demo || config.rehearsal;
    this.smtp =
      captured || !config.smtpUrl ? null : createTransport(config.smtpUrl, { pool: true, maxConnections: 4 } as never);
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }

  /** @throws whatever SMTP answers; the job that sends is retried */
  async send(mail: Mail): Promise<void> {
    const clean = {
      ...mail,
      subject: oneLine(mail.subject),
      to: { name: oneLine(mail.to.name), address: mail.to.address },
    };
    await (this.smtp ? this.sendBySmtp(this.smtp, clean) : this.keep(clean));
    this.log.debug(`Mail ${mail.messageId} left`);
  }

  private async sendBySmtp(smtp: Transporter, mail: Mail): Promise<void> {
    await smtp.sendMail({
      messageId: `<${mail.messageId}>`,
      from: { name: 'Musubi', address: this.config.mailFrom },
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: { 'Content-Language': mail.lang, 'Auto-Submitted': 'auto-generated', ...mail.headers },
      ...(mail.calendar ? { icalEvent: { method: mail.calendar.method, content: mail.calendar.ics } } : {}),
      ...(mail.calendars ? { attachments: mail.calendars.map(attached) } : {}),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  private async keep(mail: Mail): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO captured_mail (at, from_address, to_address, to_name, message_id, subject, lang, text, html, calendar, headers)
       VALUES (domain_now(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (message_id) DO NOTHING`,
      [
        this.config.mailFrom,
        mail.to.address,
        mail.to.name,
        mail.messageId,
        mail.subject,
        mail.lang,
        mail.text,
        mail.html,
        captured(mail),
        JSON.stringify(mail.headers ?? {}),
      ],
    );
  }
}

const attached = ({ method, ics }: CalendarPart, at: number) => ({
  filename: `meeting-${at + 1}.ics`,
  content: ics,
  contentType: `text/calendar; charset=utf-8; method=${method}`,
});

/** Several calendars one after the other are a calendar stream (RFC 5545). */
function captured({ calendar, calendars = [] }: Mail): string | null {
  const [first] = calendars;
  const whole = calendar ?? (first && { method: first.method, ics: calendars.map(({ ics }) => ics).join('\r\n') });
  return whole ? JSON.stringify(whole) : null;
}
