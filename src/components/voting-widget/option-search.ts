import type { OpenEnum } from '../../model/open-enum.js';
import type { Option, Question } from '../../model/ballot.js';
import { optionOrder } from '../../model/option-order.js';

/** In which order options stand. `mine`: by chance, another one for each person. */
export type OptionSort = 'mine' | 'cheapest' | 'dearest' | 'title';

/** What somebody looks for among many options. */
export interface OptionSearch {
  readonly words: string;
  readonly district: string;
  readonly category: string;
  readonly sort: OptionSort;
  readonly onlyChosen: boolean;
}

export const everything: OptionSearch = { words: '', district: '', category: '', sort: 'mine', onlyChosen: false };

/** With fewer options there is nothing to look for. */
const few = 8;

/** With so few options, yes and no for instance, they stand as the city put them: chance would help nobody. */
const fewest = 3;

export const isSearchable = ({ options }: Pick<Question, 'options'>): boolean => options.length >= few;

export const isShuffled = ({ options }: Pick<Question, 'options'>): boolean => options.length > fewest;

/** Options in the order of one person. */
export const ordered = (question: Question, seed: string): readonly Option[] =>
  isShuffled(question) ? optionOrder(question.options, `${seed}/${question.id}`) : question.options;

/** Writing signs above letters, capitals and blanks do not matter to who looks for something. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What stands in an option, as it is searched. Made once for each: it is asked at every key. */
const searched = new WeakMap<Option, string>();

function textOf(option: Option): string {
  let text = searched.get(option);
  if (text === undefined) {
    const { title, summary, description, category, district, place } = option;
    const labels = [category?.label, district?.label, place, summary, description];
    text = plain([title, ...labels].map(each => each?.text ?? '').join(' '));
    searched.set(option, text);
  }
  return text;
}

/** The options that somebody wants to see. */
export function found(options: readonly Option[], search: OptionSearch, chosen: readonly string[]): readonly Option[] {
  const words = plain(search.words).split(/\s+/).filter(Boolean);
  const { district, category, onlyChosen } = search;
  const wanted = options.filter(
    option =>
      (district === '' || option.district?.value === district) &&
      (category === '' || option.category?.value === category) &&
      (!onlyChosen || chosen.includes(option.id)) &&
      words.every(word => textOf(option).includes(word)),
  );
  return search.sort === 'mine' ? wanted : [...wanted].sort(orders[search.sort]);
}

const orders: Readonly<Record<Exclude<OptionSort, 'mine'>, (one: Option, other: Option) => number>> = {
  cheapest: (one, other) => (one.cost ?? 0) - (other.cost ?? 0),
  dearest: (one, other) => (other.cost ?? 0) - (one.cost ?? 0),
  title: (one, other) => one.title.text.localeCompare(other.title.text, one.title.lang),
};

/** The districts, or the categories, that options have, by their labels. */
export function valuesOf(options: readonly Option[], part: 'district' | 'category'): OpenEnum<string>[] {
  const values = new Map(options.flatMap(option => (option[part] ? [[option[part].value, option[part]] as const] : [])));
  return [...values.values()].sort((one, other) =>
    (one.label?.text ?? one.value).localeCompare(other.label?.text ?? other.value, one.label?.lang, { numeric: true }),
  );
}
