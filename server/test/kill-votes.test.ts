import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LogDescription } from '../../src/model/log/log-description.js';
import { openLog } from '../../src/model/log/open-log.js';
import { checkVoteReceipt, type VoteReceipt } from '../../src/model/vote-receipt.js';
import { countBox } from '../src/ballots/count-box.js';
import { findBallot } from '../src/ballots/speak-ballot.js';
import { newKey } from '../src/settings/keys.js';
import { budgetBallot } from './support/ballots.js';
import { content } from './support/content.js';
import { castFor, inCity, signCrowdIn, together, type Member } from './support/crowd.js';
import { machines } from './support/machines.js';
import { freePort, startServer } from './support/server-process.js';

const voters = 300;

/** Open whenever the test is run. */
const published = {
  ...content,
  ballots: [{ ...budgetBallot, opens: '2020-01-01T00:00:00Z', closes: '2100-01-01T00:00:00Z' }],
};

const answers = [{ type: 'choices', question: 'progetti', choices: ['fontana', 'alberi'] }];

for (const [engine, start] of Object.entries(machines)) {
  describe(`kill -9 in the middle of ${String(voters)} votes, on ${engine}`, () => {
    it('loses none that has a receipt, counts each voter once, and every receipt holds against the log', async () => {
      const machine = await start();
      const environment: Record<string, string> = { ...machine.environment, PORTICO_KEY: newKey() };
      try {
        const crowd = await signCrowdIn(environment, voters, published);
        // The name of a log has the address of the server in it.
        const port = await freePort();
        const first = await startServer(environment, port);
        const acknowledged = new Map<Member, VoteReceipt>();
        let killed: Promise<void> | undefined;
        await together(crowd, 25, async member => {
          const receipt = await castFor(first.url, member, 'bilancio', answers);
          if (receipt) acknowledged.set(member, receipt);
          // While others are on their way.
          if (acknowledged.size >= voters * 0.4) killed ??= first.kill();
        });
        await killed;
        assert.ok(acknowledged.size >= voters * 0.4 && acknowledged.size < voters, String(acknowledged.size));
        machine.crash();

        const second = await startServer(environment, port);
        const receipts = new Map<Member, VoteReceipt | undefined>();
        await together(
          crowd,
          25,
          async member => void receipts.set(member, await castFor(second.url, member, 'bilancio', answers)),
        );
        for (const [member, { index }] of acknowledged) assert.equal(receipts.get(member)?.index, index);

        const { origin, keys, head } = (await (
          await fetch(`${second.url}/api/v1/logs/ballot.bilancio`)
        ).json()) as LogDescription;
        assert.equal(head.size, voters, 'no vote stands in the log twice');
        const log = await openLog({ origin, keys });
        for (const receipt of [...acknowledged.values(), ...receipts.values()]) {
          assert.equal((await checkVoteReceipt(receipt, log)).type, 'included');
        }
        assert.equal(await second.stop(), 0);
        const results = await inCity(environment, async city =>
          countBox(city, await findBallot(city, 'bilancio'), { final: false }),
        );
        assert.equal(results.turnout.voted, voters);
        assert.deepEqual(
          results.questions[0]?.figures.map(({ option, votes }) => [option, votes]),
          [
            ['alberi', voters],
            ['fontana', voters],
            ['panchine', 0],
            ['palazzo', 0],
          ],
        );
      } finally {
        await machine.remove();
      }
    });
  });
}
