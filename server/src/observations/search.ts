import { sql, type RawBuilder } from 'kysely';

/** What PostgreSQL calls the languages whose words it can reduce to their stems. */
const configurations: Readonly<Record<string, string>> = {
  ar: 'arabic',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
};

/** How words are looked up that are mostly in one language. Where PostgreSQL does not know it: letter by letter. */
export const searchConfiguration = (locale: string): string => configurations[locale.split('-')[0] ?? ''] ?? 'simple';

/** What can be searched for in an observation: its title counts more than its text. */
export function searchVector(
  locale: string,
  { reference, title = '', texts }: { reference: string; title?: string | undefined; texts: readonly string[] },
): RawBuilder<string> {
  const config = sql`${searchConfiguration(locale)}::regconfig`;
  return sql<string>`setweight(to_tsvector(${config}, ${`${title} ${reference}`}), 'A') || setweight(to_tsvector(${config}, ${texts.join('\n')}), 'B')`;
}

/** What somebody searches for: words, "words in quotes", -words that must not be there. */
export const searchQuery = (locale: string, words: string): RawBuilder<unknown> =>
  sql`websearch_to_tsquery(${searchConfiguration(locale)}::regconfig, ${words})`;
