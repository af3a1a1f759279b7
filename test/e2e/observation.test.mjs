import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from './browser.mjs';
import { startCity } from './city.mjs';
import { at, click, said } from './person.mjs';

const passage = 'proposta-piano-aria-clima/art-6';

/** The words of a widget, as they are read. */
const words = (page, tag) =>
  page.evaluate(name => document.querySelector(name).shadowRoot.querySelector('[part=base]').innerText, tag);

describe('an observation, from the plan to the answer', () => {
  let city;
  let browser;
  let data;
  let reference;
  before(async () => {
    data = mkdtempSync(join(tmpdir(), 'portico-observation-'));
    browser = await launch();
    city = await startCity(data);
  });
  after(async () => {
    await browser.close();
    await city?.close();
    rmSync(data, { recursive: true, force: true });
  });

  /** Somebody who has never been here. */
  async function visit(path) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1100, height: 900 });
    await page.goto(`${city.url}${path}`);
    return page;
  }

  it('is written on an article, signed in for at the end, sent, and proved by its receipt', async () => {
    const page = await visit(`/plan.html#${passage}`);
    await click(page, 'button', 'Fai un’osservazione: Art. 6 Velocità');
    await click(page, 'radio', 'Proposta di modifica del testo');
    await at(page, 'textbox', 'Il testo che proponi').fill(
      'Nelle strade di quartiere la velocità massima è di 20 chilometri all’ora.',
    );
    await said(page, 'portico-observation-form', 'La differenza');
    await click(page, 'button', 'Avanti');
    await said(page, 'portico-observation-form', 'Qualcosa in più');
    await click(page, 'button', 'Avanti');
    await said(page, 'portico-observation-form', 'Controlla e invia');
    // Only now is anybody asked who they are, and nothing is lost by it.
    await click(page, 'link', 'Accedi per inviare');
    await click(page, 'button', 'Residente, 34 anni');
    await said(page, 'portico-observation-form', '20 chilometri all’ora');
    await click(page, 'button', 'Invia l’osservazione');
    await said(page, 'portico-observation-form', 'Ricevuta: grazie');
    reference = /PAC-2026-\d{6}/.exec(await words(page, 'portico-observation-form'))?.[0];
    assert.equal(reference, 'PAC-2026-000487');
    await said(page, 'portico-observation-form', 'lo ha controllato questo browser');
    await page.browserContext().close();
  });

  it('stands in the list, for everybody', async () => {
    const page = await visit('/plan.html');
    await said(page, 'portico-observation-list', reference);
    await page.browserContext().close();
  });

  it('is answered by an official from a file, and followed by its number without signing in', async () => {
    const file = join(data, 'risposte.csv');
    writeFileSync(file, `reference,outcome,text\n${reference},accepted,Il limite diventa di 20 chilometri all’ora.\n`);
    const desk = await visit('/staff/piano-aria-clima/file?lang=it');
    await click(desk, 'button', 'Funzionario del Comune, 46 anni');
    const input = await desk.waitForSelector('input[type=file]');
    await input.uploadFile(file);
    await click(desk, 'button', 'Controlla');
    await click(desk, 'button', 'Pubblica tutte');
    await desk.waitForFunction(() => document.body.innerText.includes('1 risposta pubblicata'));
    await desk.browserContext().close();

    const page = await visit('/plan.html');
    await at(page, 'textbox', 'Numero dell’osservazione').fill(reference.toLowerCase());
    await page.keyboard.press('Enter');
    await said(page, 'portico-follow', 'Il limite diventa di 20 chilometri all’ora.');
    assert.match(await words(page, 'portico-follow'), /Accolta/);
    await page.browserContext().close();
  });

  it('of somebody who came with a sheet of paper gets a number at the desk, by keyboard alone', async () => {
    const page = await visit('/staff/piano-aria-clima/paper?lang=it');
    await click(page, 'button', 'Operatrice di un hub di quartiere, 38 anni');
    await page.waitForSelector('#place');
    const type = async (name, text) => {
      for (let steps = 0; steps < 80; steps += 1) {
        if (await page.evaluate(wanted => document.activeElement?.id === wanted, name)) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.type(text);
    };
    await type('place', 'Hub di prova');
    await type('text', 'Panchine all’ombra davanti alla scuola.');
    await page.keyboard.press('Tab');
    for (let steps = 0; steps < 20; steps += 1) {
      if (await page.evaluate(() => document.activeElement?.textContent.trim() === 'Registra')) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /Registrata con il numero PAC-2026-000488/.test(document.body.innerText));
    assert.equal(await page.evaluate(() => document.querySelector('#text').value), '');
    await page.browserContext().close();
  });
});
