import type { TakenOver, WidgetPlace } from '../backend.js';
import { asBackendError } from '../errors.js';
import type { HttpClient } from './client.js';
import { keptUnder } from './kept-under.js';

/** The draft that the address of this page named, on its way. The page may hold several widgets; the first that asks begins. */
let arriving: Promise<void> | undefined;

/** What somebody began on another site, for one widget on the city's page. The code for it comes only when there is something. */
export async function takeOver(client: HttpClient, place: WidgetPlace): Promise<TakenOver | undefined> {
  const [found, id = '', key = ''] = /^#portico-draft=([\w-]+)\.([\w-]+)$/.exec(location.hash) ?? [];
  const load = (): Promise<typeof import('./hand-over.js')> => import('./hand-over.js');
  if (found) {
    // At once, so that the key stands neither in the history nor in an address that somebody copies.
    history.replaceState(history.state, '', location.pathname + location.search);
    arriving = load().then(({ arrive }) => arrive(client, id, key));
  }
  if (!arriving && !isKept(place)) return undefined;
  try {
    await arriving;
    return (await load()).takenOver(place);
  } catch (error) {
    arriving = undefined;
    throw asBackendError(error);
  }
}

function isKept(place: WidgetPlace): boolean {
  try {
    return sessionStorage.getItem(keptUnder(place)) !== null;
  } catch {
    return false;
  }
}
