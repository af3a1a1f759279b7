/** What the bench of the rules runs, in one bundle for Node. */
export { naiveEqualShares } from '../../test/model/tally/support/naive-equal-shares.js';
export { readPabulib } from '../../src/model/pabulib/read-pabulib.js';
export { completionAdd1 } from '../../src/model/tally/completion-add1.js';
export { equalShares } from '../../src/model/tally/equal-shares.js';
export { greedy } from '../../src/model/tally/greedy.js';
export { optionScores, weighted, weightsOfApprovals } from '../../src/model/tally/option-scores.js';
export { rational } from '../../src/model/tally/rational.js';
export { sharesProfile } from '../../src/model/tally/shares-profile.js';
export { grouped } from '../../src/model/vote-counting.js';
