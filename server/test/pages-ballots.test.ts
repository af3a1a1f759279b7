import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { VoteCredential } from '../../src/model/vote-receipt.js';
import { closeBallots } from '../src/ballots/close-ballots.js';
import { ballotContent } from './support/ballots.js';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

for (const engine of engines) {
  describe(`ballots without a script, on ${engine}`, () => {
    let place: TestCity;
    let time = new Date('2026-11-25T10:00:00Z');
    before(async () => {
      place = await testCity(engine, { content: ballotContent, now: () => time, environment: { READS_PER_MINUTE: '100000' } });
    });
    after(() => place.close());

    const look = async (url: string, status = 200): Promise<string> => {
      const answer = await place.ask(url);
      assert.equal(answer.statusCode, status, answer.body);
      return answer.body;
    };

    it('can be read: what is asked, what it costs, by which rules, and until when', async () => {
      const page = await look('/embed/voting-widget/bilancio?lang=it');
      for (const words of [
        'Il bilancio del parco',
        'Si vota fino al 30 novembre 2026',
        'Quali progetti?',
        'Fontana',
        '60.000',
        'I progetti si prendono dal più votato in giù',
        'Per votare qui il browser deve poter usare JavaScript',
        'Quanti voti ha avuto ogni progetto.',
      ])
        assert.ok(page.includes(words), words);
      assert.ok(page.includes('<portico-voting-widget ballot="bilancio"'), page);
    });

    it('are there in other languages', async () => {
      assert.ok((await look('/embed/voting-widget/bilancio?lang=en')).includes('The budget of the park'));
      assert.match(await look('/embed/voting-widget/bilancio?lang=ar'), /dir="rtl"/);
    });

    it('have a page where receipts are checked, with the way to the log for other tools', async () => {
      const page = await look('/embed/receipt/bilancio?lang=it');
      assert.ok(page.includes('Controlla la ricevuta del voto'), page);
      assert.ok(page.includes('href="/api/v1/logs/ballot.bilancio"'), page);
    });

    it('are not there when nobody knows them', async () => {
      await look('/embed/voting-widget/niente', 404);
      await look('/embed/receipt/niente', 404);
      await look('/teaser/voting-widget/niente', 404);
    });

    it('are named on the first page, beside what else there is in a process', async () => {
      assert.ok((await look('/?lang=it')).includes('href="/embed/voting-widget/bilancio?lang=it"'));
    });

    for (const [name, link] of [
      ['voting-widget', 'Vai al voto'],
      ['receipt', 'Controlla la ricevuta del voto'],
    ] as const) {
      it(`have a teaser that leads to ${name}`, async () => {
        const teaser = await look(`/teaser/${name}/bilancio`);
        assert.match(teaser, new RegExp(`<a href="/embed/${name}/bilancio\\?lang=it" target="_top">${link}</a>`));
        assert.ok(teaser.includes('Aperta'), teaser);
      });
    }

    it('say after the closing what came of them, the best first', async () => {
      const cookie = await place.signIn(people.resident);
      const headers = place.writing(cookie);
      const answer = await place.ask({ method: 'POST', url: '/api/v1/ballots/bilancio/credential', payload: {}, headers });
      const credential = answer.json<VoteCredential>();
      const vote = { ballot: 'bilancio', version: 1, answers: [{ type: 'choices', question: 'progetti', choices: ['alberi'] }] };
      const payload = { vote, credential };
      const cast = await place.ask({ method: 'POST', url: '/api/v1/ballots/bilancio/votes', payload, headers: place.writing() });
      assert.equal(cast.statusCode, 200, cast.body);
      time = new Date('2026-12-01T10:00:00Z');
      await closeBallots(place.city);
      const page = await look('/embed/voting-widget/bilancio?lang=it');
      assert.ok(page.includes('Il voto si è chiuso il 30 novembre 2026'), page);
      assert.ok(page.indexOf('Alberi') < page.indexOf('Fontana'), 'the order is not that of the result');
      assert.match(page, /Alberi[\s\S]{0,200}1 voto · scelto/);
    });
  });
}
