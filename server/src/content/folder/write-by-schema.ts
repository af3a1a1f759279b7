import type * as v from 'valibot';
import { richTextSchema } from '../../../../src/model/richtext.js';
import { textSchema } from '../../../../src/model/text.js';
import { Translations } from '../../../../src/model/translations.js';
import { shapeOf } from './shape.js';

/** Languages in the order in which files show them: the city's own, then by their tags. */
export function languagesInOrder(languages: readonly string[], locale: string): string[] {
  const others = languages.filter(lang => lang !== locale).sort();
  return languages.includes(locale) ? [locale, ...others] : others;
}

/**
 * What a person writes for a value of a schema: the opposite of `readBySchema`. Long texts are left out, since they stand in files of
 * their own. Entries come in the order of the schema, whatever order a database gave them.
 */
export function writeBySchema(schema: v.GenericSchema, value: unknown, locale: string): unknown {
  if (schema === (textSchema as v.GenericSchema)) return writeText(value, locale);
  const shape = shapeOf(schema);
  switch (shape.kind) {
    case 'object':
      return Object.fromEntries(
        shape.entries.flatMap(([key, entry]) => {
          const part = (value as Record<string, unknown>)[key];
          return part === undefined || entry === (richTextSchema as v.GenericSchema)
            ? []
            : [[key, writeBySchema(entry, part, locale)]];
        }),
      );
    case 'list':
      return (value as unknown[]).map(item => writeBySchema(shape.item, item, locale));
    case 'token':
      return typeof value === 'object' ? writeBySchema(shape.object, value, locale) : value;
    case 'value':
      return value;
  }
}

function writeText(value: unknown, locale: string): unknown {
  const byLanguage =
    value instanceof Translations ? (value as Translations<string>).byLanguage : alone(value as { lang: string; text: string });
  const languages = languagesInOrder(Object.keys(byLanguage), locale);
  if (languages.length === 1 && languages[0] === locale) return byLanguage[locale];
  return Object.fromEntries(languages.map(lang => [lang, byLanguage[lang]]));
}

const alone = ({ lang, text }: { lang: string; text: string }): Record<string, string> => ({ [lang]: text });
