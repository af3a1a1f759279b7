import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import type { AttachmentStore } from '../src/attachments/attachment-store.js';
import { openStore } from '../src/attachments/open-store.js';
import { sweepFiles } from '../src/attachments/let-go.js';
import { readSettings, SettingsError } from '../src/settings/settings.js';
import { startObjectStore, type ObjectStore } from './support/object-store.js';
import { observed, whileOpen } from './support/observed.js';
import { people } from './support/people.js';
import { jpeg } from './support/pictures.js';
import { testCity } from './support/test-city.js';

const id = 'a'.repeat(43);

async function read(stream: Readable | undefined): Promise<string | undefined> {
  if (!stream) return undefined;
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** What every store must do. */
function keeps(open: () => AttachmentStore): void {
  it('gives back what was put, and nothing for what was not', async () => {
    const store = open();
    await store.put(id, Buffer.from('uno'));
    assert.equal(await read(await store.get(id)), 'uno');
    await store.put(id, Buffer.from('due'));
    assert.equal(await read(await store.get(id)), 'due');
    assert.equal(await store.get('b'.repeat(43)), undefined);
  });

  it('takes away, as often as it is asked', async () => {
    const store = open();
    await store.put(id, Buffer.from('uno'));
    await store.delete(id);
    await store.delete(id);
    assert.equal(await store.get(id), undefined);
  });

  it('takes no path for an id', async () => {
    const store = open();
    for (const wrong of ['../'.repeat(10), '', `${'a'.repeat(40)}/b`, 'x'.repeat(100)]) {
      await assert.rejects(() => store.put(wrong, Buffer.alloc(1)), RangeError);
      await assert.rejects(() => store.get(wrong), RangeError);
      await assert.rejects(() => store.delete(wrong), RangeError);
    }
  });
}

describe('attachments in a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-files-'));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const store = openStore(readSettings({ PORTICO_ATTACHMENTS: folder }));
  keeps(() => store);

  it('leaves no half of a file behind, and nothing that others on the machine can read', async () => {
    await store.put(id, Buffer.from('uno'));
    const names = readdirSync(join(folder, 'aa'));
    assert.deepEqual(names, [id]);
    assert.equal(statSync(join(folder, 'aa', id)).mode & 0o077, 0);
  });
});

describe('attachments in an object store', () => {
  let objects: ObjectStore;
  const environment = (): Record<string, string> => ({
    S3_ENDPOINT: objects.url,
    S3_BUCKET: 'osservazioni',
    S3_ACCESS_KEY_ID: 'pontelago',
    S3_SECRET_ACCESS_KEY: 'not-a-secret',
  });
  before(async () => {
    objects = await startObjectStore();
  });
  after(() => objects.close());
  keeps(() => openStore(readSettings(environment())));

  it('lie below the name of the bucket, asked for with the city’s key', async () => {
    objects.asked.length = 0;
    const store = openStore(readSettings(environment()));
    await store.put(id, Buffer.from('uno'));
    assert.deepEqual([...objects.objects.keys()], [`/osservazioni/${id}`]);
    assert.deepEqual(objects.asked, [`PUT /osservazioni/${id} pontelago`]);
  });

  it('says so when the store fails, and does not take it for an empty one', async () => {
    objects.trouble.status = 403;
    await assert.rejects(async () => openStore(readSettings(environment())).get(id));
    delete objects.trouble.status;
  });

  it('are sent, shown and swept as on a disk', async () => {
    let time = whileOpen();
    const place = await testCity('PGlite', { content: observed, now: () => time, environment: environment() });
    try {
      objects.objects.clear();
      const cookie = await place.signIn(people.resident);
      const answer = await place.ask({
        method: 'POST',
        url: '/api/v1/attachments?process=parco&name=a.jpg',
        payload: jpeg(),
        headers: place.writing(cookie),
      });
      assert.equal(answer.statusCode, 200, answer.body);
      const { url } = answer.json<{ url: string }>();
      const shown = await place.ask({ url: new URL(url).pathname, headers: { cookie } });
      assert.deepEqual(shown.rawPayload, jpeg());
      time = new Date(time.getTime() + 25 * 60 * 60 * 1000);
      objects.trouble.status = 403;
      await assert.rejects(() => sweepFiles(place.city));
      delete objects.trouble.status;
      assert.equal(objects.objects.size, 1);
      assert.equal(await sweepFiles(place.city), 1, 'what could not be deleted is found again');
      assert.equal(objects.objects.size, 0);
    } finally {
      await place.close();
    }
  });

  it('keeps nothing where the store takes nothing', async () => {
    const place = await testCity('PGlite', { content: observed, now: whileOpen, environment: environment() });
    try {
      objects.trouble.status = 403;
      const answer = await place.ask({
        method: 'POST',
        url: '/api/v1/attachments?process=parco&name=a.jpg',
        payload: jpeg(),
        headers: place.writing(await place.signIn(people.resident)),
      });
      assert.equal(answer.statusCode, 500);
      assert.deepEqual(await place.city.database.db.selectFrom('attachment').selectAll().execute(), []);
    } finally {
      delete objects.trouble.status;
      await place.close();
    }
  });

  it('needs both halves of a key', () => {
    assert.throws(() => readSettings({ S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'a' }), SettingsError);
  });
});
