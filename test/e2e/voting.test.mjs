import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from './browser.mjs';
import { startCity } from './city.mjs';
import { at, click, said } from './person.mjs';

/** The widget of a ballot. */
const widget = ballot => `portico-voting-widget[ballot="${ballot}"]`;

describe('a vote, from the budget to the receipt', () => {
  let city;
  let browser;
  let data;
  let receipt;
  before(async () => {
    data = mkdtempSync(join(tmpdir(), 'portico-voting-'));
    browser = await launch();
    city = await startCity(data);
  });
  after(async () => {
    await browser.close();
    await city?.close();
    rmSync(data, { recursive: true, force: true });
  });

  /** Somebody who has never been here. */
  async function visit(path, context) {
    const page = await (context ?? (await browser.createBrowserContext())).newPage();
    // High enough that the summary at the lower edge covers nothing that is clicked.
    await page.setViewport({ width: 1100, height: 1800 });
    await page.goto(`${city.url}${path}`);
    return page;
  }

  const ballot = 'bilancio-2026';

  /** Looks for a project and puts a mark at it. */
  async function tick(page, project) {
    await at(page, 'searchbox', 'Cerca').fill(project);
    await click(page, 'checkbox', project);
    await at(page, 'searchbox', 'Cerca').fill('');
  }

  it('is signed in for, chosen, checked and cast; the request that casts it does not say who is signed in', async () => {
    const page = await visit(`/embed/voting-widget/${ballot}?lang=it`);
    await said(page, widget(ballot), 'Accedi prima di scegliere');
    await click(page, 'link', 'Accedi');
    await click(page, 'button', 'Residente, 34 anni');
    await said(page, widget(ballot), 'Sì, puoi votare');
    const sent = [];
    page.on('request', request => request.method() === 'POST' && sent.push(request));
    await tick(page, 'Il giardino dei sensi');
    await tick(page, 'Orti lungo la Martesana');
    await said(page, widget(ballot), 'Restano 3.980.000');
    await click(page, 'button', 'Controlla');
    await said(page, widget(ballot), 'In tutto: 520.000');
    await click(page, 'button', 'Vota');
    await said(page, widget(ballot), 'Hai votato');
    await said(page, widget(ballot), 'il voto è nel registro pubblico');
    const cast = sent.find(request => request.url().endsWith('/votes'));
    const credential = sent.find(request => request.url().endsWith('/credential'));
    assert.equal(cast.headers().cookie, undefined);
    assert.equal(cast.headers().authorization, undefined);
    assert.ok(credential);
    receipt = await page.evaluate(
      id => document.querySelector(`portico-voting-widget[ballot="${id}"]`).shadowRoot.querySelector('#receipt-text').value,
      ballot,
    );
    assert.doesNotMatch(receipt, /giardino|martesana/i);

    // The next day, on the same device.
    const again = await visit(`/embed/voting-widget/${ballot}?lang=it`, page.browserContext());
    await said(again, widget(ballot), 'Hai già votato');
    await click(again, 'button', 'Cambia il voto');
    await tick(again, 'Il giardino dei sensi');
    await click(again, 'button', 'Controlla');
    await click(again, 'button', 'Invia il nuovo voto');
    await said(again, widget(ballot), 'Hai cambiato il voto');
    await page.browserContext().close();
  });

  it('is found in the log by its receipt, as a camera reads it, by anybody', async () => {
    const page = await visit(`/embed/receipt/${ballot}?lang=it#receipt=${receipt}`);
    await said(page, 'portico-receipt', 'Il tuo voto è nel registro');
    await page.browserContext().close();
  });

  it('is cast by keyboard alone', async () => {
    const page = await visit('/vote.html#consultazione');
    await said(page, widget('consultazione'), 'Accedi prima di scegliere');
    await page.goto(`${city.url}/embed/voting-widget/consultazione?lang=it`);
    await said(page, widget('consultazione'), 'Accedi prima di scegliere');
    await click(page, 'link', 'Accedi');
    await click(page, 'button', 'Residente, 34 anni');
    await said(page, widget('consultazione'), 'Sì, puoi votare');
    const focused = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.id || element?.textContent.trim();
      });
    const to = async wanted => {
      for (let steps = 0; steps < 60 && (await focused()) !== wanted; steps += 1) await page.keyboard.press('Tab');
      assert.equal(await focused(), wanted);
    };
    await to('option-centro-si');
    await page.keyboard.press('Space');
    await said(page, widget('consultazione'), 'Sì');
    await to('next');
    await page.keyboard.press('Enter');
    await said(page, widget('consultazione'), 'Controlla il tuo voto');
    await to('cast');
    await page.keyboard.press('Enter');
    await said(page, widget('consultazione'), 'Hai votato');
    await page.browserContext().close();
  });

  it('cannot be begun on a page of somebody else, which shows the ballot and leads to the city', async () => {
    const page = await visit('/vote.html');
    const { url } = city;
    const teaser = await (await fetch(`${url}/teaser/voting-widget/${ballot}`)).text();
    assert.match(teaser, /Vai al voto/);
    const foreign = await fetch(`${url}/api/v1/ballots/${ballot}/votes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://newspaper.example', 'idempotency-key': 'a'.repeat(32) },
      body: '{}',
    });
    assert.equal(foreign.status, 403);
    await page.browserContext().close();
  });
});
