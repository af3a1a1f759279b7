import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import portico from '../../tools/eslint/index.mjs';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });
const tested = new Set();

/** Runs a rule over code that it must accept, and over code whose complaints are known by their message ids. */
function check(name, { valid, invalid }) {
  tested.add(name);
  tester.run(name, portico.rules[name], {
    valid,
    invalid: invalid.map(({ errors, ...rest }) => ({
      ...rest,
      errors: errors.map(error => (typeof error === 'string' ? { messageId: error } : error)),
    })),
  });
}

/** Code of a file at a place in the repository. */
const at = (filename, code, errors) => ({ filename, code, ...(errors && { errors }) });

/** The same code in the class of a widget. */
const widget = members => `class Card extends LitElement { ${members} }`;

check('floors', {
  valid: [
    at('src/model/pact.ts', "import * as v from 'valibot'; import { hrefSchema } from './link.js';"),
    at('src/model/tally/sum.ts', "import { text } from '../text.js';"),
    at('src/backend/http/http.ts', "import { pactSchema } from '../../model/pact.js'; import { parse } from '../parse.js';"),
    at('src/internal/define.ts', "import { attachContextRoot } from '../backend/context.js';"),
    at('src/parts/badge.ts', "import { t } from '../i18n/translate.js'; import { tokens } from '../styles/tokens.js';"),
    at('src/controllers/read.ts', "import { backendContext } from '../backend/context.js';"),
    at('src/components/hub-map/hub-map.ts', "import { badge } from '../../parts/badge.js'; import './views/list.js';"),
    at('src/components/hub-map/views/list.ts', "import { hubMapStyles } from '../hub-map.styles.js';"),
    at('src/index.ts', "export * from './components/hub-map/hub-map.js';"),
    at('src/embed/loader.ts', "import { readEarly } from '../backend/http/early-reads.js'; import '../internal/page-wide.js';"),
    at('src/backend/context.ts', "import { pageWide } from '../internal/page-wide.js';"),
    at('src/snippet/systems/wiki.ts', "import { widgets } from '../../embed/widgets.js'; import '../head.js';"),
    at(
      'server/src/app.mjs',
      "import 'fastify'; import '../../src/model/pact.js'; import 'portico/i18n/words.js'; import './routes.mjs';",
    ),
    at('stories/hub-map.stories.ts', "import '../src/components/hub-map/hub-map.define.js'; import '../demo/data/hubs.js';"),
  ],
  invalid: [
    at('src/embed/loader.ts', "void import('../components/hub-map/hub-map.define.js');", ['floor']),
    at('src/model/pact.ts', "import { http } from '../backend/http/http.js';", [
      { message: 'src/model must not import src/backend/http/http.js. It may import nothing of ours.' },
    ]),
    at('src/model/pact.ts', "import type { Words } from '../i18n/words.js';", ['floor']),
    at('src/model/pact.ts', "type Words = import('../i18n/words.js').Words;", ['floor']),
    // A folder whose name only begins alike is another folder.
    at('src/model/pact.ts', "import '../models/pact.js';", ['floor']),
    at('src/backend/backend.ts', "export * from '../controllers/read.js';", ['floor']),
    at('src/backend/backend.ts', "import 'portico/controllers/read.js';", ['floor']),
    at('src/internal/define.ts', "import '../parts/badge.js';", ['floor']),
    at('src/i18n/words.ts', "import '../components/hub-map/hub-map.js';", ['floor']),
    at('src/styles/base.ts', "import '../parts/badge.js';", ['floor']),
    at('src/parts/badge.ts', "export { styles } from '../components/hub-map/hub-map.styles.js';", ['floor']),
    at('src/parts/badge.ts', "import '../controllers/read.js';", ['floor']),
    at('src/controllers/read.ts', "import '../parts/badge.js'; import '../components/hub-map/hub-map.js';", ['floor', 'floor']),
    at('src/components/hub-map/hub-map.ts', "import '../ballot/ballot.js';", [
      { message: /^src\/components\/hub-map must not import src\/components\/ballot\/ballot\.js\./ },
    ]),
    at('src/components/hub-map/hub-map.ts', "void import('../../index.js');", ['floor']),
    at('src/snippet/head.ts', "import '../embed/loader.js'; import '../styles/tokens.js';", ['floor', 'floor']),
    ...['server/src/app.mjs', 'stories/one.js', 'demo/data/hubs.js', 'test/support/page.js'].map(path =>
      at('src/index.ts', `import '../${path}';`, ['floor']),
    ),
    at('server/src/app.mjs', "import '../../src/backend/backend.js'; import 'portico';", ['floor', 'floor']),
  ],
});

check('member-order', {
  valid: [
    widget(`
      static override styles = css\`\`;
      static from() {}
      @property({ attribute: 'hub' }) hub;
      @property() get level() { return 1; }
      @consume({ context }) @state() private _backend;
      @query('.list') private _list;
      private readonly _load = new Task(this, {});
      readonly provider = new ContextProvider(this, {});
      constructor() { super(); }
      get open() { return true; }
      private get _size() { return 1; }
      reload() {}
      connectedCallback() {}
      disconnectedCallback() {}
      protected override willUpdate() {}
      protected override updated() {}
      protected override render() {}
      private _renderList() {}
      private _onClick() {}
      private _measure() {}
    `),
    widget('render() {} private readonly _renderItem = item => item; private readonly _onClick = () => {};'),
    'class Client { read() {} private _reads = 1; static from() {} }',
  ],
  invalid: [
    {
      code: widget('@property() hub; static styles = 1;'),
      errors: [{ message: 'styles is one of static members: it comes before hub (public properties).' }],
    },
    { code: widget('@state() private _open = 1; @property() hub;'), errors: ['order'] },
    { code: widget('private _load = 1; @queryAssignedElements() private _items;'), errors: ['order'] },
    { code: widget('get open() { return 1; } private _load = 1;'), errors: ['order'] },
    { code: widget('get open() { return 1; } constructor() { super(); }'), errors: ['order'] },
    { code: widget('reload() {} get open() { return 1; }'), errors: ['order'] },
    { code: widget('connectedCallback() {} reload() {}'), errors: ['order'] },
    { code: widget('willUpdate() {} connectedCallback() {}'), errors: ['order'] },
    { code: widget('render() {} updated() {}'), errors: ['order'] },
    { code: widget('private _renderList() {} render() {}'), errors: ['order'] },
    { code: widget('private _onClick() {} private _renderList() {}'), errors: ['order'] },
    { code: widget('private _measure() {} private _onClick() {}'), errors: ['order'] },
    { code: widget('private readonly _onClick = () => {}; render() {}'), errors: ['order'] },
    { code: widget('render() {} private readonly _loads = () => {};'), errors: ['order'] },
    // One member in the wrong place is one complaint.
    { code: widget('render() {} reload() {} private _onClick() {}'), errors: ['order'] },
    { code: 'const Card = class extends Labelled(LitElement) { render() {} reload() {} };', errors: ['order'] },
  ],
});

check('no-inline-style', {
  valid: [
    'html`<p class="a" .style=${text}>style=</p>`',
    'html`<p title="a > b, style=c">x</p><!-- <p style="a"> -->`',
    'html`<my-style style-name="a"></my-style>`',
    'other`<p style="color: red">`',
    "import { classMap } from 'lit/directives/class-map.js'; element.style.setProperty('color', 'red');",
    "element.setAttribute('class', 'a');",
  ],
  invalid: [
    { code: 'html`<p style="color: red">x</p>`', errors: ['attribute'] },
    { code: 'html`<p title="a > b" style=${text}>x</p>`', errors: ['attribute'] },
    { code: 'html`<p class=${a}\n  STYLE = ${text}></p>`', errors: ['attribute'] },
    { code: 'svg`<g fill="red"><path style="color: red"></path></g>`', errors: ['attribute'] },
    { code: "element.setAttribute('style', 'color: red');", errors: ['attribute'] },
    { code: "import { styleMap } from 'lit/directives/style-map.js';", errors: ['styleMap'] },
    { code: "import { styleMap as css } from './directives.js';", errors: ['styleMap'] },
  ],
});

check('no-unsafe-html', {
  valid: [
    "import { unsafeCSS } from 'lit'; import { html } from 'lit/static-html.js';",
    'element.textContent = text; stream.write(text); html`<p .textContent=${text}>innerHTML</p>`;',
  ],
  invalid: [
    { code: "import { unsafeHTML } from 'lit/directives/unsafe-html.js';", errors: ['unsafe'] },
    { code: "import { unsafeSVG as raw } from 'lit/directives/unsafe-svg.js';", errors: ['unsafe'] },
    { code: "import { html, unsafeStatic } from 'lit/static-html.js';", errors: ['unsafe'] },
    { code: 'element.innerHTML = text;', errors: ['unsafe'] },
    { code: "element['outerHTML'] = text;", errors: ['unsafe'] },
    { code: "element?.insertAdjacentHTML('beforeend', text);", errors: ['unsafe'] },
    {
      code: 'document.write(text); this.ownerDocument.write(text); window.document.writeln(text);',
      errors: ['unsafe', 'unsafe'],
    },
    { code: 'html`<p .innerHTML=${text}></p>`', errors: ['unsafe'] },
  ],
});

check('no-custom-element-decorator', {
  valid: ["define('portico-card', Card);", "customElements.get('portico-card'); Object.define('x'); @property() class Card {}"],
  invalid: [
    { code: "@customElement('portico-card') class Card extends LitElement {}", errors: ['decorator'] },
    { code: "customElements.define('portico-card', Card);", errors: ['define'] },
    { code: "window.customElements.define('portico-card', Card);", errors: ['define'] },
  ],
});

const tables =
  "const KEYS = { a: 'card.a', b: `card.b` } as const satisfies Record<string, TextKey>; const names: Names = { a: 'card.a' };";

check('static-text-keys', {
  valid: [
    "t('card.title'); words.t(`card.title`, { name }); this._t('card.title');",
    "t(open ? 'card.close' : full ? 'card.full' : 'card.open');",
    `${tables} t(KEYS[kind]); function show() { return t(names[kind] ?? 'card.other') + t(open ? KEYS.a : names.a!); }`,
    'translate(key); t(); at(key);',
  ],
  invalid: [
    { code: 't(key);', errors: ['key'] },
    { code: 'words.t(key); this._t(key);', errors: ['key', 'key'] },
    { code: 't(`card.${kind}`);', errors: ['key'] },
    { code: "t('card.' + kind);", errors: ['key'] },
    { code: "t(open ? key : 'card.open');", errors: ['key'] },
    { code: "t(key ?? 'card.open');", errors: ['key'] },
    { code: 't(this.keys[kind]);', errors: ['key'] },
    { code: "import { keys } from './keys.js'; t(keys[kind]);", errors: ['key'] },
    { code: "let keys = { a: 'card.a' }; t(keys[kind]);", errors: ['key'] },
    { code: 'const keys = { a: prefix }; t(keys[kind]);', errors: ['key'] },
    { code: "const keys = { a: 'card.a', ...more }; t(keys[kind]);", errors: ['key'] },
    // The inner name hides the table.
    { code: `${tables} function show(KEYS) { return t(KEYS[kind]); }`, errors: ['key'] },
  ],
});

check('no-rem', {
  valid: [
    'css`p { margin: 1em; --rem: var(--2rem-wide); }`',
    'css`/* not 1rem */`',
    'html`<p>1rem</p>`',
    'css`p { inline-size: round(5, rem(7, 3)); }`',
  ],
  invalid: [
    { code: 'css`p { margin: 1rem; }`', errors: ['rem'] },
    { code: 'css`p { margin: calc(1em + .5REM); }`', errors: ['rem'] },
    { code: 'css`p { margin: ${gap}rem; }`', errors: ['rem'] },
    { code: 'css`p { margin: ${gap} 2rem; }`', errors: ['rem'] },
  ],
});

check('underscore-private', {
  valid: [
    'class A { private _a = 1; protected _b() {} #c = 2; open = true; read() {} private static _d = 1; }',
    'class A { constructor(private readonly _a: string, readonly b: number) {} }',
    'class A extends B { protected override willUpdate() {} override _render() {} }',
    'class A { private constructor() {} }',
    'abstract class A { protected abstract _a(): void; }',
  ],
  invalid: [
    { code: 'class A { private a = 1; }', errors: [{ message: 'a is private: call it _a.' }] },
    { code: 'class A { protected a() {} }', errors: ['internal'] },
    { code: 'class A { private static a = 1; }', errors: ['internal'] },
    { code: 'class A { private get a() { return 1; } }', errors: ['internal'] },
    { code: 'class A { constructor(private readonly a: string, protected b = 1) {} }', errors: ['internal', 'internal'] },
    { code: 'abstract class A { protected abstract a(): void; }', errors: ['internal'] },
    { code: 'class A { _a = 1; public _b() {} }', errors: ['public', 'public'] },
    { code: 'class A { constructor(readonly _a: string) {} }', errors: ['public'] },
  ],
});

it('every rule of the house has its cases', () => {
  assert.deepEqual([...tested].sort(), Object.keys(portico.rules).sort());
});
