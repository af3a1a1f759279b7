import type { ObservationFilter, ObservationSort } from '../../model/observation.js';

/** What somebody searches for and how it is sorted. Empty is everything. */
export interface Choice {
  readonly text: string;
  /** Id of a document, a blank, id of a passage: neither holds one. */
  readonly passage: string;
  readonly kind: string;
  readonly theme: string;
  /** `state` or `outcome`, a blank, and its value: people ask 'how does it stand', which is one question. */
  readonly standing: string;
  readonly source: string;
  /** Empty: the newest first, or the nearest when words are searched for. */
  readonly sort: string;
}

export const everything: Choice = { text: '', passage: '', kind: '', theme: '', standing: '', source: '', sort: '' };

/** The filters, apart from the words. */
export const filterNames = ['passage', 'kind', 'theme', 'standing', 'source'] as const;

export type FilterName = (typeof filterNames)[number];

/** Two things in one value of a choice. */
export const pair = (first: string, second: string): string => `${first} ${second}`;

/** How many filters somebody chose. */
export const filtersIn = (choice: Choice): number => filterNames.filter(name => choice[name] !== '').length;

/** Whether less than everything is shown. */
export const narrows = (choice: Choice): boolean => choice.text !== '' || filtersIn(choice) > 0;

/** What the list as a whole is about. */
export type Subject = Pick<ObservationFilter, 'process' | 'document' | 'passage'>;

/** What the backend is asked for. */
export function filterOf({ text, passage, kind, theme, standing, source }: Choice, subject: Subject): ObservationFilter {
  const [document, id] = passage === '' ? [subject.document, subject.passage] : passage.split(' ');
  const [what, value] = standing.split(' ');
  const given = (name: string): string | undefined => (name === '' ? undefined : name);
  return {
    process: subject.process,
    document,
    passage: id,
    text: given(text.trim()),
    kind: given(kind),
    theme: given(theme),
    state: what === 'state' ? value : undefined,
    outcome: what === 'outcome' ? value : undefined,
    source: given(source),
  };
}

/** How it is sorted, also when nobody chose. */
export const sortOf = ({ sort, text }: Choice): ObservationSort =>
  (sort === '' ? (text.trim() === '' ? 'newest' : 'relevance') : sort) as ObservationSort;

const sorts: readonly ObservationSort[] = ['newest', 'oldest', 'most-liked', 'most-commented', 'passage', 'relevance'];

/**
 * The orders that make sense.
 *
 * @param passage - Set where all are on one passage.
 */
export function sortsFor({ text }: Choice, passage: string | undefined): ObservationSort[] {
  const unfit: readonly ObservationSort[] = [
    ...(text.trim() === '' ? (['relevance'] as const) : []),
    ...(passage === undefined ? [] : (['passage'] as const)),
  ];
  return sorts.filter(sort => !unfit.includes(sort));
}
