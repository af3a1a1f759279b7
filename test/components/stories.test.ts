import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { directionOf } from '../../src/i18n/language.js';
import * as backend from '../../stories/backend.stories.js';
import * as planDocument from '../../stories/document.stories.js';
import * as follow from '../../stories/follow.stories.js';
import * as observationForm from '../../stories/observation-form.stories.js';
import * as observationList from '../../stories/observation-list.stories.js';
import * as pactViewer from '../../stories/pact-viewer.stories.js';
import * as receipt from '../../stories/receipt.stories.js';
import * as votingWidget from '../../stories/voting-widget.stories.js';
import type { PorticoDocument } from '../../src/components/document/document.js';
import type { PorticoFollow } from '../../src/components/follow/follow.js';
import type { PorticoObservationForm } from '../../src/components/observation-form/observation-form.js';
import type { PorticoObservationList } from '../../src/components/observation-list/observation-list.js';
import type { PorticoPactViewer } from '../../src/components/pact-viewer/pact-viewer.js';
import type { PorticoReceipt } from '../../src/components/receipt/receipt.js';
import type { PorticoVotingWidget } from '../../src/components/voting-widget/voting-widget.js';
import { until } from '../support/pact-page.js';

interface AnyStory {
  args?: object;
  globals?: Record<string, unknown>;
  render: (args: object, context: { globals: Record<string, unknown> }) => TemplateResult;
  play?: (context: { canvasElement: HTMLElement; globals: Record<string, unknown> }) => Promise<void>;
}

const usual = { locale: 'it', network: 'good', scheme: 'light', look: 'portico' };

/** Shows a story as Storybook would, in the language and colours that it asks for. */
async function show(story: AnyStory, globals: Record<string, unknown>): Promise<HTMLElement> {
  const locale = String(globals['locale']);
  document.documentElement.style.colorScheme = String(globals['scheme']);
  const canvas = await fixture<HTMLElement>(
    html`<div lang=${locale} dir=${directionOf(locale)}>${story.render(story.args ?? {}, { globals })}</div>`,
  );
  await story.play?.({ canvasElement: canvas, globals });
  const viewer = canvas.querySelector<
    | PorticoPactViewer
    | PorticoDocument
    | PorticoObservationForm
    | PorticoObservationList
    | PorticoFollow
    | PorticoVotingWidget
    | PorticoReceipt
  >(
    'portico-pact-viewer, portico-document, portico-observation-form, portico-observation-list, portico-follow, portico-voting-widget, portico-receipt',
  );
  await until(() => viewer?.shadowRoot?.querySelector('[part=base][lang]'));
  await until(
    () =>
      ['not-found', 'not-offered', 'offline', 'failed', 'loading', 'empty'].includes(viewer?.state.type ?? '') ||
      viewer?.shadowRoot?.querySelector(
        '[aria-controls=full-text], .sheet:not(.waiting), .step, .sent, .form > .notice, .form .you, .results, .ask, .question, .check, .cast, .voting > .notice',
      ),
  );
  await viewer?.updateComplete;
  return canvas;
}

const stories = [backend, pactViewer, planDocument, observationForm, observationList, follow, votingWidget, receipt].flatMap(
  ({ default: meta, ...exported }) =>
    Object.entries(exported as unknown as Record<string, AnyStory>).map(
      ([name, story]) => [`${meta.title ?? ''}: ${name}`, story] as const,
    ),
);

describe('stories', () => {
  afterEach(() => {
    document.documentElement.style.colorScheme = '';
  });

  for (const [name, story] of stories) {
    it(`${name} has nothing that axe finds wrong`, async function () {
      this.timeout(30_000);
      const canvas = await show(story, { ...usual, ...story.globals });
      await expect(canvas).to.be.accessible({
        ignoredRules: ['document-title', 'html-has-lang', 'region', 'page-has-heading-one'],
      });
    });
  }

  it('axe looks into the viewer: a picture without words is found', async function () {
    this.timeout(30_000);
    const canvas = await show(pactViewer.SignedOut as unknown as AnyStory, usual);
    canvas.querySelector('portico-pact-viewer')?.shadowRoot?.append(document.createElement('img'));
    await expect(canvas).not.to.be.accessible();
  });

  for (const locale of ['it-simple', 'en', 'en-simple', 'ar']) {
    it(`a document in '${locale}', in the dark, has nothing that axe finds wrong`, async function () {
      this.timeout(30_000);
      const canvas = await show(planDocument.Compared as unknown as AnyStory, { ...usual, locale, scheme: 'dark' });
      await expect(canvas).to.be.accessible({
        ignoredRules: ['document-title', 'html-has-lang', 'region', 'page-has-heading-one'],
      });
    });

    it(`everything open in '${locale}', in the dark, has nothing that axe finds wrong`, async function () {
      this.timeout(30_000);
      const canvas = await show(pactViewer.PlainWordsAndTerms as unknown as AnyStory, { ...usual, locale, scheme: 'dark' });
      await expect(canvas).to.be.accessible({
        ignoredRules: ['document-title', 'html-has-lang', 'region', 'page-has-heading-one'],
      });
    });
  }
});
