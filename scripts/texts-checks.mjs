const pluralSuffix = /_(zero|one|two|few|many|other)$/;

/** A key without its plural form. */
export const baseKey = key => key.replace(pluralSuffix, '');

const parametersOf = text => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name))].sort().join(', ');

const isSimple = locale => locale.endsWith('-simple');

/** What is wrong in one locale file. `source` is the file whose keys count; a simplified one holds only what is simpler. */
export function localeProblems(file, source, name) {
  const problems = [];
  const { texts } = file;
  const keys = new Set(Object.keys(texts).map(baseKey));
  const sourceKeys = new Set(Object.keys(source.texts).map(baseKey));
  if (file.locale !== name) problems.push(`says that it is '${file.locale}'`);
  if (typeof file.reviewed !== 'boolean') problems.push('does not say whether it was reviewed');
  if (file.reviewed === false && !file.note) problems.push('does not say which review is missing');
  if (!isSimple(name)) for (const key of sourceKeys) if (!keys.has(key)) problems.push(`lacks ${key}`);
  for (const key of keys) if (!sourceKeys.has(key)) problems.push(`has ${key}, which the source has not`);
  return [
    ...problems,
    ...pluralProblems(texts, name),
    ...Object.entries(texts).flatMap(entry => textProblems(entry, source.texts)),
  ];
}

/** Every plural text needs exactly the forms of its language (CLDR). */
function pluralProblems(texts, name) {
  const { pluralCategories } = new Intl.PluralRules(name.replace('-simple', '')).resolvedOptions();
  const plural = new Set(
    Object.keys(texts)
      .filter(key => pluralSuffix.test(key))
      .map(baseKey),
  );
  return [...plural].flatMap(key => {
    const has = Object.keys(texts).filter(each => pluralSuffix.test(each) && baseKey(each) === key);
    const wanted = pluralCategories.map(category => `${key}_${category}`);
    return [
      ...wanted.filter(each => !has.includes(each)).map(each => `lacks the plural form ${each}`),
      ...has.filter(each => !wanted.includes(each)).map(each => `has ${each}, a form that the language does not know`),
    ];
  });
}

function textProblems([key, text], sourceTexts) {
  const problems = [];
  if (text.trim() === '') problems.push(`${key} is empty`);
  else if (text !== text.trim()) problems.push(`${key} begins or ends with a blank`);
  if (/[<>]/.test(text)) problems.push(`${key} has markup in it`);
  if (/['"]/.test(text)) problems.push(`${key} has straight quotes`);
  const source = sourceTexts[key] ?? sourceTexts[`${baseKey(key)}_other`];
  if (source === undefined) return problems;
  // A form for one or two may say the number in a word.
  const [own, theirs] = [parametersOf(text), parametersOf(source)];
  const wordForm = /_(zero|one|two)$/.test(key) && own === parametersOf(source.replace(/\{\{\s*count[^}]*\}\}/, ''));
  if (own !== theirs && !wordForm) problems.push(`${key} has the parameters '${own}' and not '${theirs}'`);
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
