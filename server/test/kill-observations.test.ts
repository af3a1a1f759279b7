import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkReceipt } from '../../src/model/log/check-receipt.js';
import type { LogDescription } from '../../src/model/log/log-description.js';
import { openLog } from '../../src/model/log/open-log.js';
import type { ObservationReceipt } from '../../src/model/observation-draft.js';
import { newKey } from '../src/settings/keys.js';
import { observe, signCrowdIn, together, type Member } from './support/crowd.js';
import { machines } from './support/machines.js';
import { observedContent } from './support/observed-content.js';
import { freePort, startServer } from './support/server-process.js';

const writes = 300;

for (const [engine, start] of Object.entries(machines)) {
  describe(`kill -9 in the middle of ${String(writes)} observations, on ${engine}`, () => {
    it('loses none that has a receipt, leaves no gap in the numbers, and every receipt holds against the log', async () => {
      const machine = await start();
      const environment: Record<string, string> = { ...machine.environment, PORTICO_KEY: newKey() };
      try {
        const crowd = await signCrowdIn(environment, writes, observedContent);
        // The name of a log has the address of the server in it.
        const port = await freePort();
        const first = await startServer(environment, port);
        const acknowledged = new Map<Member, ObservationReceipt>();
        let killed: Promise<void> | undefined;
        await together(crowd, 25, async member => {
          const receipt = await observe(first.url, member);
          if (receipt) acknowledged.set(member, receipt);
          // While others are on their way.
          if (acknowledged.size >= writes * 0.4) killed ??= first.kill();
        });
        await killed;
        assert.ok(acknowledged.size >= writes * 0.4 && acknowledged.size < writes, String(acknowledged.size));
        machine.crash();

        const second = await startServer(environment, port);
        const answers = new Map<Member, ObservationReceipt | undefined>();
        await together(crowd, 25, async member => void answers.set(member, await observe(second.url, member)));
        for (const [member, { reference }] of acknowledged) assert.equal(answers.get(member)?.reference, reference);
        const numbers = [...answers.values()].map(receipt => Number(receipt?.reference.slice(-6))).sort((one, two) => one - two);
        assert.deepEqual(
          numbers,
          Array.from({ length: writes }, (_, at) => at + 1),
        );

        const { origin, keys, head } = (await (await fetch(`${second.url}/api/v1/logs/parco`)).json()) as LogDescription;
        assert.equal(head.size, writes);
        const log = await openLog({ origin, keys });
        for (const receipt of [...acknowledged.values(), ...answers.values()]) {
          assert.equal((await checkReceipt(receipt?.content, receipt?.proof, log)).type, 'included');
        }
        assert.equal(await second.stop(), 0);
      } finally {
        await machine.remove();
      }
    });
  });
}
