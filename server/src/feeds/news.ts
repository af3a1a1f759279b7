import { Formats } from '../../../src/i18n/format.js';
import { phaseStatuses } from '../../../src/model/phase.js';
import { dayIn } from '../../../src/model/time.js';
import type { PactContent, ProcessContent } from '../content/schema.js';
import { speakPact, speakProcess, type Languages } from '../content/speak.js';
import type { FeedEntry } from './atom.js';
import { feedWords } from './feed-words.js';

interface Sources {
  readonly process: ProcessContent;
  readonly pacts: readonly PactContent[];
  /** The address of the server. */
  readonly url: URL;
  /** When content was published last: nothing is newer. */
  readonly published: Date;
}

/** Where somebody reads about a process: its page at the city, else its first pact here. */
export function pageOf(process: ProcessContent, pacts: readonly PactContent[], url: URL): string {
  const own = process.url;
  if (typeof own === 'string') return own;
  return new URL(pacts[0] ? `/embed/pact-viewer/${pacts[0].id}` : '/', url).href;
}

/** What is new in a process, newest first: phases that began, versions of its pacts that were adopted. */
export function newsOf({ process, pacts, url, published }: Sources, languages: Languages): FeedEntry[] {
  const t = feedWords(languages.locale);
  const formats = new Formats(t.locale);
  const spoken = speakProcess(process, languages);
  const { phases, title, timeZone } = spoken;
  const page = pageOf(process, pacts, url);
  /** A day has no hour: noon is on that day wherever the reader is, nearly. */
  const when = (date: string | undefined): Date => {
    const moment = date === undefined ? published : new Date(date.includes('T') ? date : `${date}T12:00:00Z`);
    return moment < published ? moment : published;
  };
  const tag = (rest: string): string => `tag:${url.hostname},2026:${process.id}/${rest}`;

  const statuses = phaseStatuses(phases);
  const begun = phases.flatMap(({ id, title: phase, start, end, url: phaseUrl }, index) => {
    if (statuses[index] !== 'active' && statuses[index] !== 'past') return [];
    // Without a date nobody can say when a past phase began.
    if (start === undefined && statuses[index] === 'past') return [];
    return [
      {
        id: tag(`phase/${id}`),
        title: t('phase-began', { phase: phase.text, process: title.text }),
        summary: end === undefined ? undefined : t('phase-ends', { date: formats.date(dayIn(end, timeZone), timeZone) }),
        url: phaseUrl ?? page,
        updated: when(start),
      },
    ];
  });
  const adopted = pacts.flatMap(pact => {
    const { versions } = speakPact(pact, process, { ...languages, asOf: published.toISOString() });
    return versions
      .filter(({ status }) => status.value !== 'draft')
      .map(({ number, act, note }) => ({
        id: tag(`pact/${pact.id}/${String(number)}`),
        title: t('pact-version', { number, process: title.text }),
        summary: note?.text,
        url: new URL(`/embed/pact-viewer/${pact.id}?version=${String(number)}`, url).href,
        updated: when(act?.date),
      }));
  });
  return [...begun, ...adopted].sort((one, other) => other.updated.getTime() - one.updated.getTime());
}
