import { expect } from '@open-wc/testing';
import { countPabulib, ruleOf } from '../../../src/model/pabulib/count-pabulib.js';
import type { PabulibInstance } from '../../../src/model/pabulib/pabulib.js';
import { readPabulib } from '../../../src/model/pabulib/read-pabulib.js';
import { writePabulib } from '../../../src/model/pabulib/write-pabulib.js';
import { electedIn } from '../../../src/model/tally/outcome.js';

/** A small budget, with everything that real files do: byte order mark, `\r\n`, columns in another order, marks, commas, a withdrawn project. */
const messy = `\uFEFF${[
  'META',
  'key;value',
  'description;Il bilancio, "piccolo"; inventato',
  'budget;1000,50',
  'currency;EUR',
  'rule;greedy-no-skip',
  'vote_type;approval',
  'PROJECTS',
  'cost;name;project_id;votes;selected;target',
  '600;"Panchine; e ""alberi""";7;3;1;None',
  '400,5;Fontana;12;2;0;children',
  '999999999;Ritirato;3;9;0;',
  '',
  'VOTES',
  'age;voter_id;vote',
  '30;a;7,12',
  ';b;7',
  '41;c;12,7,3',
].join('\r\n')}`;

function read(text: string): PabulibInstance {
  const found = readPabulib(text);
  if ('faults' in found) throw new Error(JSON.stringify(found.faults));
  return found.instance;
}

const faults = (text: string): string[] => {
  const found = readPabulib(text);
  return 'faults' in found ? found.faults.map(({ line, message }) => `${String(line)}: ${message}`) : [];
};

/** A file with this rule, vote type and these votes; the projects a (50), b (60), c (40), and 100 to spend. */
const file = (type: string, header: string, ...votes: string[]): string =>
  ['META', 'key;value', 'budget;100', `vote_type;${type}`, 'rule;greedy', 'PROJECTS', 'project_id;cost', 'a;50', 'b;60', 'c;40', 'VOTES', header, ...votes].join('\n'); // prettier-ignore

describe('readPabulib', () => {
  it('reads files as cities really write them', () => {
    const { meta, budget, unit, projects, votes, voteType } = read(messy);
    expect(meta.get('description')).to.equal('Il bilancio, "piccolo"; inventato');
    // Some amounts have decimals, so all are in hundredths.
    expect([budget, unit, voteType]).to.deep.equal([100_050, 100, 'approval']);
    expect(projects.map(({ id, cost }) => [id, cost])).to.deep.equal([
      ['7', 60_000],
      ['12', 40_050],
    ]);
    expect(projects[0]).to.include({ name: 'Panchine; e "alberi"', votes: 3, selected: true });
    expect(votes.map(({ choice }) => choice)).to.deep.equal([['7', '12'], ['7'], ['12', '7']]);
  });

  it('says in which line something is wrong', () => {
    expect(faults('')).to.deep.equal([
      '1: the section META is missing',
      '1: the section PROJECTS is missing',
      '1: the section VOTES is missing',
    ]);
    expect(faults(file('approval', 'voter_id;vote', '1;a,z'))).to.deep.equal(['13: a vote for z, which is no project']);
    expect(faults(file('approval', 'voter_id;vote', '1;a', '2;b,b'))).to.deep.equal(['14: a vote names b twice']);
    expect(faults(file('gettone', 'voter_id;vote'))[0]).to.match(/^1: vote_type is 'gettone'/);
    expect(faults(file('cumulative', 'voter_id;vote', '1;a'))[0]).to.match(/^11: VOTES has no column points/);
    expect(faults(file('cumulative', 'voter_id;vote;points', '1;a,b;2'))[0]).to.match(/^13: the points '2' do not fit/);
    expect(faults(file('cumulative', 'voter_id;vote;points', '1;a;-2'))[0]).to.match(/^13: the points '-2' do not fit/);
    expect(faults(messy.replace('400,5', 'tanto'))[0]).to.equal("11: the cost of 12 is 'tanto', and must be an amount of money");
    expect(faults(messy.replace('Fontana;12', 'Fontana;7'))[0]).to.equal('11: the project 7 is there twice');
    expect(faults(`ciao\n${messy.slice(1)}`)[0]).to.equal('1: stands before the section META');
  });

  it('reads a cell that goes over several lines', () => {
    const { projects, votes } = read(messy.replace('Fontana', '"Fontana\r\ncon acqua"'));
    expect(projects[1]?.name).to.equal('Fontana\ncon acqua');
    expect(votes).to.have.length(3);
  });
});

describe('writePabulib', () => {
  for (const [type, header, ...votes] of [
    ['approval', 'voter_id;vote', '1;a,b', '2;c'],
    ['choose-1', 'voter_id;vote', '1;a'],
    ['ordinal', 'voter_id;vote', '1;c,a', '2;b'],
    ['cumulative', 'voter_id;vote;points', '1;b,a;5,2', '2;c;1'],
  ] as const) {
    it(`writes what is read as the same: ${type}`, () => {
      const first = read(file(type, header, ...votes));
      const again = read(writePabulib(first));
      expect(again.votes).to.deep.equal(first.votes);
      expect(again.projects).to.deep.equal(first.projects);
      expect([again.budget, again.unit, again.voteType]).to.deep.equal([first.budget, first.unit, first.voteType]);
    });
  }

  it('keeps decimals, marks and what was selected', () => {
    const first = read(messy);
    const again = read(writePabulib(first));
    expect(again.projects).to.deep.equal(first.projects);
    expect(again.meta.get('description')).to.equal(first.meta.get('description'));
    expect(again.budget).to.equal(first.budget);
  });
});

describe('countPabulib', () => {
  it('counts by what the file says', () => {
    const instance = read(messy);
    const count = ruleOf(instance);
    expect(count).to.deep.equal({ rule: 'greedy-no-skip', comparison: false });
    expect(electedIn(countPabulib(instance, count ?? { rule: 'greedy' }))).to.deep.equal(['7', '12']);
  });

  it('knows the names of the rules', () => {
    const named = (rule: string) => ruleOf({ meta: new Map([['rule', rule]]) });
    expect(named('equalshares/add1-comparison')).to.deep.equal({ rule: 'equal-shares/add1', comparison: true });
    expect(named('equalshares')).to.deep.equal({ rule: 'equal-shares', comparison: false });
    expect(named('greedy-custom')).to.deep.equal({ rule: 'poznan', comparison: false });
    expect(named('unknown')).to.equal(undefined);
    const threshold = new Map([['rule', 'greedy-threshold'], ['min_project_score_threshold', '50']]); // prettier-ignore
    expect(ruleOf({ meta: threshold })).to.deep.equal({ rule: 'greedy-threshold', comparison: false, threshold: 50 });
  });

  it('gives points as they are, and k to 1 for a ranking', () => {
    const points = read(file('cumulative', 'voter_id;vote;points', '1;c,a;4,1', '2;a;2'));
    expect(countPabulib(points, { rule: 'greedy' }).figures.map(({ option, score }) => [option, score])).to.deep.equal([
      ['c', 4],
      ['a', 3],
      ['b', 0],
    ]);
    const ranking = read(file('ordinal', 'voter_id;vote', '1;c,a', '2;a'));
    expect(countPabulib(ranking, { rule: 'greedy' }).figures.map(({ option, score }) => [option, score])).to.deep.equal([
      ['c', 2],
      ['a', 2],
      ['b', 0],
    ]);
  });
});
