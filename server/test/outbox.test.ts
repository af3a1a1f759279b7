import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, statSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openCity } from '../src/city.js';
import { makeLog } from '../src/logs.js';
import { openMailer, Undeliverable, type Mail } from '../src/notices/mail.js';
import { putIntoOutbox } from '../src/notices/outbox.js';
import { sendOutgoing } from '../src/notices/send-outgoing.js';
import { recipientIn } from '../src/notices/recipient.js';
import { filesIn, letterBox, subscribed } from './support/letters.js';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

const mail: Mail = {
  id: '0b0b0b0b-0000-4000-8000-000000000000',
  to: 'anna@posta.example',
  locale: 'ar',
  subject: 'إيصال PATTO-7K3M\r\nBcc: x@y.example',
  text: 'نص\n.\nfine\n',
  html: '<p>نص</p>',
  unsubscribe: 'https://partecipa.comune.example/notices/unsubscribe?token=abc_-123',
  date: new Date('2026-11-24T10:00:00Z'),
};

const sender = {
  mailFrom: 'partecipa@comune.example',
  cityName: 'Città di Prova, "Uno"',
  url: new URL('https://partecipa.comune.example'),
  data: '',
};

/** A mail server of a few lines (RFC 5321), that keeps the letters it gets. */
async function mailServer(refuse: (command: string) => string | undefined = () => undefined) {
  const letters: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    let data: string | undefined;
    let rest = '';
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    say('220 ready');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      rest += chunk;
      for (;;) {
        if (data !== undefined) {
          const end = rest.indexOf('\r\n.\r\n');
          if (end < 0) return;
          letters.push(rest.slice(0, end));
          rest = rest.slice(end + 5);
          data = undefined;
          say('250 kept');
          continue;
        }
        const end = rest.indexOf('\r\n');
        if (end < 0) return;
        const command = rest.slice(0, end);
        rest = rest.slice(end + 2);
        const refusal = refuse(command);
        if (refusal !== undefined) say(refusal);
        else if (command.startsWith('DATA')) {
          data = '';
          say('354 go on');
        } else if (command.startsWith('QUIT')) socket.end('221 bye\r\n');
        else say('250 ok');
      }
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    letters,
    url: `smtp://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise<void>(resolve => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

describe('a letter that leaves', () => {
  it('goes to the mail server with its headers, and smuggles none in', async () => {
    const server = await mailServer();
    const mailer = openMailer({ ...sender, smtpUrl: server.url });
    try {
      await mailer.send(mail);
      const [letter = ''] = server.letters;
      const head = letter.slice(0, letter.indexOf('\r\n\r\n'));
      assert.match(head, /^To: anna@posta\.example$/m);
      assert.match(head, /^Message-ID: <0b0b0b0b-0000-4000-8000-000000000000@partecipa\.comune\.example>$/m);
      assert.match(head, /^Auto-Submitted: auto-generated$/m);
      assert.match(head, /^Content-Language: ar$/m);
      assert.match(head, /^List-Unsubscribe: <https:\/\/partecipa\.comune\.example\/notices\/unsubscribe\?token=abc_-123>$/m);
      assert.match(head, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
      assert.doesNotMatch(head, /^Bcc:/im);
      assert.match(letter, /Content-Type: text\/plain[\s\S]*Content-Type: text\/html/);
    } finally {
      mailer.close();
      await server.close();
    }
  });

  it('is undeliverable when the mail server knows no such address, and else only late', async () => {
    let refusal = '550 nobody here';
    const server = await mailServer(command => (command.startsWith('RCPT') ? refusal : undefined));
    const mailer = openMailer({ ...sender, smtpUrl: server.url });
    try {
      await assert.rejects(mailer.send(mail), Undeliverable);
      refusal = '450 come back later';
      await assert.rejects(mailer.send(mail), (error: Error) => !(error instanceof Undeliverable));
      assert.deepEqual(server.letters, []);
    } finally {
      mailer.close();
      await server.close();
    }
  });

  it('becomes a file for its owner alone, where there is no mail server', async () => {
    const data = mkdtempSync(join(tmpdir(), 'portico-mail-'));
    try {
      await openMailer({ ...sender, data, smtpUrl: undefined }).send(mail);
      const [file = ''] = filesIn(join(data, 'mail'));
      assert.match(file, /^List-Unsubscribe-Post: /m);
      const [name = ''] = readdirSync(join(data, 'mail'));
      assert.equal(statSync(join(data, 'mail', name)).mode & 0o777, 0o600);
    } finally {
      rmSync(data, { recursive: true });
    }
  });
});

for (const engine of engines) {
  describe(`the outbox, on ${engine}`, () => {
    let place: TestCity;
    let time = new Date('2026-11-24T10:00:00Z');
    let person: Buffer;
    const lines: { level: number; msg: string }[] = [];
    before(async () => {
      const stream = { write: (line: string) => void lines.push(JSON.parse(line) as { level: number; msg: string }) };
      place = await testCity(engine, { now: () => time, log: makeLog({ logLevel: 'info' }, stream) });
      await subscribed(place, await place.signIn(people.resident));
      person = recipientIn(place.city.keys, 'parco', people.resident);
    });
    after(() => place.close());
    beforeEach(async () => {
      await place.city.database.db.deleteFrom('outgoing').execute();
      lines.length = 0;
    });

    const put = (count = 1) =>
      place.city.database.db.transaction().execute(transaction =>
        putIntoOutbox(
          transaction,
          place.city.keys,
          Array.from({ length: count }, (_, index) => ({
            channel: 'mail' as const,
            person,
            content: {
              kind: 'answer',
              process: 'parco',
              title: { lang: 'it', text: 'Il parco' },
              reference: `PATTO-${String(index)}`,
              subject: { lang: 'it', text: 'Panchine' },
              url: 'https://comune.example/risposta',
            },
          })),
          time,
        ),
      );
    const waiting = () => place.city.database.db.selectFrom('outgoing').selectAll().execute();

    it('tries again after a pause that grows, with the same number', async () => {
      await put();
      const box = letterBox();
      const [{ id } = { id: '' }] = await waiting();
      box.fail = 'for now';
      const pauses: number[] = [];
      for (let tried = 0; tried < 4; tried++) {
        await sendOutgoing(place.city, box);
        const [row] = await waiting();
        assert.ok(row);
        pauses.push((row.due_at.getTime() - time.getTime()) / 60_000);
        assert.equal(await sendOutgoing(place.city, box), 0, 'nothing is due before');
        time = row.due_at;
      }
      assert.deepEqual(pauses, [1, 2, 4, 8]);
      box.fail = 'never';
      assert.equal(await sendOutgoing(place.city, box), 1);
      assert.equal(box.letters[0]?.id, id);
      assert.deepEqual(await waiting(), []);
    });

    it('gives a letter up in the end, and says so without the address', async () => {
      await put();
      const box = letterBox();
      box.fail = 'for now';
      let rounds = 0;
      for (; rounds < 50 && (await waiting()).length > 0; rounds++) {
        await sendOutgoing(place.city, box);
        const [row] = await waiting();
        if (row) time = row.due_at;
      }
      assert.equal(rounds, 14);
      assert.equal(lines.filter(({ msg }) => msg === 'a letter was given up').length, 1);
      assert.doesNotMatch(JSON.stringify(lines), /posta|anna/);
    });

    it('gives a letter up at once when there is no such address', async () => {
      await put();
      const box = letterBox();
      box.fail = 'for ever';
      await sendOutgoing(place.city, box);
      assert.deepEqual(await waiting(), []);
    });

    it('sends again what a process took and never sent', async () => {
      await put();
      const { db } = place.city.database;
      await db
        .updateTable('outgoing')
        .set({ claimed_until: new Date(time.getTime() + 1000) })
        .execute();
      const box = letterBox();
      assert.equal(await sendOutgoing(place.city, box), 0);
      time = new Date(time.getTime() + 1000);
      assert.equal(await sendOutgoing(place.city, box), 1);
    });

    it('sends the others when one was changed by somebody and does not open', async () => {
      const { db } = place.city.database;
      await put(3);
      const [{ id } = { id: '' }] = await waiting();
      await db
        .updateTable('outgoing')
        .set({ sealed: Buffer.alloc(64) })
        .where('id', '=', id)
        .execute();
      const box = letterBox();
      assert.equal(await sendOutgoing(place.city, box), 2);
      assert.deepEqual(
        (await waiting()).map(row => [row.id, row.attempts, row.claimed_until]),
        [[id, 1, null]],
      );
      assert.equal(lines.filter(({ msg }) => msg === 'something could not leave and is tried again').length, 1);
    });

    it('gives back what it took when it has to stop', async () => {
      await put(4);
      const box = letterBox();
      assert.equal(await sendOutgoing(place.city, box, () => box.letters.length > 0), 1);
      assert.deepEqual(
        (await waiting()).map(row => [row.attempts, row.claimed_until]),
        Array.from({ length: 3 }, () => [0, null]),
      );
      assert.equal(await sendOutgoing(place.city, box), 3);
    });

    it('holds nothing of a contribution that was not written', async () => {
      const { db } = place.city.database;
      const failing = db.transaction().execute(async transaction => {
        await putIntoOutbox(transaction, place.city.keys, [{ channel: 'mail', person, content: {} }], time);
        throw new Error('the contribution could not be written');
      });
      await assert.rejects(failing);
      assert.deepEqual(await waiting(), []);
    });

    if (engine === 'PostgreSQL') {
      it('sends each letter once, with two processes at work', async () => {
        const count = 120;
        await put(count);
        const other = await openCity(place.city.settings, place.city.log, () => time);
        const boxes = [letterBox(), letterBox()];
        try {
          const [one, two] = boxes;
          assert.ok(one && two);
          await Promise.all([
            sendOutgoing(place.city, one),
            sendOutgoing(other, two),
            sendOutgoing(place.city, one),
            sendOutgoing(other, two),
          ]);
        } finally {
          await other.database.close();
        }
        const ids = boxes.flatMap(({ letters }) => letters.map(({ id }) => id));
        assert.equal(ids.length, count);
        assert.equal(new Set(ids).size, count);
        assert.ok(
          boxes.every(({ letters }) => letters.length > 0),
          'both took part',
        );
      });
    }
  });
}
