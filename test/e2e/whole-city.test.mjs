import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from './browser.mjs';
import { startCity } from './city.mjs';

const viewer = 'portico-pact-viewer';

/** Waits until the viewer says this of the reader, by a word of its state. */
const until = (page, participation, acceptance) =>
  page.waitForFunction(
    (tag, participation, acceptance) => {
      const { state } = document.querySelector(tag) ?? {};
      if (state?.type !== 'ready' || state.reader.type !== 'known') return false;
      return state.reader.participation.type === participation && (!acceptance || state.reader.acceptance.type === acceptance);
    },
    {},
    viewer,
    participation,
    acceptance,
  );

/** What a person clicks, by what it is and what it is called. */
const click = (page, role, name) => page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();

async function signIn(page, person) {
  await until(page, 'signed-out');
  await click(page, 'link', 'Accedi');
  await click(page, 'button', person);
}

/** The words of the viewer, as they are read. */
const words = page => page.evaluate(tag => document.querySelector(tag).shadowRoot.querySelector('#you-box').innerText, viewer);

describe('the whole city, as a person meets it', () => {
  let data;
  let browser;
  before(async () => {
    data = mkdtempSync(join(tmpdir(), 'portico-city-'));
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    rmSync(data, { recursive: true, force: true });
  });

  it('knows after a stop and a start what a resident accepted before', async () => {
    let city = await startCity(data);
    const { port } = city;
    let reference;
    try {
      const page = await browser.newPage();
      await page.goto(city.url);
      await signIn(page, 'Residente, 34 anni');
      await until(page, 'entitled', 'needed');
      assert.equal(new URL(page.url()).host, `localhost:${port}`);
      await click(page, 'button', 'Accetta il patto');
      await click(page, 'checkbox', 'Ho letto il patto e lo accetto');
      await click(page, 'button', 'Accetta il patto');
      await until(page, 'entitled', 'accepted');
      reference = /PATTO-[0-9A-Z-]+/.exec(await words(page))?.[0];
      assert.ok(reference, await words(page));
      assert.deepEqual(city.reports, []);
      await page.close();
    } finally {
      await city.close();
    }

    city = await startCity(data, port);
    const context = await browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await page.goto(city.url);
      await signIn(page, 'Residente, 34 anni');
      await until(page, 'entitled', 'accepted');
      assert.ok((await words(page)).includes(reference));
    } finally {
      await context.close();
      await city.close();
    }
  });

  describe('to the people of the demonstration', () => {
    let city;
    before(async () => {
      city = await startCity(data);
    });
    after(() => city?.close());

    for (const [person, participation, said] of [
      ['Residente, 15 anni', 'not-entitled', /età/],
      ['City user, 27 anni', 'entitled', /puoi partecipare/i],
      ['Non residente, 41 anni', 'not-entitled', /legame/],
      ['In attesa di verifica, 52 anni', 'pending', /verifica|controll/],
    ]) {
      it(`says in plain words where they stand: ${person}`, async () => {
        const context = await browser.createBrowserContext();
        try {
          const page = await context.newPage();
          await page.goto(city.url);
          await signIn(page, person);
          await until(page, participation);
          assert.match(await words(page), said);
        } finally {
          await context.close();
        }
      });
    }

    it('leads a reader of the newspaper to the city, where they sign in and accept, and back again', async () => {
      const context = await browser.createBrowserContext();
      try {
        const page = await context.newPage();
        await page.goto(city.newspaper);
        await until(page, 'signed-out');
        await click(page, 'link', 'Partecipa sulla pagina del Comune');
        await page.waitForFunction(() => location.hostname === 'localhost');
        // Nothing of the draft stays in the address.
        await page.waitForFunction(() => location.hash === '');
        await signIn(page, 'City user, 27 anni');
        await until(page, 'entitled', 'needed');
        // What was begun on the other page goes on by itself.
        await click(page, 'checkbox', 'Ho letto il patto e lo accetto');
        await click(page, 'button', 'Accetta il patto');
        await until(page, 'entitled', 'accepted');
        await click(page, 'link', `Torna a ${new URL(city.newspaper).host}`);
        await page.waitForFunction(host => location.host === host, {}, new URL(city.newspaper).host);
      } finally {
        await context.close();
      }
    });
  });
});
