import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newKey } from '../src/settings/keys.js';
import { accept, inCity, signCrowdIn, together, type Member } from './support/crowd.js';
import { machines } from './support/machines.js';
import { startServer } from './support/server-process.js';

const writes = 1000;

for (const [engine, start] of Object.entries(machines)) {
  describe(`kill -9 in the middle of ${String(writes)} writes, on ${engine}`, () => {
    it('loses nothing that was acknowledged, and has nothing twice when everybody sends again', async () => {
      const machine = await start();
      const environment: Record<string, string> = { ...machine.environment, PORTICO_KEY: newKey() };
      try {
        const crowd = await signCrowdIn(environment, writes);
        const first = await startServer(environment);
        const acknowledged = new Map<Member, string>();
        let killed: Promise<void> | undefined;
        await together(crowd, 25, async member => {
          const reference = await accept(first.url, member);
          if (reference !== undefined) acknowledged.set(member, reference);
          // While others are on their way.
          if (acknowledged.size >= writes * 0.4) killed ??= first.kill();
        });
        await killed;
        assert.ok(acknowledged.size >= writes * 0.4 && acknowledged.size < writes, String(acknowledged.size));
        machine.crash();

        const kept = await inCity(environment, ({ database: { db } }) =>
          db.selectFrom('acceptance').select('reference').execute(),
        );
        const references = new Set(kept.map(({ reference }) => reference));
        for (const reference of acknowledged.values()) assert.ok(references.has(reference), `${reference} is lost`);

        const second = await startServer(environment);
        const answers = new Map<Member, string | undefined>();
        await together(crowd, 25, async member => void answers.set(member, await accept(second.url, member)));
        assert.equal(await second.stop(), 0);
        for (const [member, reference] of acknowledged) assert.equal(answers.get(member), reference);
        await inCity(environment, async ({ database: { db } }) => {
          const count = async (table: 'acceptance' | 'log_entry'): Promise<number> =>
            Number(
              (
                await db
                  .selectFrom(table)
                  .select(eb => eb.fn.countAll().as('rows'))
                  .executeTakeFirstOrThrow()
              ).rows,
            );
          assert.equal(await count('acceptance'), writes);
          assert.equal(await count('log_entry'), writes);
        });
        assert.equal(new Set(answers.values()).size, writes);
      } finally {
        await machine.remove();
      }
    });
  });
}
