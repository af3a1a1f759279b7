import type { ObservationService, ReadOptions, SessionService } from '../../backend/backend.js';
import { participationOf } from '../../model/session.js';
import type { ReaderState } from './observation-list.state.js';

/** Who is reading, and what belongs to them. */
export async function readReader(
  session: SessionService,
  observations: ObservationService,
  process: string,
  options: ReadOptions,
): Promise<ReaderState> {
  const current = await session.current(process, options);
  const participation = participationOf(current);
  const own = current.type === 'signed-in' ? await observations.own(process, options) : { observations: [], liked: [] };
  return { type: 'known', participation, own };
}
