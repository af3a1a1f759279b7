import assert from 'node:assert/strict';
import test from 'node:test';
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
const english = texts => ({ locale: 'en', reviewed: false, note: 'Not yet.', texts });
const good = { 'common.a': 'Hello {{name}}', 'common.b_one': '{{count}} x', 'common.b_other': '{{count}} x' };

test('a whole locale has nothing wrong', () => {
  assert.deepEqual(localeProblems(source, source, 'it'), []);
  assert.deepEqual(localeProblems(english(good), source, 'en'), []);
});

test('a simplified locale may have a few texts only', () => {
  assert.deepEqual(localeProblems({ ...english({ 'common.a': 'Hi {{name}}' }), locale: 'en-simple' }, source, 'en-simple'), []);
});

for (const [what, texts, problem] of [
  ['a missing key', { 'common.b_one': 'x {{count}}', 'common.b_other': '{{count}} x' }, /lacks common\.a/],
  ['a key too many', { ...good, 'common.c': 'x' }, /has common\.c/],
  ['a missing plural form', { 'common.a': 'x {{name}}', 'common.b_one': '{{count}} x' }, /lacks the plural form common\.b_other/],
  ['a plural form of another language', { ...good, 'common.b_few': '{{count}} x' }, /common\.b_few, a form/],
  ['another parameter', { ...good, 'common.a': 'Hello {{nome}}' }, /parameters/],
  ['an empty text', { ...good, 'common.a': ' ' }, /empty/],
  ['markup', { ...good, 'common.a': '<b>{{name}}</b>' }, /markup/],
  ['straight quotes', { ...good, 'common.a': "It's {{name}}" }, /straight/],
]) {
  test(`${what} is named`, () => {
    assert.match(localeProblems(english(texts), source, 'en').join('\n'), problem);
  });
}

test('Arabic needs six forms', () => {
  const arabic = { ...english({ 'common.a': 'x {{name}}', 'common.b_other': '{{count}}' }), locale: 'ar' };
  assert.equal(localeProblems(arabic, source, 'ar').filter(problem => /plural form/.test(problem)).length, 5);
});

test('a file that does not say what review is missing is named', () => {
  assert.match(localeProblems({ locale: 'en', reviewed: false, texts: good }, source, 'en').join(), /review/);
});

test('unused keys and unknown names are named', () => {
  const code = "t('common.a'); t('common.zzz'); import './common.js'; x('other.a')";
  assert.deepEqual(usageProblems(source, code, ['common']), ['common.b is never used', 'common.zzz is used and has no text']);
});
