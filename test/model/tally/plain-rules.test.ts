import { expect } from '@open-wc/testing';
import { approval } from '../../../src/model/tally/approval.js';
import { borda } from '../../../src/model/tally/borda.js';
import type { Approvals, CountedVote, Ranking, Scores } from '../../../src/model/tally/counted-vote.js';
import { instantRunoff } from '../../../src/model/tally/instant-runoff.js';
import { majorityJudgment } from '../../../src/model/tally/majority-judgment.js';
import type { Option } from '../../../src/model/tally/option.js';
import { electedIn, type Outcome } from '../../../src/model/tally/outcome.js';
import { plurality } from '../../../src/model/tally/plurality.js';
import { points } from '../../../src/model/tally/points.js';
import { schulze } from '../../../src/model/tally/schulze.js';
import { score } from '../../../src/model/tally/score.js';
import type { TieProtocol } from '../../../src/model/tally/ties.js';
import { grouped } from '../../../src/model/vote-counting.js';
import { Chance } from './support/chance.js';

type Choice = Approvals | Ranking | Scores;

interface Parameters {
  readonly seats: number;
  readonly ties: TieProtocol;
}

type Rule<Each> = (options: readonly Option[], votes: readonly CountedVote<Each>[], parameters: Parameters) => Outcome;

/** What holds for a rule, whatever its votes look like. */
function holds<Each extends Choice>(
  name: string,
  rule: Rule<Each>,
  choose: (ids: readonly string[], chance: Chance) => Each,
  renamed: (choice: Each, newName: (id: string) => string) => Each,
  blank: Each,
): void {
  describe(name, () => {
    const instance = (seed: number) => {
      const chance = new Chance(seed * 7919 + 3);
      const options = Array.from({ length: 1 + chance.below(5) }, (_, index) => ({
        id: `p${String(index)}`,
        cost: chance.oneOf([0, 0, 10]),
      }));
      const ids = options.map(({ id }) => id);
      const votes = grouped(Array.from({ length: chance.below(9) }, () => choose(chance.shuffled(ids), chance)));
      return { chance, options, ids, votes, parameters: { seats: 1 + chance.below(3), ties: { lot: chance.shuffled(ids) } } };
    };

    it('does not care for names nor for any order but that of the lot', () => {
      for (let seed = 0; seed < 200; seed += 1) {
        const { chance, options, ids, votes, parameters } = instance(seed);
        const names = chance.shuffled(ids.map((_, index) => `x${String(index)}`));
        const newName = (id: string): string => names[ids.indexOf(id)] ?? id;
        const twin = rule(
          chance.shuffled(options.map(option => ({ ...option, id: newName(option.id) }))),
          chance.shuffled(votes.map(({ choice, count }) => ({ choice: renamed(choice, newName), count }))),
          { ...parameters, ties: { lot: parameters.ties.lot.map(newName) } },
        );
        const { figures } = rule(options, votes, parameters);
        expect(twin.figures, String(seed)).to.deep.equal(figures.map(figure => ({ ...figure, option: newName(figure.option) })));
      }
    });

    it('says the same whether votes that are equal come together or one by one', () => {
      for (let seed = 0; seed < 50; seed += 1) {
        const { options, votes, parameters } = instance(seed);
        const single = votes.flatMap(({ choice, count }) => Array.from({ length: count }, () => ({ choice, count: 1 })));
        expect(rule(options, single, parameters)).to.deep.equal(rule(options, votes, parameters));
      }
    });

    it('says the same with votes that are blank', () => {
      for (let seed = 0; seed < 50; seed += 1) {
        const { options, votes, parameters } = instance(seed);
        const more = [...votes, { choice: blank, count: 3 }];
        expect(rule(options, more, parameters)).to.deep.equal(rule(options, votes, parameters));
      }
    });

    it('names every option once, and elects no more than there are seats, the first of the order', () => {
      for (let seed = 0; seed < 100; seed += 1) {
        const { options, ids, votes, parameters } = instance(seed);
        const outcome = rule(options, votes, parameters);
        const named = outcome.figures.map(({ option }) => option);
        expect(named.toSorted()).to.deep.equal(ids.toSorted());
        const elected = electedIn(outcome);
        expect(elected).to.deep.equal(named.slice(0, elected.length));
        expect(elected.length).to.be.at.most(parameters.seats);
      }
    });
  });
}

const some = (ids: readonly string[], chance: Chance): string[] => ids.slice(0, 1 + chance.below(ids.length));
const each = (ids: readonly string[], newName: (id: string) => string): string[] => ids.map(newName);
const grades = (ids: readonly string[], chance: Chance): Scores =>
  Object.fromEntries(some(ids, chance).map(id => [id, chance.below(4)]));
const eachGrade = (choice: Scores, newName: (id: string) => string): Scores =>
  Object.fromEntries(Object.entries(choice).map(([id, grade]) => [newName(id), grade]));

holds('plurality, always', plurality, some, each, []);
holds('approval, always', approval, some, each, []);
holds('borda, always', borda, some, each, []);
holds('schulze, always', schulze, some, each, []);
holds('instantRunoff, always', instantRunoff, some, each, []);
holds('points, always', points, grades, eachGrade, {});
holds('score, always', score, grades, eachGrade, {});
holds(
  'score by average, always',
  (options, votes, rest) => score(options, votes, { ...rest, average: true }),
  grades,
  eachGrade,
  {},
);
holds(
  'majorityJudgment, always',
  (options, votes, rest) => majorityJudgment(options, votes, { ...rest, grades: 4 }),
  grades,
  eachGrade,
  {},
);
