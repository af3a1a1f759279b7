import { codeOf } from './snippet-pieces.mjs';

/** Attributes of a mapping as YAML writes it on one line: `{ type: "module", defer: true }`. */
const flow = text =>
  Object.fromEntries(
    Array.from(text.matchAll(/([\w-]+): (?:"([^"]*)"|(true)|(\w+))/g), ([, name, quoted, yes, bare]) => [
      name,
      quoted ?? (yes ? '' : bare),
    ]),
  );

function drupal(pieces) {
  const assets = Array.from(
    codeOf(pieces, 'head').matchAll(/^ +"([^"]+)": \{ type: external, minified: true(?:, attributes: \{ (.*) \})? \}$/gm),
    ([, address, attributes = '']) =>
      address.endsWith('.css')
        ? { tag: 'link', rel: 'stylesheet', href: address, ...flow(attributes) }
        : { tag: 'script', src: address, ...flow(attributes) },
  );
  const hook = pieces.some(({ id }) => id === 'preload') ? codeOf(pieces, 'preload') : '';
  const ahead = Array.from(hook.matchAll(/\['html_head_link'\]\[\] = \[\[(.*)\]\];/g), ([, pairs]) => ({
    tag: 'link',
    ...Object.fromEntries(Array.from(pairs.matchAll(/'([^']*)' => '([^']*)'/g), ([, name, value]) => [name, value])),
  }));
  return [...assets.slice(0, -1), ...ahead, assets.at(-1)];
}

function liferay(pieces) {
  return codeOf(pieces, 'head')
    .split(/^(?=\S)/m)
    .map(extension => {
      const { type, baseURL, url } = flow(extension.split('  scriptElementAttributes:')[0]);
      const attributes = flow(extension.split('  scriptElementAttributes:')[1] ?? '');
      return type === 'globalCSS'
        ? { tag: 'link', rel: 'stylesheet', href: `${baseURL}/${url}` }
        : { tag: 'script', src: `${baseURL}/${url}`, ...attributes };
    });
}

/** The tags of a document's head, each with its attributes. */
const tagsOf = head =>
  [...head.children].map(element => ({
    tag: element.localName,
    ...Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  }));

const inPage = (page, html) =>
  page.evaluate(
    `(${tagsOf})(new DOMParser().parseFromString(${JSON.stringify(`<!doctype html><head>${html}</head>`)}, 'text/html').head)`,
  );

/** What stands between two lines of code that is not HTML. */
function between(code, before, after) {
  const start = code.indexOf(before);
  const end = code.indexOf(after, start + before.length);
  if (start < 0 || end < 0) throw new Error(`No HTML between ${before} and ${after}`);
  return code.slice(start + before.length, end);
}

async function mediawiki(pieces, page) {
  await page.goto('about:blank');
  await page.evaluate(codeOf(pieces, 'head'));
  return page.evaluate(`(${tagsOf})(document.head)`);
}

/** The tags that a page has in its head once the pieces of a CMS are where they belong. */
export const headOf = {
  wordpress: (pieces, page) => inPage(page, between(codeOf(pieces, 'head'), '?>\n', '<?php')),
  drupal,
  typo3: (pieces, page) => inPage(page, between(codeOf(pieces, 'head'), 'value (\n', '\n)\n')),
  plone: (pieces, page) => inPage(page, codeOf(pieces, 'head')),
  joomla: (pieces, page) => inPage(page, codeOf(pieces, 'head')),
  liferay,
  mediawiki,
  static: (pieces, page) => inPage(page, codeOf(pieces, 'head')),
};
