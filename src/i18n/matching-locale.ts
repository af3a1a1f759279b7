/** The locale of a list that serves a language tag best: its simple variant where the tag asks for it, else its language. */
export function matchingLocale<Name extends string>(tag: string, names: readonly Name[]): Name | undefined {
  const [language = '', ...subtags] = tag.toLowerCase().split(/[-_]/);
  const simple = subtags.includes('simple') ? `${language}-simple` : '';
  return names.find(name => name === simple) ?? names.find(name => name === language);
}
