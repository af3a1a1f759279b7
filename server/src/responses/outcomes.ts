import type { ResponseOutcome } from '../../../src/model/response.js';

/** What a response can say, in the order in which forms and figures show it. */
export const outcomes: readonly ResponseOutcome[] = ['accepted', 'partly-accepted', 'rejected', 'not-pertinent'];
