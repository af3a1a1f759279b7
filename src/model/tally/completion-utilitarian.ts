import type { ResultStep } from '../ballot-results.js';
import { costOf, inTurn } from './budget-order.js';
import type { SharesRun } from './equal-shares.js';
import type { SharesProfile, SharesProject } from './shares-profile.js';

/**
 * What is left after Equal Shares goes to the other projects in the order of their votes, as long as one fits; one that does not fit is
 * passed over.
 *
 * @param budget - Money in the smallest unit.
 */
export function completionUtilitarian(
  { projects, ties }: SharesProfile,
  budget: number,
  run: SharesRun,
): { run: SharesRun; steps: ResultStep[] } {
  const bought = new Set(run.rounds.map(({ project }) => project.id));
  const rest = projects.filter(({ id }) => !bought.has(id));
  const byId = new Map(rest.map(project => [project.id, project]));
  const added: SharesProject[] = [];
  let left = budget - run.cost;
  for (const scored of inTurn({ projects: rest, budget, ties }).order) {
    const project = byId.get(scored.option.id);
    if (!project || costOf(scored) > left) continue;
    added.push(project);
    left -= project.cost;
  }
  let before = budget - run.cost;
  const steps = added.map((project): ResultStep => {
    const step = {
      kind: 'added',
      option: project.id,
      money: { cost: project.cost, left: before },
      numbers: { votes: project.votes, score: project.score },
    };
    before -= project.cost;
    return step;
  });
  const rounds = [...run.rounds, ...added.map(project => ({ project, each: 0, effectiveVotes: 0, alike: false }))];
  return { run: { rounds, cost: budget - left }, steps };
}
