import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { filesIn } from '../../scripts/files-in.mjs';
import { localeProblems, usageProblems } from '../../scripts/texts-checks.mjs';

const source = {
  locale: 'it',
  reviewed: true,
  texts: {
    'common.a': 'Ciao {{name}}',
    'common.b_one': '{{count}} x',
    'common.b_many': '{{count}} x',
    'common.b_other': '{{count}} x',
  },
};
const header = locale => ({ locale, reviewed: false, note: 'Not yet.' });
const english = texts => ({ ...header('en'), texts });
const good = { 'common.a': 'Hello {{name}}', 'common.b_one': '{{count}} x', 'common.b_other': '{{count}} x' };

test('a whole locale has nothing wrong', () => {
  assert.deepEqual(localeProblems(source, source, 'it'), []);
  assert.deepEqual(localeProblems(english(good), source, 'en'), []);
});

test('a simplified locale may have a few texts only, but none of its own', () => {
  const simple = texts => localeProblems({ ...header('en-simple'), texts }, source, 'en-simple');
  assert.deepEqual(simple({ 'common.a': 'Hi {{name}}' }), []);
  assert.match(simple({ 'common.c': 'Hi' }).join('\n'), /^has common\.c/);
  assert.match(simple({ 'common.b_other': '{{count}} x' }).join('\n'), /^lacks the plural form common\.b_one$/);
});

for (const [what, texts, problem] of [
  ['a missing key', { 'common.b_one': '{{count}} x', 'common.b_other': '{{count}} x' }, /^lacks common\.a$/],
  ['a key too many', { ...good, 'common.c': 'x' }, /^has common\.c, which/],
  [
    'a missing plural form',
    { 'common.a': 'x {{name}}', 'common.b_one': '{{count}} x' },
    /^lacks the plural form common\.b_other$/,
  ],
  ['a plural form of another language', { ...good, 'common.b_few': '{{count}} x' }, /^has common\.b_few, a form/],
  [
    'a plural text without forms',
    { 'common.a': 'x {{name}}', 'common.b': '{{count}} x' },
    /^has common\.b without plural forms$/,
  ],
  [
    'plural forms of a text that has none',
    { 'common.a_one': '{{name}}', 'common.a_other': '{{name}}', 'common.b_one': '{{count}}', 'common.b_other': '{{count}}' },
    /^has plural forms of common\.a, which/,
  ],
  ['another parameter', { ...good, 'common.a': 'Hello {{nome}}' }, /^common\.a has the parameters 'nome' and not 'name'$/],
  ['a missing parameter', { ...good, 'common.a': 'Hello' }, /^common\.a has the parameters '' and not 'name'$/],
  ['a missing figure', { ...good, 'common.b_other': 'x' }, /^common\.b_other has the parameters '' and not 'count'$/],
  ['an empty text', { ...good, 'common.a': '' }, /^common\.a is empty\n/],
  ['a blank at the start', { ...good, 'common.a': ' {{name}}' }, /^common\.a begins or ends with a blank$/],
  ['a blank at the end', { ...good, 'common.a': '{{name}} ' }, /^common\.a begins or ends with a blank$/],
  ['markup', { ...good, 'common.a': '<b>{{name}}</b>' }, /^common\.a has markup in it$/],
  ['a straight apostrophe', { ...good, 'common.a': "It's {{name}}" }, /^common\.a has straight quotes$/],
  ['straight quotes', { ...good, 'common.a': '"{{name}}"' }, /^common\.a has straight quotes$/],
  ['a text that is a list', { ...good, 'common.a': ['{{name}}'] }, /^common\.a is no text$/],
]) {
  test(`${what} is named, and nothing else`, () => {
    assert.match(localeProblems(english(texts), source, 'en').join('\n'), problem);
    assert.ok(localeProblems(english(texts), source, 'en').length <= 2);
  });
}

test('Arabic needs six forms', () => {
  const arabic = { ...header('ar'), texts: { 'common.a': 'x {{name}}', 'common.b_other': '{{count}}' } };
  assert.deepEqual(
    localeProblems(arabic, source, 'ar').sort(),
    ['few', 'many', 'one', 'two', 'zero'].map(form => `lacks the plural form common.b_${form}`),
  );
});

test('a form for one number only may say it in a word, one for several may not', () => {
  const form = (locale, key) =>
    localeProblems({ ...header(locale), texts: { [key]: 'x' } }, source, locale).filter(problem => /parameters/.test(problem));
  for (const category of ['zero', 'one', 'two']) assert.deepEqual(form('ar', `common.b_${category}`), []);
  for (const category of ['few', 'many', 'other']) assert.equal(form('ar', `common.b_${category}`).length, 1);
  // 21 takes the form of 1 in Russian.
  assert.equal(form('ru', 'common.b_one').length, 1);
});

for (const [what, file, problem] of [
  ['the name of another locale', { ...english(good), locale: 'it' }, /^says that it is 'it'$/],
  ['no word about a review', { locale: 'en', note: 'Not yet.', texts: good }, /^does not say whether it was reviewed$/],
  ['no note on the missing review', { locale: 'en', reviewed: false, texts: good }, /^does not say which review is missing$/],
  ['an empty note', { ...english(good), note: ' ' }, /^does not say which review is missing$/],
  ['no texts', header('en'), /^has no texts$/],
]) {
  test(`a file with ${what} is named`, () => {
    assert.match(localeProblems(file, source, 'en').join('\n'), problem);
  });
}

test('unused keys and unknown names are named', () => {
  const code = "t('common.a'); t('common.zzz'); import './common.js'; x('other.a')";
  assert.deepEqual(usageProblems(source, code, ['common']), ['common.b is never used', 'common.zzz is used and has no text']);
});

test('a key in a table counts as used, a plural one by its base, a file of the same name as none', () => {
  const code = "const known = { a: 'common.a' }; t('common.b', { count }); import('common.css'); type Key = 'common.a';";
  assert.deepEqual(usageProblems(source, code, ['common']), []);
});

const folder = 'src/i18n/locales';
const read = path => JSON.parse(readFileSync(`${folder}/${path}.json`, 'utf8'));

for (const path of filesIn(folder, /\.json$/).map(file => file.replace(/\.json$/, ''))) {
  const name = path.split('/').at(-1);
  test(`the library's own '${path}' has nothing wrong`, () => {
    assert.deepEqual(localeProblems(read(path), read(path.replace(/[^/]+$/, 'it')), name), []);
  });
}
