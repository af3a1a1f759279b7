const pascal = name => name.replace(/(^|-)([a-z])/g, (_, _dash, letter) => letter.toUpperCase());
const camel = name => pascal(name).replace(/^./, letter => letter.toLowerCase());
const words = name => name.replaceAll('-', ' ');

const locales = ['it', 'en', 'ar', 'it-simple', 'en-simple'];

/** A locale file with no texts yet. Nobody has read what is not there. */
const noTexts = locale => JSON.stringify({ locale, reviewed: false, note: 'nothing to read yet', texts: {} });

/**
 * The files of a new widget, by path. They run as they are: the widget waits for a backend, says when there is none, has a story and
 * passes its tests. What it shows when it is ready is for whoever writes it.
 *
 * @param name - In kebab-case, without `portico-`.
 */
export function widgetFiles(name) {
  const Name = `Portico${pascal(name)}`;
  const folder = `src/components/${name}`;
  return {
    [`${folder}/${name}.define.ts`]: `import { define } from '../../internal/define.js';
import { ${Name} } from './${name}.js';

export * from './${name}.js';

declare global {
  interface HTMLElementTagNameMap {
    'portico-${name}': ${Name};
  }
}

define('portico-${name}', ${Name});
`,
    [`${folder}/${name}.state.ts`]: `/** What the widget shows. Add a type for each state that a person can meet. */
export type ${pascal(name)}State = { type: 'loading' } | { type: 'not-offered' } | { type: 'ready' };
`,
    [`${folder}/${name}.styles.ts`]: `import { css } from 'lit';
import { noticeStyles } from '../../parts/notice.js';
import { skeletonStyles } from '../../parts/skeleton.js';
import { statusLineStyles } from '../../parts/status-line.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';

const layout = css\`
  .widget {
    display: grid;
    gap: 1.5em;
    padding: 1em;
  }
\`;

export const ${camel(name)}Styles = [tokens, base, noticeStyles, skeletonStyles, statusLineStyles, layout];
`,
    [`${folder}/${name}.texts.ts`]: `import type { OwnTexts } from '../../i18n/locales.js';

/** What only this widget says. */
export const texts: OwnTexts = {
${locales.map(locale => `'${locale}': () => import('../../i18n/locales/${name}/${locale}.json'),`).join('\n')}
};
`,
    ...Object.fromEntries(locales.map(locale => [`src/i18n/locales/${name}/${locale}.json`, noTexts(locale)])),
    [`${folder}/${name}.ts`]: `import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { BackendController } from '../../controllers/backend.js';
import { LocaleController } from '../../controllers/locale.js';
import { ThemeController } from '../../controllers/theme.js';
import { directionOf } from '../../i18n/language.js';
import type { Words } from '../../i18n/words.js';
import { heading } from '../../parts/heading.js';
import { notice } from '../../parts/notice.js';
import { skeleton } from '../../parts/skeleton.js';
import { statusLine } from '../../parts/status-line.js';
import type { Theme } from '../../styles/themes.js';
import type { ${pascal(name)}State } from './${name}.state.js';
import { ${camel(name)}Styles } from './${name}.styles.js';
import { texts } from './${name}.texts.js';

/**
 * The ${words(name)} of a municipality.
 *
 * @tag portico-${name}
 * @slot - What stands here is shown when the widget has nothing to show.
 * @csspart base - The whole widget.
 */
export class ${Name} extends LitElement {
  static override styles: CSSResultGroup = ${camel(name)}Styles;

  /** Level of the title as a heading, 1 to 6, so that it fits the page. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  /** Look of a design system, where the page cannot load its preset. Left out: that of the page's own properties. */
  @property({ attribute: 'theme' }) theme?: Theme | undefined;

  /** What the widget shows. Set it yourself in stories, tests and pages that already hold the data. */
  @property({ attribute: false }) state: ${pascal(name)}State = { type: 'loading' };

  private readonly _backend = new BackendController(this);
  private readonly _locale = new LocaleController(this, () => this._backend.value?.locale, texts);

  constructor() {
    super();
    new ThemeController(this);
  }

  protected override willUpdate(): void {
    if (this.state.type === 'loading' && this._backend.missing) this.state = { type: 'not-offered' };
  }

  protected override render(): TemplateResult {
    const { words, failed } = this._locale;
    if (!words && failed) return html\`<slot></slot>\`;
    return html\`
      <div class="widget" part="base" lang=\${words?.locale ?? nothing} dir=\${words ? directionOf(words.locale) : nothing}>
        \${statusLine('')}\${words ? this._renderState(words) : skeleton()}
      </div>
    \`;
  }

  private _renderState({ t }: Words): TemplateResult {
    switch (this.state.type) {
      case 'loading':
        return skeleton();
      case 'not-offered': {
        const title = heading(this.headingLevel, t('common.not-offered.title'));
        return html\`\${notice({ tone: 'info', title, text: t('common.not-offered.text') })}<slot></slot>\`;
      }
      case 'ready':
        return html\`<slot></slot>\`;
    }
  }
}
`,
    [`stories/${name}.stories.ts`]: `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/${name}/${name}.define.js';
import type { ${pascal(name)}State } from '../src/components/${name}/${name}.state.js';

interface Args {
  state: ${pascal(name)}State;
}

const meta: Meta<Args> = {
  title: '${pascal(name).replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`)}',
  component: 'portico-${name}',
  argTypes: { state: { control: false } },
  render: ({ state }) => html\`<portico-${name} .state=\${state}><a href="https://www.comune.pontelago.example">Vai al sito</a></portico-${name}>\`,
};

export default meta;

export const Loading: StoryObj<Args> = { args: { state: { type: 'loading' } } };

export const NotOffered: StoryObj<Args> = { args: { state: { type: 'not-offered' } } };

export const Ready: StoryObj<Args> = { args: { state: { type: 'ready' } } };
`,
    [`test/components/${name}.test.ts`]: `import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/${name}/${name}.define.js';
import type { ${Name} } from '../../src/components/${name}/${name}.js';
import { until } from '../support/until.js';

describe('<portico-${name}>', () => {
  it('says that a service is not there, in the language of the page, and shows what the page put into it', async () => {
    const widget = await fixture<${Name}>(
      html\`<portico-${name} lang="en" .state=\${{ type: 'not-offered' }}><a href="/">Website</a></portico-${name}>\`,
    );
    await until(() => widget.shadowRoot?.querySelector('h2')?.textContent.includes('not available'));
    expect(widget.querySelector('a')?.checkVisibility()).to.equal(true);
    await expect(widget).to.be.accessible();
  });

  it('follows the language of the page', async () => {
    const page = await fixture<HTMLElement>(html\`<div lang="it"><portico-${name} .state=\${{ type: 'not-offered' }}></portico-${name}></div>\`);
    const widget = page.querySelector('portico-${name}');
    await until(() => widget?.shadowRoot?.querySelector('[lang=it]'));
    page.lang = 'ar';
    await until(() => widget?.shadowRoot?.querySelector('[lang=ar][dir=rtl]'));
  });
});
`,
    [`${folder}/${name}.md`]: `# ${Name.replace('Portico', '')}

What it is for, and when not to use it.
`,
  };
}
