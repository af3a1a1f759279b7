import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mail, Mailer } from '../../src/notices/mail.js';
import { Undeliverable } from '../../src/notices/mail.js';
import { sendOutgoing } from '../../src/notices/send-outgoing.js';
import type { TestCity } from './test-city.js';

/** A mail server that keeps what it gets, and fails when it is told to. */
export function letterBox(): Mailer & { letters: Mail[]; fail: 'never' | 'for now' | 'for ever' } {
  const box = {
    letters: [] as Mail[],
    fail: 'never' as 'never' | 'for now' | 'for ever',
    send(mail: Mail): Promise<void> {
      if (box.fail === 'for now') return Promise.reject(new Error('450 try again'));
      if (box.fail === 'for ever') return Promise.reject(new Undeliverable('550 nobody here'));
      box.letters.push(mail);
      return Promise.resolve();
    },
    close: () => undefined,
  };
  return box;
}

/** What stands in the links of a letter. */
export function tokenIn({ text }: Pick<Mail, 'text'>): string {
  const token = /token=([\w-]+)/.exec(text)?.[1];
  if (token === undefined) throw new Error(`no link with a token in: ${text}`);
  return token;
}

/** Asks for letters, and follows the link in the first one. */
export async function subscribed(
  place: TestCity,
  cookie: string,
  { process = 'parco', address = 'anna@posta.example', kinds = ['receipt', 'reminder'] } = {},
): Promise<{ token: string }> {
  const box = letterBox();
  const answer = await place.ask({
    method: 'PUT',
    url: `/api/v1/processes/${process}/notices`,
    payload: { address, kinds },
    headers: place.writing(cookie),
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  await sendOutgoing(place.city, box);
  const [letter] = box.letters;
  if (!letter) throw new Error('no letter asked for a confirmation');
  const token = tokenIn(letter);
  const url = `/notices/confirm?token=${token}`;
  const confirmed = await place.ask({ method: 'POST', url, headers: { origin: 'http://localhost:8080' } });
  if (confirmed.statusCode !== 200) throw new Error(confirmed.body);
  return { token };
}

export const accept = async (place: TestCity, cookie: string, pact = 'patto-parco', version = 2): Promise<string> => {
  const answer = await place.ask({
    method: 'POST',
    url: `/api/v1/pacts/${pact}/acceptance`,
    payload: { version },
    headers: place.writing(cookie),
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<{ reference: string }>().reference;
};

/** Letters that were kept as files. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
}
