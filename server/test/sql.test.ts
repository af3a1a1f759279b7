import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCity, type TestCity } from './support/test-city.js';

/** What PostgreSQL's distributed kin lack, or pay dearly for. docs/scaling.md says more about each. */
const forbidden: readonly [what: string, pattern: RegExp][] = [
  [
    'numbers from a sequence',
    /\b(big|small)?serial\b|\bgenerated\s+(always|by\s+default)\s+as\s+identity\b|\bnextval\b|create\s+sequence/i,
  ],
  ['foreign keys', /\breferences\b\s+\w+\s*\(|\bforeign\s+key\b/i],
  ['triggers', /\bcreate\s+(or\s+replace\s+)?(constraint\s+)?trigger\b/i],
  ['stored functions', /\bcreate\s+(or\s+replace\s+)?(function|procedure)\b/i],
  ['listening', /\b(listen|notify|unlisten)\s+["a-z_]+\s*[;`'"]|\bpg_notify\b/],
  ['advisory locks', /pg_(try_)?advisory/i],
  ['locks on whole tables', /\block\s+table\b/i],
  ['extensions', /\bcreate\s+extension\b/i],
  ['exclusion constraints', /\bexclude\s+using\b/i],
];

const folder = join(process.cwd(), 'server/src');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

describe('the SQL of the server', () => {
  for (const [what, pattern] of forbidden) {
    it(`does without ${what}`, () => {
      const found = sources.filter(({ text }) => pattern.test(withoutComments(text))).map(({ name }) => name);
      assert.deepEqual(found, []);
    });
  }

  it('is found by these rules', () => {
    const samples = [
      'id bigserial primary key',
      'process text references process (id)',
      'create trigger on_insert after insert',
      'create or replace function f()',
      'sql`listen changes`',
      'select pg_advisory_xact_lock(1)',
      'lock table acceptance',
      'create extension citext',
      'exclude using gist (a with =)',
    ];
    for (const [index, [what, pattern]] of forbidden.entries()) assert.match(samples[index] ?? '', pattern, what);
  });
});

describe('the tables', () => {
  let place: TestCity;
  before(async () => {
    place = await testCity('PostgreSQL');
  });
  after(() => place.close());

  /** What a query finds among the tables of ours, by name. Those of the migrator are its own. */
  const find = async (query: string): Promise<string[]> => {
    const { rows } = await sql.raw<{ name: string }>(query).execute(place.city.database.db);
    return rows.map(({ name }) => name).filter(name => !name.startsWith('kysely_'));
  };

  it('have a primary key each', async () => {
    const tables = await find(`select relname as name from pg_class c
      where relkind = 'r' and relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint where conrelid = c.oid and contype = 'p')`);
    assert.deepEqual(tables, []);
  });

  it('are tied to each other by nothing that a distributed database would have to check across machines', async () => {
    assert.deepEqual(
      await find(`select conrelid::regclass::text as name from pg_constraint where contype in ('f', 'x', 't')`),
      [],
    );
    assert.deepEqual(await find(`select tgrelid::regclass::text as name from pg_trigger where not tgisinternal`), []);
    assert.deepEqual(await find(`select sequencename as name from pg_sequences where schemaname = 'public'`), []);
  });

  it('have no unique index that leaves out the first column of the primary key, by which they are spread', async () => {
    const indexes = await find(`select i.indexrelid::regclass::text as name from pg_index i
      join pg_index p on p.indrelid = i.indrelid and p.indisprimary
      join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
      where i.indisunique and not (p.indkey[0] = any (i.indkey::int2[]))`);
    assert.deepEqual(indexes, []);
  });
});

/** Prose may name what code must not do. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
