import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Attachment } from '../../src/model/attachment.js';
import { sweepFiles } from '../src/attachments/let-go.js';
import { observed, whileOpen } from './support/observed.js';
import { people } from './support/people.js';
import { jpeg, pdf, png, zip } from './support/pictures.js';
import { engines, origin, testCity, type TestCity } from './support/test-city.js';

const mostBytes = 200_000;

for (const engine of engines) {
  describe(`attachments, on ${engine}`, () => {
    let place: TestCity;
    let time = whileOpen();
    let cookie: string;
    before(async () => {
      place = await testCity(engine, { content: observed, now: () => time, environment: { WRITES_PER_MINUTE: '1000' } });
      cookie = await place.signIn(people.resident);
    });
    after(() => place.close());

    interface Sent {
      bytes?: Buffer;
      name?: string;
      process?: string;
      who?: string | undefined;
      key?: string;
      type?: string;
    }
    const send = ({ bytes = jpeg(), name = 'foto.jpg', process = 'parco', key, type = 'image/jpeg', ...rest }: Sent = {}) =>
      place.ask({
        method: 'POST',
        url: `/api/v1/attachments?process=${process}&name=${encodeURIComponent(name)}`,
        payload: bytes,
        headers: { ...place.writing('who' in rest ? rest.who : cookie, key), 'content-type': type },
      });
    const sent = async (options: Sent = {}): Promise<Attachment> => {
      const answer = await send(options);
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<Attachment>();
    };
    const open = (url: string, headers: Record<string, string> = {}) => place.ask({ url: new URL(url).pathname, headers });
    const observe = async (attachments: string[], who = cookie): Promise<string> => {
      const answer = await place.ask({
        method: 'POST',
        url: '/api/v1/observations',
        headers: place.writing(who),
        payload: { subject: { process: 'parco' }, kind: 'remark', text: 'Guardate.', lang: 'it', attachments },
      });
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<{ reference: string }>().reference;
    };
    const rows = () => place.city.database.db.selectFrom('attachment').selectAll().execute();

    it('says what it took: the type by the content, the name tidied', async () => {
      const file = await sent({ name: '../panchina.exe', type: 'application/x-msdownload', bytes: png() });
      assert.equal(file.type, 'image/png');
      assert.equal(file.name, 'panchina.png');
      assert.equal(file.size, png().length);
      assert.equal(file.url, `${origin}/files/${file.id}/panchina.png`);
    });

    it('is the same file when it is sent twice, and another for another person', async () => {
      const [one, two] = [await sent({ key: 'the-same-key' }), await sent({ key: 'the-same-key' })];
      assert.deepEqual(one, two);
      const other = await sent({ key: 'the-same-key', who: await place.signIn(people.otherResident) });
      assert.notEqual(other.id, one.id);
      assert.equal((await send({ key: 'the-same-key', bytes: png() })).statusCode, 409);
    });

    it('is shown to who left it until it is sent, and then to everybody', async () => {
      const file = await sent();
      assert.equal((await open(file.url)).statusCode, 404);
      assert.equal((await open(file.url, { cookie: await place.signIn(people.otherResident) })).statusCode, 404);
      const own = await open(file.url, { cookie });
      assert.equal(own.statusCode, 200);
      assert.equal(own.headers['cache-control'], 'private, no-store');
      assert.equal(own.headers['cross-origin-resource-policy'], 'same-origin');
      const reference = await observe([file.id]);
      const answer = await open(file.url);
      assert.equal(answer.statusCode, 200);
      assert.deepEqual(answer.rawPayload, jpeg());
      const whole = await place.ask(`/api/v1/observations/${reference}`);
      assert.deepEqual(whole.json<{ attachments: Attachment[] }>().attachments, [file]);
    });

    it('comes with headers under which nothing in it can run', async () => {
      const [image, paper] = [await sent({ name: 'è.jpg' }), await sent({ bytes: pdf, name: 'carta.pdf' })];
      await observe([image.id, paper.id]);
      const { headers } = await open(image.url);
      assert.equal(headers['content-type'], 'image/jpeg');
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['content-security-policy'], "sandbox; default-src 'none'; frame-ancestors 'none'");
      assert.equal(headers['content-disposition'], "inline; filename*=UTF-8''%C3%A8.jpg");
      assert.equal(headers['cache-control'], 'public, max-age=60, must-revalidate');
      assert.equal((await open(image.url, { 'if-none-match': String(headers.etag) })).statusCode, 304);
      assert.match(String((await open(paper.url)).headers['content-disposition']), /^attachment;/);
      assert.equal((await open(image.url.replace(/[^/]+$/, 'other.jpg'))).statusCode, 404);
      assert.equal((await place.ask('/files/..%2F..%2Fetc%2Fpasswd/x')).statusCode, 400);
    });

    it('is not shown any more when its observation is hidden or withdrawn', async () => {
      const file = await sent();
      const reference = await observe([file.id]);
      const change = (values: { state?: string; hidden?: string | null }) =>
        place.city.database.db.updateTable('observation').set(values).where('reference', '=', reference).execute();
      await change({ hidden: JSON.stringify({ reason: { value: 'offensive' }, at: time.toISOString() }) });
      assert.equal((await open(file.url)).statusCode, 404);
      assert.equal((await open(file.url, { cookie })).statusCode, 404);
      await change({ hidden: null, state: 'withdrawn' });
      assert.equal((await open(file.url)).statusCode, 404);
    });

    it('cannot be taken for an observation by somebody else, nor twice', async () => {
      const file = await sent();
      const other = await place.signIn(people.otherResident);
      const payload = { subject: { process: 'parco' }, kind: 'remark', text: 'Mia.', lang: 'it', attachments: [file.id] };
      const refused = await place.ask({ method: 'POST', url: '/api/v1/observations', headers: place.writing(other), payload });
      assert.equal(refused.statusCode, 422);
      await observe([file.id]);
      const again = await place.ask({ method: 'POST', url: '/api/v1/observations', headers: place.writing(cookie), payload });
      assert.equal(again.statusCode, 422);
    });

    it('goes from an observation when its author takes it out, and cannot be put back', async () => {
      const [kept, out] = [await sent(), await sent()];
      const reference = await observe([kept.id, out.id]);
      const edit = (attachments: string[]) =>
        place.ask({
          method: 'POST',
          url: `/api/v1/observations/${reference}/edit`,
          headers: place.writing(cookie),
          payload: { subject: { process: 'parco' }, kind: 'remark', text: 'Guardate qui.', lang: 'it', attachments },
        });
      assert.equal((await edit([kept.id])).statusCode, 200);
      assert.equal((await open(kept.url)).statusCode, 200);
      assert.equal((await open(out.url, { cookie })).statusCode, 404);
      assert.equal((await edit([kept.id, out.id])).statusCode, 422);
    });

    const refusals: [string, () => Sent | Promise<Sent>, number, string][] = [
      ['what is no type of the process', () => ({ bytes: zip, name: 'foto.jpg' }), 422, 'invalid-fields'],
      ['a page under the name of a picture', () => ({ bytes: Buffer.from('<script>alert(1)</script>') }), 422, 'invalid-fields'],
      ['a picture that is cut off', () => ({ bytes: jpeg().subarray(0, 60) }), 422, 'invalid-fields'],
      ['a picture with too many pixels', () => ({ bytes: png({ width: 60_000, height: 60_000 }) }), 422, 'invalid-fields'],
      ['nothing at all', () => ({ bytes: Buffer.alloc(0) }), 422, 'invalid-fields'],
      ['what is too large', () => ({ bytes: Buffer.concat([pdf, Buffer.alloc(mostBytes)]) }), 413, 'too-large'],
      ['what nobody sent', () => ({ who: undefined }), 401, 'sign-in-first'],
      ['what somebody sent who may not', async () => ({ who: await place.signIn(people.child) }), 403, 'not-entitled'],
      ['a file for a process without observations', () => ({ process: 'scuola' }), 404, 'not-found'],
      ['a file without a key', () => ({ key: 'short' }), 400, 'idempotency-key-missing'],
    ];
    for (const [what, given, status, problem] of refusals) {
      it(`refuses ${what}, and keeps nothing of it`, async () => {
        const before = await rows();
        const answer = await send(await given());
        assert.equal(answer.statusCode, status, answer.body);
        const { type, errors } = answer.json<{ type: string; errors?: { pointer: string }[] }>();
        assert.ok(type.endsWith(`/${problem}`), type);
        if (status === 422) assert.equal(errors?.[0]?.pointer, '/attachments');
        assert.deepEqual(await rows(), before);
      });
    }

    it('is not read to its end when it is too large', async () => {
      const url = await place.app.listen({ port: 0, host: 'localhost' });
      let given = 0;
      const endless = new ReadableStream<Uint8Array>({
        pull(controller) {
          given += 65_536;
          if (given > 50 * 1024 * 1024) controller.close();
          else controller.enqueue(new Uint8Array(65_536));
        },
      });
      const answer = await fetch(`${url}/api/v1/attachments?process=parco&name=a.jpg`, {
        method: 'POST',
        headers: place.writing(cookie),
        body: endless,
        duplex: 'half',
      } as RequestInit).catch((error: unknown) => error as Error);
      // Either the answer arrived, or the connection was ended in the middle of sending.
      if (answer instanceof Response) assert.equal(answer.status, 413);
      assert.ok(given < 50 * 1024 * 1024, 'it went on to the end');
    });

    it('is not taken when the phase is over', async () => {
      const processes = observed.processes.map(process => ({
        ...process,
        phases: process.phases.map(phase => ({ ...phase, active: false })),
      }));
      const later = await testCity(engine, { content: { ...observed, processes }, now: whileOpen });
      const answer = await later.ask({
        method: 'POST',
        url: '/api/v1/attachments?process=parco&name=a.jpg',
        payload: jpeg(),
        headers: later.writing(await later.signIn(people.resident)),
      });
      assert.equal(answer.statusCode, 423, answer.body);
      await later.close();
    });

    it('goes after a day when it was not sent, and stays when it was', async () => {
      await sweepFiles(place.city);
      const [kept, left] = [await sent(), await sent()];
      await observe([kept.id]);
      assert.equal(
        (await rows()).some(({ id }) => id === left.id),
        true,
      );
      time = new Date(whileOpen().getTime() + 23 * 60 * 60 * 1000);
      assert.equal(await sweepFiles(place.city), 0);
      time = new Date(whileOpen().getTime() + 24 * 60 * 60 * 1000);
      assert.ok((await sweepFiles(place.city)) > 0);
      const ids = (await rows()).map(({ id }) => id);
      assert.deepEqual([ids.includes(kept.id), ids.includes(left.id)], [true, false]);
      assert.equal(await place.city.files.get(left.id), undefined);
      const bytes = await place.city.files.get(kept.id);
      assert.ok(bytes);
      bytes.destroy();
    });
  });
}
