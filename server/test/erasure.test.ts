import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Content } from '../src/content/schema.js';
import { newOfficeKeys } from '../src/identities/sealed-box.js';
import { confirmationBucket } from '../src/notices/confirmation-counts.js';
import { recipientIn } from '../src/notices/recipient.js';
import { commitmentOf } from '../src/participation/commitment.js';
import { participantIn } from '../src/participation/participant.js';
import { eraseEverythingOf } from '../src/privacy/erasure.js';
import { exportOf } from '../src/privacy/export.js';
import { Nicknames } from '../src/sign-in/nicknames.js';
import { content as usual } from './support/content.js';
import { accept, subscribed } from './support/letters.js';
import { everyValue } from './support/every-value.js';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

const content: Content = {
  ...usual,
  processes: usual.processes.map(process =>
    process.id === 'parco' ? { ...process, office: { name: 'Ufficio Verde', publicKey: newOfficeKeys().publicKey } } : process,
  ),
};

interface Exported {
  nickname: string;
  processes: {
    process: string;
    contributions: { label: string; reference: string; content: unknown; log: { commitment: string; salt: string } }[];
    letters?: { address: string };
  }[];
  sessions: { of: unknown[] };
}

for (const engine of engines) {
  describe(`what one person gave, on ${engine}`, () => {
    let place: TestCity;
    let cookie: string;
    const person = people.resident;
    before(async () => {
      place = await testCity(engine, { content });
      cookie = await place.signIn(person);
      await new Nicknames(place.city.database.db, place.city.keys, 'Comune').of(person.identity);
      const other = await place.signIn(people.otherResident);
      await subscribed(place, cookie);
      await subscribed(place, other, { address: 'luca@posta.example' });
      // The letters with the receipts still wait.
      await accept(place, cookie);
      await accept(place, other);
    });
    after(() => place.close());

    const everything = () => everyValue(place.city.database.db);

    /** All that stands for somebody in the database, for who has the key. */
    const namesOf = ({ identity }: { identity: string }): string[] => {
      const { keys } = place.city;
      return [
        ...content.processes.flatMap(({ id }) => [participantIn(keys, id, { identity }), recipientIn(keys, id, { identity })]),
        keys.pseudonym('person', identity),
        keys.pseudonym('nickname', identity),
        confirmationBucket(place.city, 'person', identity),
      ].map(name => name.toString('hex'));
    };
    const found = async (names: readonly string[]): Promise<string[]> => {
      const tables = [...(await everything())];
      return tables
        .filter(([, text]) => names.some(name => text.includes(name)))
        .map(([table]) => table)
        .sort();
    };

    it('comes as a file, with what is needed to open the log’s entries and no identity', async () => {
      const data = (await exportOf(place.city, person, 'it')) as Exported;
      assert.equal(data.nickname, person.nickname);
      assert.equal(data.processes.length, 1);
      const [{ contributions: [contribution], letters } = { contributions: [] }] = data.processes;
      assert.ok(contribution);
      assert.equal(contribution.label, 'Accettazione di un patto');
      assert.equal(letters?.address, 'anna@posta.example');
      const salt = Buffer.from(contribution.log.salt, 'base64');
      assert.equal(commitmentOf(contribution.content, salt).toString('base64'), contribution.log.commitment);
      assert.equal(data.sessions.of.length, 1);
      const text = JSON.stringify(data);
      for (const secret of [person.identity, person.person.birthDate, 'luca@posta.example']) assert.ok(!text.includes(secret));
    });

    it('can be found before it is erased, by who has the key', async () => {
      assert.deepEqual(await found(namesOf(person)), [
        'acceptance',
        'nickname',
        'nickname_taken',
        'outgoing',
        'rate',
        'sealed_identity',
        'session',
        'submission',
        'subscription',
      ]);
    });

    it('stays as it was when anything fails', async () => {
      const { db } = place.city.database;
      const before = await everything();
      await sql`alter table nickname rename to nickname_away`.execute(db);
      await assert.rejects(eraseEverythingOf(place.city, person));
      await sql`alter table nickname_away rename to nickname`.execute(db);
      assert.deepEqual(await everything(), before);
    });

    it('is erased so that nothing leads to the person, and the log’s entry cannot be opened', async () => {
      const { db } = place.city.database;
      const mine = await db
        .selectFrom('acceptance')
        .selectAll()
        .where('participant', '=', participantIn(place.city.keys, 'parco', person))
        .executeTakeFirstOrThrow();
      const before = await db.selectFrom('log_entry').selectAll().orderBy('id').execute();

      const erased = await eraseEverythingOf(place.city, person);
      assert.deepEqual(erased, { contributions: 1, addresses: 1, sealedIdentities: 1, sessions: 1 });

      assert.deepEqual(await found(namesOf(person)), []);
      assert.deepEqual(await db.selectFrom('log_entry').selectAll().orderBy('id').execute(), before, 'the log is only added to');
      const tables = await everything();
      const salt = Buffer.from(mine.salt).toString('hex');
      for (const [table, text] of tables) {
        assert.ok(!text.includes(salt), `the salt is still in ${table}`);
        assert.ok(!text.includes(mine.reference), `the number is still in ${table}`);
        assert.ok(table === 'log_entry' || !text.includes(mine.log_entry), `${table} leads to the log's entry`);
      }
    });

    it('ends the session, and leaves alone what others gave', async () => {
      assert.equal((await place.ask({ url: '/api/v1/processes/parco/notices', headers: { cookie } })).statusCode, 401);
      assert.deepEqual(await found(namesOf(people.otherResident)), [
        'acceptance',
        'outgoing',
        'rate',
        'sealed_identity',
        'session',
        'submission',
        'subscription',
      ]);
    });

    it('can be given again', async () => {
      await accept(place, await place.signIn(person));
      assert.equal(((await exportOf(place.city, person, 'it')) as Exported).processes[0]?.contributions.length, 1);
    });
  });
}
