import { countBallot } from '../../model/count-ballot.js';
import type { RecountTask } from './recount.js';

/** Counts beside the page, so that the page stays quick. It answers once; with nothing when it could not count. */
addEventListener('message', ({ data }: MessageEvent<RecountTask>) => {
  countBallot(data, data.votes, data.seed).then(
    questions => {
      postMessage(questions);
    },
    () => {
      postMessage(undefined);
    },
  );
});
