import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, describe, it } from 'node:test';
import { openAll } from './bare-page.mjs';
import { startEngine } from './engines.mjs';
import { shows, sideways } from './seen.mjs';
import { loaderTag, page, pasted, policy, stylesTag } from './site.mjs';
import { stage } from './stage.mjs';

/**
 * Criteria of WCAG 2.2 that depend on the page around the widget, checked where people meet it: in a page of somebody else, brought by
 * the loader. `docs/accessibility-conformance-report.md` names these tests.
 */

const { city, put, close } = await stage();
const { engine } = await startEngine('chromium');
after(async () => {
  await engine.close();
  await close();
});

const head = stylesTag(city.url) + loaderTag(city.url);
const next = '<p><a id="next" href="/dopo">La pagina seguente</a></p>';

/** A page with the widget between two links. */
const address = ({ query = '', html = 'lang="it"', content = pasted(city.url, { query }) } = {}) =>
  put(page({ html, head, content: content + next }), { policy: policy(city.url) });

/** Opens the page with all parts of the widget open, and asks. */
async function visit({ width = 1280, height = 900, ...options }, look) {
  const tab = await engine.open(address(options), { width, height });
  try {
    await tab.until(shows, 1);
    await openAll(tab);
    await tab.evaluate(() => {
      const root = document.querySelector('portico-pact-viewer').shadowRoot;
      for (const button of root.querySelectorAll('button.term[aria-expanded=false]')) button.click();
      root.querySelector('.comparison button').click();
    });
    await tab.until(() => document.querySelector('portico-pact-viewer').shadowRoot.querySelector('.difference, .change'));
    await look(tab);
  } finally {
    await tab.close();
  }
}

/** Rules for every element of the page and of the widget, as an extension of a reader would set them. */
const restyle = css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  document.querySelector('portico-pact-viewer').shadowRoot.adoptedStyleSheets.push(sheet);
};

/** Texts that are cut off, or that stand outside of the button or the heading that they belong to. */
const cut = () => {
  const root = document.querySelector('portico-pact-viewer').shadowRoot;
  const seen = element => element.checkVisibility() && !element.closest('.visually-hidden, thead');
  const clipped = [...root.querySelectorAll('*')].filter(element => {
    const { overflowX, overflowY } = getComputedStyle(element);
    if (
      !seen(element) ||
      element.matches('.scroll, select, option') ||
      [overflowX, overflowY].every(value => value === 'visible')
    )
      return false;
    return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  });
  const spilled = [...root.querySelectorAll('button, .button, h1, h2, h3, h4, h5, h6, th, td, dd')].filter(element => {
    if (!seen(element)) return false;
    const range = document.createRange();
    range.selectNodeContents(element);
    const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
    return text.width > 0 && !element.closest('.scroll') && (text.right > box.right + 1 || text.left < box.left - 1);
  });
  return [...clipped, ...spilled].map(
    element => `${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`,
  );
};

describe('text of the widget in a page', () => {
  it('is not cut with the spacing of WCAG 1.4.12, set by the reader', async () => {
    const spacing =
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';
    for (const width of [320, 1280]) {
      await visit({ width }, async ({ evaluate }) => {
        const height = () => document.querySelector('portico-pact-viewer').offsetHeight;
        const before = await evaluate(height);
        await evaluate(restyle, spacing);
        assert.ok((await evaluate(height)) > before, 'the spacing has no effect');
        assert.deepEqual(await evaluate(cut), []);
        assert.equal(await evaluate(sideways), 0);
      });
    }
  });

  it('which is measured: text in boxes that do not grow is found', () =>
    visit({}, async ({ evaluate }) => {
      await evaluate(restyle, 'section { block-size: 3em; overflow: hidden } button { inline-size: 3em; white-space: nowrap }');
      const found = (await evaluate(cut)).map(text => text.split('.')[0]);
      assert.ok(found.includes('section') && found.includes('button'), found.join());
    }));

  it('takes the spacing that the page sets for itself', () =>
    visit({}, async ({ evaluate }) => {
      await evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('body { letter-spacing: 0.12em; word-spacing: 0.16em }');
        document.adoptedStyleSheets.push(sheet);
      });
      const spacing = () => {
        const { letterSpacing, wordSpacing } = getComputedStyle(
          document.querySelector('portico-pact-viewer').shadowRoot.querySelector('[part=brief] p'),
        );
        return [letterSpacing, wordSpacing].map(parseFloat);
      };
      assert.ok((await evaluate(spacing)).every(value => value > 0));
      assert.deepEqual(await evaluate(cut), []);
    }));

  for (const [name, size] of [
    ['320 px, in one column', { width: 320, height: 900 }],
    ['1280 px at 400 %', { width: 320, height: 225 }],
    ['1280 px at 200 %', { width: 640, height: 450 }],
    ['a phone on its side', { width: 667, height: 375 }],
  ]) {
    it(`can be read at ${name} (1.4.10, 1.4.4, 1.3.4)`, () =>
      visit(size, async ({ evaluate }) => {
        assert.equal(await evaluate(sideways), 0);
        assert.deepEqual(await evaluate(cut), []);
      }));
  }

  it('grows with the letters of the page to 200 %, and nothing is cut (1.4.4)', () =>
    visit({}, async ({ evaluate }) => {
      const size = () =>
        parseFloat(
          getComputedStyle(document.querySelector('portico-pact-viewer').shadowRoot.querySelector('[part=brief] p')).fontSize,
        );
      const before = await evaluate(size);
      await evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('body { font-size: 36px }');
        document.adoptedStyleSheets.push(sheet);
      });
      assert.ok((await evaluate(size)) >= before * 1.99);
      assert.equal(await evaluate(sideways), 0);
      assert.deepEqual(await evaluate(cut), []);
    }));

  it('is text: no picture of it, nothing that appears on hover alone (1.4.5, 1.4.13)', () =>
    visit({}, async ({ evaluate }) => {
      const found = await evaluate(
        () =>
          document
            .querySelector('portico-pact-viewer')
            .shadowRoot.querySelectorAll('img, svg, canvas, video, audio, iframe, [title]').length,
      );
      assert.equal(found, 0);
    }));
});

/** Targets of less than 24 px that are not in a sentence and stand too near to another. */
const tooSmall = () => {
  const root = document.querySelector('portico-pact-viewer').shadowRoot;
  const targets = [...root.querySelectorAll('a[href], button, select, input')].filter(element => element.checkVisibility());
  const box = element => element.getBoundingClientRect();
  const inSentence = element => {
    const around = element.closest('p, li, dd, td');
    return (
      getComputedStyle(element).display === 'inline' &&
      around &&
      around.textContent.trim().length > element.textContent.trim().length + 20
    );
  };
  const isSmall = element => box(element).width < 24 || box(element).height < 24;
  // A circle of 24 px around the middle of a small target must not touch another target, nor the circle of another small one.
  const middle = element => [box(element).x + box(element).width / 2, box(element).y + box(element).height / 2];
  const crowded = element => {
    const [x, y] = middle(element);
    return targets.some(other => {
      if (other === element || inSentence(other)) return false;
      const { left, right, top, bottom } = box(other);
      const near = Math.hypot(x - Math.min(Math.max(x, left), right), y - Math.min(Math.max(y, top), bottom));
      const [u, v] = middle(other);
      return near < 12 || (isSmall(other) && Math.hypot(x - u, y - v) < 24);
    });
  };
  return targets
    .filter(element => isSmall(element) && !inSentence(element) && crowded(element))
    .map(element => `${element.localName} ${element.textContent.trim()} ${box(element).width}×${box(element).height}`);
};

describe('the widget under the hand', () => {
  it('has targets of 24 px, or as far apart, but for links in sentences (2.5.8)', async () => {
    for (const width of [320, 1280]) {
      await visit({ width }, async ({ evaluate }) => {
        assert.deepEqual(await evaluate(tooSmall), []);
      });
    }
  });

  it('which is measured: a list of links in small print is found', () =>
    visit({}, async ({ evaluate }) => {
      await evaluate(restyle, '.contents :is(ol, li, a) { gap: 0; padding-block: 0; font-size: 9px; line-height: 1 }');
      const found = await evaluate(tooSmall);
      assert.ok(found.length > 2 && found.every(text => text.startsWith('a ')), found.join('\n'));
    }));

  it('has names that begin with what can be read (2.5.3)', () =>
    visit({}, async ({ evaluate }) => {
      const wrong = await evaluate(() =>
        [...document.querySelector('portico-pact-viewer').shadowRoot.querySelectorAll(':is(a, button)[aria-label]')]
          .map(element => [element.textContent.trim(), element.getAttribute('aria-label')])
          .filter(([text, label]) => /\p{L}/u.test(text) && !label.toLowerCase().startsWith(text.toLowerCase())),
      );
      assert.deepEqual(wrong, []);
    }));
});

describe('the default look', () => {
  /** Contrast of parts that are no text with the surface of the widget (WCAG 2.2, relative luminance), by name. */
  const contrasts = () => {
    const viewer = document.querySelector('portico-pact-viewer');
    const paint = color => {
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = color => {
      const [r, g, b] = paint(color).map(value => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const surface = luminance(getComputedStyle(viewer).backgroundColor);
    const against = color => {
      const [light, dark] = [luminance(color), surface].sort((one, two) => two - one);
      return (light + 0.05) / (dark + 0.05);
    };
    const style = selector => getComputedStyle(viewer.shadowRoot.querySelector(selector));
    viewer.shadowRoot.querySelector('select').focus();
    const ring = style('select').outlineColor;
    return Object.entries({
      button: against(style('.comparison .button').borderTopColor),
      'main button': against(style('.button.primary').backgroundColor),
      select: against(style('select').borderTopColor),
      'focus ring': Math.max(against(ring), against(style('select').boxShadow.replace(/ 0px.*$/, ''))),
    });
  };

  for (const scheme of ['light', 'dark']) {
    it(`has edges of controls and a focus ring of 3:1 in the ${scheme} (1.4.11)`, () =>
      visit({}, async ({ evaluate }) => {
        await evaluate(scheme => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`:root { color-scheme: ${scheme} }`);
          document.adoptedStyleSheets.push(sheet);
        }, scheme);
        const found = await evaluate(contrasts);
        assert.equal(found.length, 4);
        assert.deepEqual(
          found.filter(([, contrast]) => contrast < 3),
          [],
        );
      }));
  }
});

describe('the widget by keyboard', () => {
  /** What has focus, through shadow roots: where it stands among all that can have it, and whether it can be seen. */
  const focused = () => {
    const viewer = document.querySelector('portico-pact-viewer');
    const element = viewer.shadowRoot.activeElement ?? document.activeElement;
    const { left, top, width, height } = element.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap(x => [0.1, 0.5, 0.9].map(y => [left + width * x, top + height * y]));
    const reached = points.some(([x, y]) => {
      const hit = element.getRootNode().elementFromPoint(x, y);
      return hit && (element.contains(hit) || hit.contains(element));
    });
    const style = getComputedStyle(element);
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const all = [...viewer.shadowRoot.querySelectorAll('a[href], button, select, input, [tabindex="0"]')].filter(each =>
      each.checkVisibility(),
    );
    return {
      inside: viewer.shadowRoot.activeElement !== null,
      id: element.id,
      index: all.indexOf(element),
      count: all.length,
      reached,
      ring,
    };
  };

  it('is walked through from the link before it to the link after it and back; all that acts is met once, seen and not covered (2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11)', () =>
    visit({ height: 500 }, async ({ page: tab, evaluate }) => {
      await evaluate(() => document.querySelector('#before a').focus());
      const walk = async keys => {
        const met = [];
        for (;;) {
          for (const key of keys.slice(0, -1)) await tab.keyboard.down(key);
          await tab.keyboard.press(keys.at(-1));
          for (const key of keys.slice(0, -1)) await tab.keyboard.up(key);
          const now = await evaluate(focused);
          if (!now.inside) return { met, end: now };
          met.push(now);
          assert.ok(met.length <= now.count, 'focus goes in circles');
        }
      };
      const { met, end } = await walk(['Tab']);
      assert.equal(end.id, 'next');
      assert.ok(met.length > 10);
      assert.deepEqual(
        met.map(({ index }) => index),
        Array.from({ length: met[0].count }, (_, index) => index),
      );
      assert.deepEqual(
        met.filter(({ reached, ring }) => !reached || !ring),
        [],
      );
      const back = await walk(['Shift', 'Tab']);
      assert.equal(back.met.length, met.length);
    }));

  it('opens and closes with Enter and with the space bar, and focus stays (2.1.1, 3.2.1)', () =>
    visit({}, async ({ page: tab, evaluate }) => {
      const state = () => {
        const { activeElement } = document.querySelector('portico-pact-viewer').shadowRoot;
        return [activeElement?.getAttribute('aria-controls'), activeElement?.getAttribute('aria-expanded')];
      };
      await evaluate(() =>
        document.querySelector('portico-pact-viewer').shadowRoot.querySelector('[aria-controls=full-text]').focus(),
      );
      assert.deepEqual(await evaluate(state), ['full-text', 'true']);
      for (const [key, expanded] of [
        ['Enter', 'false'],
        ['Space', 'true'],
      ]) {
        await tab.keyboard.press(key);
        await tab.waitForFunction(
          wanted =>
            document
              .querySelector('portico-pact-viewer')
              .shadowRoot.querySelector('[aria-controls=full-text]')
              .getAttribute('aria-expanded') === wanted,
          {},
          expanded,
        );
        assert.deepEqual(await evaluate(state), ['full-text', expanded]);
      }
    }));
});

describe('the widget for those who hear it', () => {
  it('has headings below the one of the page that stands before it, and skips no level (1.3.1, 2.4.6)', async () => {
    const levels = () => {
      const all = root =>
        [...root.querySelectorAll('*')].flatMap(element => [
          ...(/^h[1-6]$/.test(element.localName) ? [element] : []),
          ...(element.shadowRoot ? all(element.shadowRoot) : []),
        ]);
      return all(document)
        .filter(heading => heading.checkVisibility())
        .map(({ localName, textContent }) => [Number(localName[1]), textContent.trim()]);
    };
    for (const [first, content] of [
      [2, pasted(city.url)],
      [3, `<h2>Il piano</h2>${pasted(city.url, { query: '?heading-level=3' })}`],
    ]) {
      await visit({ content }, async ({ evaluate }) => {
        const found = await evaluate(levels);
        assert.deepEqual(
          found.filter(([, text]) => text === ''),
          [],
        );
        const numbers = found.map(([level]) => level);
        assert.equal(numbers[first - 1], first);
        assert.deepEqual(
          numbers.filter((level, index) => index > 0 && level > Math.min(6, numbers[index - 1] + 1)),
          [],
        );
      });
    }
  });

  it('says the language of every text that is not in that of the page (3.1.2)', async () => {
    const texts = () => {
      const root = document.querySelector('portico-pact-viewer').shadowRoot;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const { parentElement: parent, data } = walker.currentNode;
        if (data.trim() && !parent.closest('style')) found.push([parent.closest('[lang]')?.lang, data.trim()]);
      }
      return found;
    };
    await visit({ html: 'lang="ar" dir="rtl"' }, async ({ evaluate }) => {
      const found = await evaluate(texts);
      assert.deepEqual([...new Set(found.map(([lang]) => lang))].sort(), ['ar', 'en', 'it']);
      // Short names such as SPID and PDF belong to no language.
      const foreign = found.filter(([lang, text]) =>
        lang === 'ar' ? /\p{Script=Latin}{3}/u.test(text.replaceAll(/\b[A-Z]+\b/g, '')) : /\p{Script=Arabic}/u.test(text),
      );
      assert.deepEqual(foreign, []);
    });
  });

  it('has no fault that axe finds in the whole page, at the levels A and AA (4.1.2 and others)', () =>
    visit({}, async ({ page: tab }) => {
      await tab.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
      const { violations, passes } = await tab.evaluate(() =>
        globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }),
      );
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]),
        [],
      );
      assert.ok(passes.length > 10);
    }));
});
