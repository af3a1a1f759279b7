const pluralSuffix = /_(zero|one|two|few|many|other)$/;

/** A key without its plural form. */
export const baseKey = key => key.replace(pluralSuffix, '');

/** Bases of the keys that have plural forms. */
const pluralKeys = texts =>
  new Set(
    Object.keys(texts)
      .filter(key => pluralSuffix.test(key))
      .map(baseKey),
  );

const parametersOf = text => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name))].sort().join(', ');

const isSimple = locale => locale.endsWith('-simple');
const rulesOf = locale => new Intl.PluralRules(locale.replace('-simple', ''));

/** What is wrong in one locale file. `source` is the file whose keys count; a simplified one holds only what is simpler. */
export function localeProblems(file, source, name) {
  const headers = headerProblems(file, name);
  if (typeof file.texts !== 'object' || file.texts === null) return [...headers, 'has no texts'];
  const keys = new Set(Object.keys(file.texts).map(baseKey));
  const sourceKeys = new Set(Object.keys(source.texts).map(baseKey));
  return [
    ...headers,
    ...(isSimple(name) ? [] : [...sourceKeys].filter(key => !keys.has(key)).map(key => `lacks ${key}`)),
    ...[...keys].filter(key => !sourceKeys.has(key)).map(key => `has ${key}, which the source has not`),
    ...pluralProblems(file.texts, source.texts, name),
    ...Object.entries(file.texts).flatMap(entry => textProblems(entry, source.texts, name)),
  ];
}

function headerProblems(file, name) {
  const problems = [];
  if (file.locale !== name) problems.push(`says that it is '${file.locale}'`);
  if (typeof file.reviewed !== 'boolean') problems.push('does not say whether it was reviewed');
  const note = typeof file.note === 'string' ? file.note.trim() : '';
  if (file.reviewed !== true && note === '') problems.push('does not say which review is missing');
  return problems;
}

/** Every text that is plural in the source needs exactly the forms of this language (CLDR), and no other text may have any. */
function pluralProblems(texts, sourceTexts, name) {
  const { pluralCategories } = rulesOf(name).resolvedOptions();
  const sourcePlurals = pluralKeys(sourceTexts);
  const plurals = pluralKeys(texts);
  const plain = Object.keys(texts).filter(key => !pluralSuffix.test(key));
  return [
    ...plain.filter(key => sourcePlurals.has(key)).map(key => `has ${key} without plural forms`),
    ...[...plurals].filter(key => key in sourceTexts).map(key => `has plural forms of ${key}, which the source has not`),
    ...[...plurals].flatMap(key => {
      const has = Object.keys(texts).filter(each => pluralSuffix.test(each) && baseKey(each) === key);
      const wanted = pluralCategories.map(category => `${key}_${category}`);
      return [
        ...wanted.filter(each => !has.includes(each)).map(each => `lacks the plural form ${each}`),
        ...has.filter(each => !wanted.includes(each)).map(each => `has ${each}, a form that the language does not know`),
      ];
    }),
  ];
}

/** Whether a form stands for one number only, as 'two' does in Arabic but 'one' does not in Russian (1, 21, 31…). */
function saysOneNumber(category, name) {
  const rules = rulesOf(name);
  return Array.from({ length: 200 }, (_, number) => rules.select(number)).filter(each => each === category).length === 1;
}

function textProblems([key, text], sourceTexts, name) {
  if (typeof text !== 'string') return [`${key} is no text`];
  const problems = [];
  if (text.trim() === '') problems.push(`${key} is empty`);
  else if (text !== text.trim()) problems.push(`${key} begins or ends with a blank`);
  if (/[<>]/.test(text)) problems.push(`${key} has markup in it`);
  if (/['"]/.test(text)) problems.push(`${key} has straight quotes`);
  const source = sourceTexts[key] ?? sourceTexts[`${baseKey(key)}_other`];
  if (source === undefined) return problems;
  const [own, theirs] = [parametersOf(text), parametersOf(source)];
  const category = pluralSuffix.exec(key)?.[1];
  // Arabic says 'two days' in one word: a form for one number only may do without the figure. `number` is the figure as it is written.
  const inWords =
    own === parametersOf(source.replace(/\{\{\s*(count|number)[^}]*\}\}/g, '')) && category && saysOneNumber(category, name);
  if (own !== theirs && !inWords) problems.push(`${key} has the parameters '${own}' and not '${theirs}'`);
  return problems;
}

/**
 * Keys that no source file names, and names that are no keys.
 *
 * @param code - Text of all source files.
 * @param prefixes - What keys begin with: `common` and the names of the widgets.
 */
export function usageProblems(source, code, prefixes) {
  const keys = new Set(Object.keys(source.texts).map(baseKey));
  const named = new Set(
    [...code.matchAll(/['"`]([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)['"`]/g)]
      .map(([, name]) => name)
      .filter(name => prefixes.includes(name.split('.')[0]) && !/\.(js|json|css)$/.test(name)),
  );
  return [
    ...[...keys].filter(key => !named.has(key)).map(key => `${key} is never used`),
    ...[...named].filter(name => !keys.has(name)).map(name => `${name} is used and has no text`),
  ];
}
