import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ThemeController } from '../../src/controllers/theme.js';
import { base } from '../../src/styles/base.js';
import { themeSheet, type Theme } from '../../src/styles/themes.js';
import { tokens } from '../../src/styles/tokens.js';
import { until } from '../support/until.js';

class ThemedWidget extends LitElement {
  static override styles = [tokens, base];

  @property({ attribute: 'theme' }) theme?: Theme | undefined;

  constructor() {
    super();
    new ThemeController(this);
  }

  protected override render(): TemplateResult {
    return html`<p>Il testo</p>`;
  }
}
customElements.define('test-themed-widget', ThemedWidget);

/** A page with the variables of two design systems, as their style sheets would set them. */
async function page(content: TemplateResult): Promise<[root: HTMLElement, widget: ThemedWidget, other: ThemedWidget]> {
  const root = document.createElement('main');
  root.style.setProperty('--govuk-text-colour', 'rgb(11, 12, 12)');
  root.style.setProperty('--govuk-body-background-colour', 'rgb(255, 255, 255)');
  root.style.setProperty('--text-default-grey', 'rgb(58, 58, 58)');
  await fixture(content, { parentNode: root });
  const [widget, other] = root.querySelectorAll<ThemedWidget>('test-themed-widget');
  if (!widget) throw new Error('no widget');
  return [root, widget, other ?? widget];
}

const colorOf = (widget: Element): string => getComputedStyle(widget).color;
const sheetsOf = (widget: Element): CSSStyleSheet[] => widget.shadowRoot?.adoptedStyleSheets ?? [];
const defaultColor = 'rgb(23, 33, 43)';
const govukColor = 'rgb(11, 12, 12)';
const dsfrColor = 'rgb(58, 58, 58)';

/** Adds a script tag to the page as a site would, with a type that no browser runs. */
function scriptWith(theme: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.dataset['theme'] = theme;
  document.head.append(script);
  return script;
}

/** Waits for what a widget that has nothing to load would have done by now. */
const settled = async (widget: ThemedWidget): Promise<void> => {
  await widget.updateComplete;
  await new Promise(resolve => setTimeout(resolve));
};

describe('the theme of a widget', () => {
  afterEach(() => {
    document.querySelectorAll('script[data-theme]').forEach(script => script.remove());
  });

  it('is the default look without one', async () => {
    const [, widget] = await page(html`<test-themed-widget></test-themed-widget>`);
    expect(colorOf(widget)).to.equal(defaultColor);
  });

  it('points at the variables of a design system', async () => {
    const [, widget] = await page(html`<test-themed-widget theme="govuk"></test-themed-widget>`);
    await until(() => colorOf(widget) === govukColor);
    expect(getComputedStyle(widget).fontFamily).to.match(/^["']?GDS Transport/);
  });

  it('stands after the styles of the widget', async () => {
    const [, widget] = await page(html`<test-themed-widget theme="govuk"></test-themed-widget>`);
    await until(() => colorOf(widget) === govukColor);
    const sheets = sheetsOf(widget);
    expect(sheets.length).to.equal(3);
    expect(sheets.at(-1)?.cssRules[0]?.cssText).to.match(/^:host \{ --portico-font-family/);
  });

  it('follows the attribute, also back to none', async () => {
    const [, widget] = await page(html`<test-themed-widget theme="govuk"></test-themed-widget>`);
    await until(() => colorOf(widget) === govukColor);
    widget.setAttribute('theme', 'dsfr');
    await until(() => colorOf(widget) === dsfrColor);
    widget.removeAttribute('theme');
    await until(() => colorOf(widget) === defaultColor);
    expect(sheetsOf(widget).length).to.equal(2);
  });

  it('is the last that was asked for, also when an earlier one comes later', async () => {
    const [, widget] = await page(html`<test-themed-widget theme="govuk"></test-themed-widget>`);
    await until(() => colorOf(widget) === govukColor);
    // This one is not here yet, and the other is.
    widget.setAttribute('theme', 'bootstrap-italia');
    await widget.updateComplete;
    widget.setAttribute('theme', 'govuk');
    await themeSheet('bootstrap-italia');
    await settled(widget);
    expect(colorOf(widget)).to.equal(govukColor);
    expect(sheetsOf(widget).length).to.equal(3);
  });

  it('is one style sheet for all widgets', async () => {
    const [, first, second] = await page(html`
      <test-themed-widget theme="govuk"></test-themed-widget><test-themed-widget theme="govuk"></test-themed-widget>
    `);
    await until(() => [first, second].every(each => colorOf(each) === govukColor));
    expect(first).not.to.equal(second);
    expect(sheetsOf(first).at(-1)).to.equal(sheetsOf(second).at(-1));
  });

  it('stays when the widget is taken out and put back elsewhere', async () => {
    const [root, widget] = await page(html`<test-themed-widget theme="govuk"></test-themed-widget>`);
    await until(() => colorOf(widget) === govukColor);
    widget.remove();
    root.appendChild(document.createElement('section')).append(widget);
    await settled(widget);
    expect(colorOf(widget)).to.equal(govukColor);
    expect(sheetsOf(widget).length).to.equal(3);
  });

  it('changes while the widget is away', async () => {
    const [root, widget] = await page(html`<test-themed-widget theme="govuk"></test-themed-widget>`);
    await until(() => colorOf(widget) === govukColor);
    widget.remove();
    widget.setAttribute('theme', 'dsfr');
    root.append(widget);
    await until(() => colorOf(widget) === dsfrColor);
  });

  it('is told by a script tag for the whole page, unless the widget says its own', async () => {
    scriptWith('dsfr');
    const [, first, second] = await page(html`
      <test-themed-widget></test-themed-widget><test-themed-widget theme="govuk"></test-themed-widget>
    `);
    await until(() => colorOf(first) === dsfrColor);
    await until(() => colorOf(second) === govukColor);
  });

  it('passes over script tags of others', async () => {
    scriptWith('preferred_color_scheme');
    scriptWith('dsfr');
    const [, widget] = await page(html`<test-themed-widget></test-themed-widget>`);
    await until(() => colorOf(widget) === dsfrColor);
  });

  it('is no longer that of a script tag that is gone', async () => {
    const script = scriptWith('dsfr');
    const [root, widget] = await page(html`<test-themed-widget></test-themed-widget>`);
    await until(() => colorOf(widget) === dsfrColor);
    script.remove();
    widget.remove();
    root.append(widget);
    await until(() => colorOf(widget) === defaultColor);
  });

  describe('that there is not', () => {
    const { warn } = console;
    const warnings: string[] = [];
    beforeEach(() => {
      warnings.length = 0;
      console.warn = (text: string) => warnings.push(text);
    });
    afterEach(() => {
      console.warn = warn;
    });

    it('leaves the default look, also when the page has one, and tells the author once which there are', async () => {
      scriptWith('dsfr');
      const [, first, second] = await page(html`
        <test-themed-widget theme="gov-uk"></test-themed-widget><test-themed-widget theme="gov-uk"></test-themed-widget>
      `);
      await settled(second);
      expect(colorOf(first)).to.equal(defaultColor);
      expect(warnings).to.deep.equal([
        "There is no theme 'gov-uk'. There are bootstrap-italia, dsfr, govuk, helsinki, kern, utrecht.",
      ]);
    });

    it('says nothing about themes of other scripts', async () => {
      scriptWith('noborder_dark');
      const [, widget] = await page(html`<test-themed-widget></test-themed-widget>`);
      await settled(widget);
      expect(colorOf(widget)).to.equal(defaultColor);
      expect(warnings).to.deep.equal([]);
    });
  });
});
