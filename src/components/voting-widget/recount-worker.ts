import { countBallot } from '../../model/count-ballot.js';
import type { RecountTask } from './recount.js';

/** Counts beside the page, so that the page stays quick. It answers once; with nothing when it could not count. */
function onTask({ data }: MessageEvent<RecountTask>): void {
  countBallot(data, data.votes, data.seed).then(
    questions => {
      postMessage(questions);
    },
    () => {
      postMessage(undefined);
    },
  );
}

// Only a worker has a `self` without a document; whoever imports this file anywhere else gets nothing.
if (typeof self !== 'undefined' && typeof document === 'undefined') addEventListener('message', onTask);
