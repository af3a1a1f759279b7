import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { nothing } from 'lit';
import type { Backend } from '../../src/backend/backend.js';
import { memory, type MemoryBackend } from '../../src/backend/memory/memory.js';
import '../../src/components/backend/backend.define.js';
import type { PorticoObserveEvent, PorticoShowObservationsEvent } from '../../src/components/document/document.events.js';
import '../../src/components/document/document.define.js';
import type { PorticoDocument } from '../../src/components/document/document.js';
import { findQuote } from '../../src/model/find-quote.js';
import { plainParagraphs } from '../../src/model/richtext.js';
import { inPhase, observationSeed, observedDocument } from '../../stories/support/observation-seed.js';
import { all, inside, readable, wordsIn } from '../support/document-page.js';
import { testNow } from '../support/pact-page.js';
import { until } from '../support/until.js';

/** The address of a page of the city, as a fragment, so that nothing leaves this page. */
const pages: Backend['pages'] = {
  pageUrl: ({ widget, subject }, query) => {
    const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
    return `#city-${widget}-${subject}?${new URLSearchParams(given).toString()}`;
  },
};

const city = (seed = observationSeed): MemoryBackend => memory(seed, { now: () => testNow });

async function opened(backend: Backend, beside: unknown = nothing, version?: number): Promise<PorticoDocument> {
  const page = await fixture<HTMLElement>(html`
    <div lang="it">
      <portico-backend .backend=${backend}>
        <portico-document document=${observedDocument} .version=${version}></portico-document>
      </portico-backend>
      ${beside}
    </div>
  `);
  const widget = page.querySelector('portico-document');
  if (!widget) throw new Error('no document');
  await readable(widget);
  return widget;
}

/** A form as this widget knows it: something that hears the wish. */
const someForm = html`<portico-observation-form></portico-observation-form>`;

const textOf = (widget: PorticoDocument, passage: string): HTMLElement => {
  const text = widget.shadowRoot?.querySelector<HTMLElement>(`[data-passage="${passage}"] .wordings > .richtext`);
  if (!text) throw new Error(`no text of ${passage}`);
  return text;
};

/** The text nodes of an element that hold something. */
function textNodes(element: HTMLElement): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode.textContent?.trim()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Selects from the first of some words to the last, as somebody does with a mouse or with the keyboard. */
function select(element: HTMLElement, from: string, to: string): void {
  const nodes = textNodes(element);
  const first = nodes.find(({ data }) => data.includes(from));
  const last = nodes.findLast(({ data }) => data.includes(to));
  if (!first || !last) throw new Error('the words are not there');
  document.getSelection()?.setBaseAndExtent(first, first.data.indexOf(from), last, last.data.indexOf(to) + to.length);
}

const offer = (widget: PorticoDocument): Promise<HTMLElement> => inside(widget, '.selection-tools button');

async function observed(widget: PorticoDocument): Promise<PorticoObserveEvent['detail']> {
  const heard = oneEvent<PorticoObserveEvent>(widget, 'portico-observe');
  (await offer(widget)).click();
  return (await heard).detail;
}

describe('<portico-document> and observations', () => {
  afterEach(() => {
    document.getSelection()?.removeAllRanges();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('offering to make one', () => {
    it('does while they are taken and a form stands on the page', async () => {
      const widget = await opened(city(), someForm);
      expect(all(widget, '[data-passage=art-7] .observe')).to.have.length(1);
      expect(all(widget, '[data-passage=parte-1] .observe')).to.have.length(0);
    });

    it('leads to the city’s own form when nobody on the page takes the wish', async () => {
      const widget = await opened({ ...city(), pages });
      (await inside(widget, '[data-passage=art-7] .observe button')).click();
      expect(location.hash).to.equal(
        '#city-observation-form-aria-clima?document=piano-aria-clima&version=2&passage=art-7&lang=it',
      );
    });

    it('stays when the page takes the wish', async () => {
      const widget = await opened({ ...city(), pages });
      widget.addEventListener('portico-observe', event => {
        event.preventDefault();
      });
      (await inside(widget, '[data-passage=art-7] .observe button')).click();
      expect(location.hash).to.equal('');
    });

    const never: readonly [when: string, backend: () => Backend, version?: number][] = [
      ['there is neither form nor page', () => city()],
      ['none are taken any more', () => ({ ...city(inPhase('risposte')), pages })],
      ['an older version is shown', () => ({ ...city(), pages }), 1],
      ['the city takes none at all', () => ({ ...city(), observations: undefined, pages })],
    ];
    for (const [when, backend, version] of never) {
      it(`does not when ${when}`, async () => {
        expect(all(await opened(backend(), nothing, version), '.observe')).to.have.length(0);
      });
    }
  });

  describe('with words selected', () => {
    it('offers to make one on these words, with what stands around them', async () => {
      const widget = await opened(city(), someForm);
      select(textOf(widget, 'art-7'), 'diecimila alberi', 'diecimila alberi');
      const detail = await observed(widget);
      expect(detail).to.deep.include({ document: observedDocument, version: 2, passage: 'art-7' });
      expect(detail.quote).to.deep.equal({
        exact: 'diecimila alberi',
        prefix: 'Entro il 2030 si piantano ',
        suffix: ', i primi nelle strade dove d’es',
      });
    });

    it('takes whole words, also when half of one is selected', async () => {
      const widget = await opened(city(), someForm);
      select(textOf(widget, 'art-7'), 'ecimila al', 'ecimila al');
      expect((await observed(widget)).quote?.exact).to.equal('diecimila alberi');
    });

    it('quotes across paragraphs, items and cells as the text of the passage has them', async () => {
      const widget = await opened(city(), someForm);
      const { items } = await city().documents.passages(observedDocument, { limit: 50 });
      for (const [passage, from, to] of [
        ['art-1', 'territorio di', 'Entro il 2035'],
        ['art-2', 'alunni entrano', 'zona a traffico'],
        ['allegato-a', '38', 'Spostamenti'],
      ] as const) {
        select(textOf(widget, passage), from, to);
        const { quote } = await observed(widget);
        const found = items.find(({ id }) => id === passage);
        const text = plainParagraphs(found?.body?.blocks ?? []).join('\n');
        expect(quote?.exact.startsWith(from) && quote.exact.endsWith(to), passage).to.equal(true);
        expect(quote && findQuote(text, quote)?.start, passage).to.equal(text.indexOf(from));
      }
    });

    it('is the next thing after the words for the keyboard, and goes with the selection', async () => {
      const widget = await opened(city(), someForm);
      select(textOf(widget, 'art-7'), 'diecimila', 'alberi');
      const button = await offer(widget);
      expect(textOf(widget, 'art-7').nextElementSibling?.contains(button)).to.equal(true);
      document.getSelection()?.removeAllRanges();
      await until(() => all(widget, '.selection-tools').length === 0);
    });

    it('offers nothing for words of two passages, of plain words, or where none are taken', async () => {
      const widget = await opened(city(), someForm);
      select(textOf(widget, 'art-7'), 'diecimila', 'alberi');
      await offer(widget);
      const plain = await inside(widget, '[data-passage=art-1] .plain .richtext');
      select(plain, 'aria', 'pulita');
      await until(() => all(widget, '.selection-tools').length === 0);
      const [first, last] = [textNodes(textOf(widget, 'art-1'))[0], textNodes(textOf(widget, 'art-3'))[0]];
      if (!first || !last) throw new Error('no text');
      select(textOf(widget, 'art-7'), 'diecimila', 'alberi');
      await offer(widget);
      document.getSelection()?.setBaseAndExtent(first, 0, last, 5);
      await until(() => all(widget, '.selection-tools').length === 0);
    });
  });

  describe('showing them', () => {
    it('links the number of observations to the city’s list of them', async () => {
      const widget = await opened({ ...city(), pages });
      const link = await inside<HTMLAnchorElement>(widget, '[data-passage=art-7] .observations a');
      expect(link.getAttribute('aria-label')).to.equal('3 osservazioni: Art. 7 Alberi');
      expect(link.hash).to.equal('#city-observation-list-aria-clima?document=piano-aria-clima&passage=art-7&lang=it');
    });

    it('asks the page first, and follows no link when it shows them itself', async () => {
      const widget = await opened({ ...city(), pages });
      widget.addEventListener('portico-show-observations', event => {
        event.preventDefault();
      });
      const heard = oneEvent<PorticoShowObservationsEvent>(widget, 'portico-show-observations');
      (await inside(widget, '[data-passage=art-7] .observations a')).click();
      expect((await heard).detail).to.deep.equal({ document: observedDocument, passage: 'art-7' });
      expect(location.hash).to.equal('');
    });

    it('has a button where a list stands on the page and no address is known', async () => {
      const widget = await opened(city(), html`<portico-observation-list></portico-observation-list>`);
      const heard = oneEvent<PorticoShowObservationsEvent>(widget, 'portico-show-observations');
      (await inside(widget, '[data-passage=art-7] .observations button')).click();
      expect((await heard).detail.passage).to.equal('art-7');
    });

    it('links what changed a passage to what became of it', async () => {
      const widget = await opened({ ...city(), pages });
      expect(wordsIn(widget, '[data-passage=art-7]')).to.contain('INC-2026-000021, INC-2026-000034');
      const [first] = all(widget, '[data-passage=art-7] .changed-by a') as HTMLAnchorElement[];
      expect(first?.hash).to.equal('#city-follow-aria-clima?reference=INC-2026-000021&lang=it');
    });
  });
});
