import { ContextConsumer } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { backendContext } from '../../src/backend/context.js';
import { memory } from '../../src/backend/memory/memory.js';
import '../../src/components/backend/backend.define.js';
import { define } from '../../src/internal/define.js';

class BackendReader extends LitElement {
  readonly backend = new ContextConsumer(this, { context: backendContext, subscribe: true });
}
customElements.define('test-backend-reader', BackendReader);

const city = () => memory({ processes: [], pacts: [] });

describe('<portico-backend>', () => {
  it('gives its backend to what is inside', async () => {
    const backend = city();
    const root = await fixture(
      html`<portico-backend .backend=${backend}><test-backend-reader></test-backend-reader></portico-backend>`,
    );
    expect(root.querySelector<BackendReader>('test-backend-reader')?.backend.value).to.equal(backend);
  });

  it('makes an http backend from an address', async () => {
    const root = await fixture(html`<portico-backend http="/api"><test-backend-reader></test-backend-reader></portico-backend>`);
    expect(root.querySelector<BackendReader>('test-backend-reader')?.backend.value?.pacts?.can.accept).to.equal(true);
  });

  it('reaches what is inside when it changes later', async () => {
    const root = await fixture<HTMLElementTagNameMap['portico-backend']>(
      html`<portico-backend .backend=${city()}><test-backend-reader></test-backend-reader></portico-backend>`,
    );
    const other = city();
    root.backend = other;
    await root.updateComplete;
    expect(root.querySelector<BackendReader>('test-backend-reader')?.backend.value).to.equal(other);
  });

  it('takes a property that was set before the upgrade', async () => {
    const backend = city();
    const early = document.createElement('test-early-backend') as HTMLElement & { backend?: unknown };
    early.backend = backend;
    const reader = early.appendChild(new BackendReader());
    document.body.append(early);
    const { PorticoBackend } = await import('../../src/components/backend/backend.js');
    define('test-early-backend', class extends PorticoBackend {});
    await (early as unknown as LitElement).updateComplete;
    expect(reader.backend.value).to.equal(backend);
    early.remove();
  });

  it('reaches a widget that was there before its provider was defined', async () => {
    const backend = city();
    const root = await fixture<HTMLElement>(
      html`<test-late-backend><test-backend-reader></test-backend-reader></test-late-backend>`,
    );
    const reader = root.querySelector<BackendReader>('test-backend-reader');
    expect(reader?.backend.value).to.equal(undefined);
    const { PorticoBackend } = await import('../../src/components/backend/backend.js');
    define('test-late-backend', class extends PorticoBackend {});
    (root as HTMLElementTagNameMap['portico-backend']).backend = backend;
    await (root as unknown as LitElement).updateComplete;
    expect(reader?.backend.value).to.equal(backend);
  });

  it('steps back with a warning when another version is there, and does not throw', () => {
    const warn = console.warn;
    const warnings: unknown[] = [];
    console.warn = (text: unknown) => warnings.push(text);
    customElements.define('test-other-version', class extends HTMLElement {});
    define('test-other-version', class extends HTMLElement {});
    console.warn = warn;
    expect(warnings.length).to.equal(1);
  });
});
