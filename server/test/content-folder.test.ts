import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { translations } from '../../src/model/translations.js';
import { describeProblem } from '../src/content/content-problem.js';
import { readFiles } from '../src/content/folder/files.js';
import { FolderRefused, readFolder, writeFolder } from '../src/content/folder/folder.js';
import { readContent } from '../src/content/folder/read-content.js';
import { writeContent } from '../src/content/folder/write-content.js';
import type { Content } from '../src/content/schema.js';
import { normalForm } from '../src/content/markdown/normal-form.js';
import { content as invented } from './support/content.js';
import { randomBlocks, seeded } from './support/random-richtext.js';

const milano = 'example/milano';

/** The example with some of its files changed: what is wrong with it, one line each. */
async function problemsWith(changes: Record<string, string | ((before: string) => string) | undefined>): Promise<string[]> {
  const { files } = await readFiles(milano);
  const changed = new Map(files);
  for (const [file, change] of Object.entries(changes)) {
    if (change === undefined) changed.delete(file);
    else changed.set(file, typeof change === 'string' ? change : change(files.get(file) ?? assert.fail(`no ${file}`)));
  }
  const read = readContent(changed);
  return 'problems' in read ? read.problems.map(describeProblem) : [];
}

const process = 'processes/piano-aria-clima.yaml';
const version = 'pacts/patto-aria-clima/v2/version.yaml';
const rules = 'pacts/patto-aria-clima/v2/sections/regole.it.md';

const replace =
  (wanted: string, by: string) =>
  (source: string): string => {
    assert.ok(source.includes(wanted), `no ${wanted}`);
    return source.replace(wanted, by);
  };

const lineOf = async (file: string, wanted: string): Promise<number> =>
  (await readFile(join(milano, file), 'utf8')).split('\n').findIndex(line => line.includes(wanted)) + 1;

describe('the folder of a city', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-content-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('is the example: three processes, three pacts, in the order of city.yaml', async () => {
    const read = await readFolder(milano);
    assert.ok(!('problems' in read));
    const { content, locale } = read;
    assert.equal(locale, 'it');
    assert.deepEqual(
      content.processes.map(({ id }) => id),
      ['piano-aria-clima', 'bilancio-partecipativo', 'cortile-municipio-8'],
    );
    const [pact] = content.pacts;
    assert.ok(pact);
    assert.deepEqual(
      pact.versions.map(({ number, status }) => [number, status]),
      [
        [1, 'superseded'],
        [2, 'in-force'],
      ],
    );
    assert.deepEqual(
      content.processes[0]?.title,
      translations({ it: 'Piano Aria e Clima', en: 'Air and Climate Plan', ar: 'خطة الهواء والمناخ' }),
    );
    assert.deepEqual(pact.versions[1]?.attachments?.[0]?.title, {
      lang: 'it',
      text: 'Proposta di Piano Aria e Clima (file inventato)',
    });
  });

  it('is written back byte for byte', async () => {
    const read = await readFolder(milano);
    assert.ok(!('problems' in read));
    const { files } = await readFiles(milano);
    assert.deepEqual(new Map([...writeContent(read.content, 'it')].sort()), new Map([...files].sort()));
  });

  it('keeps content whose texts are in other languages, look like something else, or were made at random', () => {
    const random = seeded(11);
    const awkward = [
      'no',
      '~',
      '2026',
      '1e3',
      '- a',
      'a: b',
      '#x',
      ' blank ',
      'two\nlines\n',
      '"',
      "it's",
      '*a',
      '&b',
      '!c',
      '%d',
      '@e',
      '`f',
      '{g}',
      'h #i',
      '؟',
      '|',
      '>',
    ];
    const [first] = invented.pacts;
    assert.ok(first);
    const content: Content = {
      processes: invented.processes.map(each => ({
        ...each,
        title: { lang: 'en', text: awkward[0] ?? '' },
        phases: awkward.map((text, index) => ({
          id: `p${String(index)}`,
          kind: 'vote',
          title: translations({ ar: text, it: text }),
        })),
      })),
      pacts: [
        {
          ...first,
          versions: [
            {
              ...first.versions[0],
              glossary: [{ id: 'osservazione', term: { lang: 'it', text: 'a' }, definition: { lang: 'it', text: 'b' } }],
              sections: awkward.map((_text, index) => ({
                id: `s${String(index)}`,
                title: { lang: 'it', text: String(index) },
                body: translations({ it: normalForm(randomBlocks(random)), en: normalForm(randomBlocks(random)) }),
                plain: { lang: 'de', blocks: normalForm(randomBlocks(random)) },
              })),
            } as Content['pacts'][number]['versions'][number],
          ],
        },
      ],
    };
    const read = readContent(writeContent(content, 'it'));
    assert.ok(!('problems' in read), JSON.stringify(read));
    assert.deepEqual(read.content, content);
  });

  it('is written into a folder that holds content, and no file is left over', async () => {
    const there = join(folder, 'again');
    await cp(milano, there, { recursive: true });
    await mkdir(join(there, '.git'));
    await writeFile(join(there, 'processes/old.yaml'), 'title: Old\n');
    const read = await readFolder(milano);
    assert.ok(!('problems' in read));
    assert.equal(await writeFolder(there, read.content, 'it'), 1);
    assert.deepEqual(await readFolder(there), read);
    assert.match(await readFile(join(there, 'README.md'), 'utf8'), /invented/);
  });

  it('is not written over anything else', async () => {
    const there = join(folder, 'holiday');
    await mkdir(there);
    await writeFile(join(there, 'photo.jpg'), 'x');
    const empty: Content = { processes: [], pacts: [] };
    await assert.rejects(writeFolder(there, empty, 'it'), FolderRefused);
    await writeFile(join(there, 'city.yaml'), 'locale: it\n');
    await assert.rejects(writeFolder(there, empty, 'it'), /photo\.jpg, which is not content/);
    assert.equal(await readFile(join(there, 'photo.jpg'), 'utf8'), 'x');
  });

  it('follows no link out of itself', async () => {
    const there = join(folder, 'links');
    await cp(milano, there, { recursive: true });
    await rm(join(there, process));
    await symlink('/etc/passwd', join(there, process));
    await rm(join(there, 'pacts/patto-bilancio-partecipativo'), { recursive: true });
    await symlink(join(folder, 'again'), join(there, 'pacts/patto-bilancio-partecipativo'));
    const read = await readFolder(there);
    assert.ok('problems' in read);
    const lines = read.problems.map(describeProblem);
    assert.ok(lines.includes(`${process}:1:1: is a link to another place; put the file itself here`), lines.join('\n'));
    assert.ok(lines.includes('pacts/patto-bilancio-partecipativo:1:1: is a link to another place; put the file itself here'));
    assert.doesNotMatch(lines.join('\n'), /root:/);
    await assert.rejects(writeFolder(there, { processes: [], pacts: [] }, 'it'), FolderRefused);
  });

  it('says which files are too large, or not text', async () => {
    const there = join(folder, 'sizes');
    await cp(milano, there, { recursive: true });
    await writeFile(join(there, rules), 'a '.repeat(200_000));
    await writeFile(join(there, process), Buffer.from([0x74, 0xe8, 0x0a]));
    const read = await readFolder(there);
    assert.ok('problems' in read);
    const lines = read.problems.map(describeProblem);
    assert.ok(lines.includes(`${rules}:1:1: is larger than 256 KiB; split it`), lines.join('\n'));
    assert.ok(lines.includes(`${process}:1:1: is not written in UTF-8; save it again in that encoding`));
  });

  it('is not read further when it has more than anybody writes', async () => {
    const there = join(folder, 'huge');
    await mkdir(there);
    const text = 'a '.repeat(128 * 1024);
    for (let number = 100; number < 360; number += 1) await writeFile(join(there, `${String(number)}.yaml`), text);
    const { files, problems } = await readFiles(there);
    assert.ok(files.size <= 257, String(files.size));
    assert.match(problems[0]?.message ?? '', /more than 64 MiB already/);
    assert.equal(problems.length, 1);
  });

  it('must be there', async () => {
    await assert.rejects(readFolder(join(folder, 'nowhere')), FolderRefused);
  });
});

describe('what is wrong with a folder, with file, line and column', () => {
  it('a day that is none', async () => {
    const line = await lineOf(process, 'ends:');
    assert.deepEqual(await problemsWith({ [process]: replace('ends: 2027-06-30', 'ends: 30/6/2027') }), [
      `${process}:${String(line)}:7: must be a day such as 2026-05-31`,
    ]);
  });

  it('a name that is not known, and what is missing because of it', async () => {
    const line = await lineOf(process, 'timeZone:');
    const problems = await problemsWith({ [process]: replace('timeZone:', 'timezone:') });
    assert.match(problems[0] ?? '', /:1:1: 'timeZone' is missing$/);
    assert.match(problems[1] ?? '', new RegExp(`:${String(line)}:1: 'timezone' is not known here; known are title, summary, `));
    assert.equal(problems.length, 2);
  });

  it('deep inside a list', async () => {
    const line = await lineOf(version, 'bytes:');
    assert.deepEqual(await problemsWith({ [version]: replace('bytes: 1840000', 'bytes: big') }), [
      `${version}:${String(line)}:12: must be a number`,
    ]);
  });

  const cases: Record<string, [file: string, change: (source: string) => string, problem: RegExp]> = {
    'a missing value': [process, replace('timeZone: Europe/Rome', 'timeZone:'), /:\d+:1: 'timeZone' is empty$/],
    'an unknown time zone': [process, replace('Europe/Rome', 'Europe/Milan'), /:\d+:11: must be a time zone/],
    'a language that is none': [process, replace('  en: Air and', '  english_x: Air and'), /:4:3: 'english_x' is not a language/],
    'no language at all': [process, () => 'title: {}\n', /:1:8: has no text in any language/],
    'a fraction of a day': [process, replace('keepDays: 730', 'keepDays: 7.5'), /:\d+:11: must be a whole number/],
    'days below zero': [process, replace('keepDays: 730', 'keepDays: -1'), /:\d+:11: must be at least 0/],
    'a script as an address': [process, replace('url: https://partecipa.comune.example/processi/piano-aria-clima/oss', 'url: javascript:alert(1)//oss'), /:\d+:10: must be an address/],
    'a slip in the kind of a phase': [process, replace('kind: gathering', 'kind: gatering'), /:\d+:11: 'gatering' needs a label/],
    'a phase twice': [process, replace('id: esame', 'id: decisione'), /:\d+:9: there are two with the id 'decisione'/],
    'a phase that ends before it starts': [process, replace('end: 2026-10-30', 'end: 2025-10-30'), /:\d+:10: is before the start, 2026-09-21/],
    'active phases apart': [process, replace('kind: decision', 'kind: decision\n    active: true'), /:\d+:13: active phases must follow one another/],
    'two versions in force': ['pacts/patto-aria-clima/v1/version.yaml', replace('superseded', 'in-force'), /v2\/version\.yaml:1:9: version 1 is in force too/],
    'an unknown process': ['pacts/patto-aria-clima/pact.yaml', replace('piano-aria-clima', 'piano-acqua'), /pact\.yaml:1:10: there is no process 'piano-acqua'/],
    'a word that the glossary does not have': [version, replace('id: nickname', 'id: nick'), /sections\/\S+:1:1: the glossary has no word with the id 'nickname'/],
    'an impossible id': ['city.yaml', replace('- cortile-municipio-8', '- ../../etc'), /city\.yaml:5:5: must be an id/],
    'a pact twice': ['city.yaml', replace('documents:', '  - patto-aria-clima\ndocuments:'), /there are two with the id 'patto-aria-clima'/],
    'a long text in the wrong place': [version, source => `${source}brief: Breve\n`, /:\d+:1: 'brief' is a long text and stands in a Markdown file/],
    'HTML in a section': [rules, source => `${source}\n<script>alert(1)</script>\n`, /regole\.it\.md:8:1: HTML is not allowed/],
    'an empty section': [rules, () => '\n', /regole\.it\.md:1:1: is empty/],
    'a sign that cannot be seen': [process, replace('it: Presentazione', 'it: "Presenta\\0zione"'), /:\d+:11: has signs in it/],
    'half a letter': [process, replace('it: Presentazione', 'it: "Presenta\\ud83dzione"'), /:\d+:11: has signs in it/],
    'ages the wrong way round': [version, replace('minAge: 16', 'minAge: 16\n  maxAge: 14'), /:\d+:11: is less than minAge, 16/],
  }; // prettier-ignore
  for (const [name, [file, change, expected]] of Object.entries(cases)) {
    it(name, async () => {
      const problems = await problemsWith({ [file]: change });
      assert.ok(
        problems.some(problem => expected.test(problem)),
        problems.join('\n') || 'nothing is wrong',
      );
    });
  }

  it('files that are missing, and files that belong to nothing', async () => {
    const problems = await problemsWith({
      [rules]: undefined,
      'pacts/patto-aria-clima/v2/sections/regola.it.md': 'Ciao\n',
      'nota.txt': 'x',
    });
    assert.deepEqual(problems, [
      'nota.txt:1:1: belongs to nothing that is listed, or its name is not right',
      'pacts/patto-aria-clima/v2/sections/regola.it.md:1:1: belongs to nothing that is listed, or its name is not right',
      `${rules}:1:1: is missing`,
    ]);
    assert.deepEqual(await problemsWith({ 'processes/nuovo.yaml': 'title: Nuovo\n' }), [
      "city.yaml:3:3: 'nuovo' is missing from the list, and has files",
    ]);
  });

  it('everything at once, in all files', async () => {
    const problems = await problemsWith({
      [process]: replace('keepDays: 730', 'keepDays: soon'),
      [version]: replace('status: in-force', 'statut: in-force'),
      [rules]: '<b>no</b>\n',
      'processes/bilancio-partecipativo.yaml': 'title: [\n',
    });
    for (const file of [process, version, rules, 'processes/bilancio-partecipativo.yaml']) {
      assert.ok(
        problems.some(problem => problem.startsWith(`${file}:`)),
        `${file}\n${problems.join('\n')}`,
      );
    }
  });
});

describe('YAML that was made to do harm', () => {
  const bomb = ['a: &a [x, x]', ...Array.from({ length: 30 }, (_, index) => `b${String(index)}: &b${String(index)} [*${index === 0 ? 'a' : `b${String(index - 1)}`}, *a]`)].join('\n'); // prettier-ignore
  const cases: Record<string, [source: string, problem: RegExp]> = {
    'references that stand for billions of words': [bomb, /:2:10: references such as \*a are not allowed/],
    'a reference to itself': ['title: &a [*a]\n', /references such as \*a are not allowed/],
    'a tag': ['title: !!js/function "x"\n', /:1:8: is not valid YAML: Unresolved tag/],
    'two documents': ['title: a\n---\ntitle: b\n', /is not valid YAML/],
    'the same name twice': ['title: a\ntitle: b\n', /:2:1: is not valid YAML: Map keys must be unique/],
    'a merge key': ['<<: { title: a }\n', /'<<' is not known here/],
    'the name of a prototype': ['__proto__:\n  title: a\n', /'__proto__' is not known here/],
    'brackets without end': ['['.repeat(100_000), /is nested too deeply|is not valid YAML/],
    nothing: ['', /:1:1: must have entries: title/],
    'a list': ['- a\n', /:1:1: must have entries: title/],
  };
  for (const [name, [source, expected]] of Object.entries(cases)) {
    it(name, async () => {
      const problems = await problemsWith({ [process]: source });
      assert.ok(
        problems.some(problem => expected.test(problem)),
        problems.slice(0, 5).join('\n'),
      );
    });
  }
});
