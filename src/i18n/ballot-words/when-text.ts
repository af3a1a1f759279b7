import type { Ballot } from '../../model/ballot.js';
import type { Words } from '../words.js';

/** When voting begins and ends, or ended. */
export function whenText({ t, formats }: Words, { opens, closes, process, status }: Ballot): string {
  const time = (instant: string): string => formats.instant(instant, process.timeZone);
  if (status.value === 'not-yet-open') return t('voting-widget.opens', { time: time(opens), end: time(closes) });
  return status.value === 'open'
    ? t('voting-widget.closes', { time: time(closes) })
    : t('voting-widget.closed', { time: time(closes) });
}
