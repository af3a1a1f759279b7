import type { ObservationService } from '../../backend.js';
import type { ObservationDesk } from './observation-desk.js';
import { observationReads } from './observation-reads.js';
import { observationWrites } from './observation-writes.js';

/** Observations in the browser's memory, with the rules of a server and a log whose receipts can really be checked. */
export function observations(desk: ObservationDesk): ObservationService {
  return {
    can: { submit: true, edit: true, comment: true, like: true, report: true, attach: true, search: true, log: true },
    ...observationReads(desk),
    ...observationWrites(desk),
  };
}
