import { Translations } from '../../../src/model/translations.js';

/** The ids of all words of the glossary that a text names, in whatever language. */
export function termsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (value instanceof Translations) termsIn(value.byLanguage, found);
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value && value.type === 'term' && 'term' in value) found.add(String(value.term));
    Object.values(value).forEach(each => termsIn(each, found));
  }
  return found;
}
