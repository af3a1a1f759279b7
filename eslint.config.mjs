import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import storybook from 'eslint-plugin-storybook';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import portico from './tools/eslint/index.mjs';

const typescript = ['{src,test,stories,demo,server,.storybook}/**/*.ts'];
const plain = ['**/*.mjs'];
const tests = ['test/**/*.ts'];
/** What people see: it runs under the strict headers of a city's site. */
const shown = ['{src,stories,demo}/**/*.ts'];

export default defineConfig(
  globalIgnores(['**/dist/', 'storybook-static/', '**/node_modules/', '.tmp/', 'coverage/', 'custom-elements.json']),
  // They are written against the built package, each for the checker of its framework.
  globalIgnores(['test/frameworks/apps/**/*.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  { name: 'plain JavaScript', files: plain, extends: [js.configs.recommended], languageOptions: { globals: globals.node } },
  {
    name: 'what these tests hand to a page',
    files: ['test/node/**/*.mjs', 'test/e2e/**/*.mjs', 'test/frameworks/*.mjs', 'test/embed/**/*.mjs', 'test/looks/**/*.mjs'],
    languageOptions: { globals: globals.browser },
  },
  {
    name: 'the bench, with its hand-written page',
    files: ['bench/**/*.mjs', 'bench/vanilla/*.js'],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.browser },
  },
  {
    name: 'TypeScript',
    files: typescript,
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      lit.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
    ],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...litA11y.configs.recommended.rules,
      // WebKit forgets that a list is one when its markers are hidden, and every browser that a table is one when it becomes blocks.
      'lit-a11y/no-redundant-role': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    name: 'imports',
    files: [...typescript, ...plain],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.mjs', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.mjs', '.js'], extensionAlias: { '.js': ['.ts', '.js'] } }),
      ],
    },
    rules: {
      'import-x/order': [
        'error',
        { groups: [['builtin', 'external'], 'parent', ['sibling', 'index']], 'newlines-between': 'ignore' },
      ],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
    },
  },
  {
    name: 'the package itself, which is found only once it is built',
    files: ['test/frameworks/fixture.mjs'],
    rules: { 'import-x/order': 'off' },
  },

  {
    name: 'our own rules',
    files: typescript,
    plugins: { portico },
    rules: {
      'portico/floors': 'error',
      'portico/member-order': 'error',
      'portico/no-rem': 'error',
      'portico/underscore-private': 'error',
    },
  },
  { name: 'floors of the server', files: ['server/**/*.mjs'], plugins: { portico }, rules: { 'portico/floors': 'error' } },
  {
    name: 'a strict Content-Security-Policy',
    files: shown,
    rules: {
      'portico/no-inline-style': 'error',
      'portico/no-unsafe-html': 'error',
      'portico/no-custom-element-decorator': 'error',
    },
  },
  {
    name: 'tests of the server, in the words of node:test',
    files: ['server/test/**/*.ts'],
    rules: {
      // `describe` and `it` of node:test give promises that the runner itself waits for.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              name: ['it', 'describe', 'test', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
              package: 'node:test',
            },
          ],
        },
      ],
    },
  },
  {
    name: 'where elements are registered',
    files: ['src/internal/define.ts'],
    rules: { 'portico/no-custom-element-decorator': 'off' },
  },
  {
    name: 'keys of texts',
    files: ['src/**/*.ts'],
    // This file hands the keys of all others to the engine.
    ignores: ['src/i18n/i18next.ts'],
    rules: { 'portico/static-text-keys': 'error' },
  },

  // A dialog closes with Escape by itself; a click beside it is only a second way.
  { name: 'the dialog', files: ['src/parts/dialog.ts'], rules: { 'lit-a11y/click-events-have-key-events': 'off' } },

  {
    name: 'tests',
    files: tests,
    rules: {
      // Browsers make elements, not constructors: a test casts what it finds.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `expect(element).to.exist` is how chai speaks; and a test wraps the methods of a backend.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Open Web Components types expect(…).equal as if it were a promise, since a comparison with a snapshot is one.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['Equal', 'Deep'], package: '@types/chai' }] },
      ],
    },
  },
  { name: 'stories', files: ['stories/**/*.stories.ts'], extends: [storybook.configs['flat/recommended']] },
  prettier,
);
