import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Settings } from '../settings/settings.js';

/** How long the mail server may take for each step, in milliseconds. */
const patience = 20_000;

/** A letter as it leaves. */
export interface Mail {
  /** The same for every attempt: a mail server that gets it twice can know. */
  readonly id: string;
  readonly to: string;
  readonly locale: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one click ends these letters (RFC 8058). */
  readonly unsubscribe: string;
  readonly date: Date;
}

/** Nothing more can be done for this letter: the mail server knows no such address. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

export interface Mailer {
  /** @throws Undeliverable, or what else went wrong and may go well another time. */
  send: (mail: Mail) => Promise<void>;
  close: () => void;
}

/** Sends letters by the mail server of the settings; without one it puts them into the folder `mail` of the data, as files. */
export function openMailer(settings: Pick<Settings, 'smtpUrl' | 'data' | 'mailFrom' | 'cityName' | 'url'>): Mailer {
  return settings.smtpUrl === undefined ? intoFolder(join(settings.data, 'mail'), settings) : bySmtp(settings.smtpUrl, settings);
}

type Sender = Pick<Settings, 'mailFrom' | 'cityName' | 'url'>;

function bySmtp(smtpUrl: string, sender: Sender): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  return {
    async send(mail) {
      try {
        await transport.sendMail(message(mail, sender));
      } catch (error) {
        const { command, responseCode = 0 } = error as { command?: string; responseCode?: number };
        // The cause would quote the address.
        if (command === 'RCPT TO' && responseCode >= 500) throw new Undeliverable('the mail server refused the address');
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

function intoFolder(folder: string, sender: Sender): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const { message: bytes } = await transport.sendMail(message(mail, sender));
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const name = `${mail.date.toISOString().replaceAll(':', '-')} ${mail.id}.eml`;
      await writeFile(join(folder, name), bytes as Buffer, { mode: 0o600 });
    },
    close: () => transport.close(),
  };
}

function message({ id, to, locale, subject, text, html, unsubscribe, date }: Mail, sender: Sender): SendMailOptions {
  return {
    from: { name: sender.cityName, address: sender.mailFrom },
    // As an object it is an address whatever is in it, and never a list of them.
    to: { name: '', address: to },
    subject,
    text,
    html,
    date,
    messageId: `<${id}@${sender.url.hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': locale,
      'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
