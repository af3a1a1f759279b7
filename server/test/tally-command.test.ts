import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { run } from '../src/commands/tally.js';

/** Three voters with 30 each; see the tests of the rules for the figures. */
const small = `META
key;value
budget;90
currency;EUR
rule;equalshares/add1
vote_type;approval
PROJECTS
project_id;cost;name;selected
park;30;Il parco;1
school;60;La scuola;1
tree;20;L’albero;0
VOTES
voter_id;vote
1;school,park
2;school,park
3;school,tree
`;

describe('portico-server tally', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-tally-'));
    await writeFile(join(folder, 'small.pb'), small);
    await writeFile(join(folder, 'wrong.pb'), small.replace('3;school,tree', '3;school,forest'));
    await writeFile(join(folder, 'latin.pb'), Buffer.from('META\nkey;value\ndescription;citt\xe0', 'latin1'));
  });
  after(() => rm(folder, { recursive: true }));

  const said = async (file: string, ...args: string[]): Promise<[code: number, text: string]> => {
    const lines: string[] = [];
    const code = await run([join(folder, file), ...args], {}, line => void lines.push(line));
    return [code, lines.join('\n')];
  };

  it('counts by the rule of the file, and says whether the file has the same', async () => {
    const [code, text] = await said('small.pb');
    assert.equal(code, 0);
    assert.match(text, /^3 projects, 3 votes, budget 90 EUR\nCounted by equal-shares\/add1\. Elected: 2\n/);
    assert.match(text, /school +3 +60 EUR {2}La scuola\n {2}park/);
    assert.match(text, /Spent 90 EUR, left 0 EUR\nThe file says the same were selected\.$/);
  });

  it('counts by another one, and says what differs', async () => {
    const [, text] = await said('small.pb', '--rule', 'equal-shares');
    assert.match(text, /Spent 60 EUR, left 30 EUR\nThe file says otherwise: it has park besides/);
    const [, greedy] = await said('small.pb', '--rule', 'greedy-comparison', '--seed', 'x');
    assert.match(greedy, /Elected: 2/);
  });

  it('prints the whole count for programs', async () => {
    const [code, text] = await said('small.pb', '--json', '--step', '5');
    const { rule, spent, steps } = JSON.parse(text) as { rule: string; spent: number; steps: { kind: string }[] };
    assert.deepEqual([code, rule, spent], [0, 'equal-shares/add1', 90]);
    assert.deepEqual(steps.map(({ kind }) => kind), ['bought', 'bought', 'share']); // prettier-ignore
  });

  it('says what is wrong, and where', async () => {
    assert.deepEqual(await said('wrong.pb'), [1, 'wrong.pb:16: a vote for forest, which is no project']);
    assert.deepEqual(await said('latin.pb'), [1, 'latin.pb is no file that can be read as UTF-8.']);
    assert.deepEqual(await said('none.pb'), [1, 'none.pb is no file that can be read as UTF-8.']);
    for (const args of [['--rule', 'best'], ['--step', '0'], ['--step', '1.5'], ['--what'], ['second.pb']]) {
      const [code, text] = await said('small.pb', ...args);
      assert.deepEqual([code, text.slice(0, 20)], [2, 'portico-server tally'], args.join(' '));
    }
  });
});
