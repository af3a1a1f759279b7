/* global DOMParser -- `filtered` runs in a page */

/**
 * What the filters of content management systems do to what an editor pastes, as far as a snippet meets them. Each entry says what a
 * filter keeps; it is not the filter itself, and knows no more tags than a page of text has.
 *
 * `attributes`: by tag, and under `*` for all. `data`: whether `data-` attributes stay. `unknown`: other tags are taken away and their
 * content stays (`unwrap`), or they are shown as text (`escape`). Tags with a hyphen are always unknown.
 */
const text = ['p', 'br', 'em', 'strong', 'ul', 'ol', 'li', 'h2', 'h3', 'blockquote'];

export const cmsFilters = {
  wordpress: {
    // KSES for whoever has no right to unfiltered HTML.
    tags: [...text, 'a', 'div', 'span'],
    attributes: { '*': ['class', 'id', 'lang', 'dir', 'title', 'role', 'style'], a: ['href', 'rel', 'target', 'hreflang'] },
    data: true,
    unknown: 'unwrap',
  },
  drupal: {
    // 'Limit allowed HTML tags' as the basic format has it. Language and direction always stay, style never does.
    tags: [...text, 'a'],
    attributes: { '*': ['lang', 'dir'], a: ['href', 'hreflang'] },
    data: false,
    unknown: 'unwrap',
  },
  typo3: {
    tags: [...text, 'a', 'div', 'span'],
    attributes: { '*': ['class', 'id', 'lang', 'dir', 'title'], a: ['href', 'rel', 'target', 'hreflang'] },
    data: true,
    unknown: 'escape',
  },
  plone: {
    tags: [...text, 'a', 'div', 'span', 'iframe'],
    attributes: { '*': ['class', 'id', 'lang', 'dir', 'title', 'style'], a: ['href', 'rel', 'target', 'hreflang'] },
    data: false,
    unknown: 'unwrap',
  },
  joomla: {
    // Every tag but a list of bad ones, and none with a hyphen.
    tags: undefined,
    attributes: undefined,
    data: true,
    unknown: 'unwrap',
  },
  mediawiki: {
    // After `rendered`: links come from wikitext alone.
    tags: [...text, 'a', 'div', 'span'],
    attributes: { '*': ['class', 'id', 'lang', 'dir', 'title', 'style'], a: ['href', 'rel'] },
    data: true,
    unknown: 'escape',
  },
};

/** Sends HTML through a filter. Runs in a page, so it stands for itself. */
export function filtered(html, { tags, attributes, data, unknown }) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const keepsTag = name => !name.includes('-') && name !== 'script' && (tags?.includes(name) ?? true);
  const keepsAttribute = (tag, name) =>
    name.startsWith('data-')
      ? data
      : !name.startsWith('on') &&
        (attributes === undefined || [...(attributes['*'] ?? []), ...(attributes[tag] ?? [])].includes(name));
  for (const element of [...body.querySelectorAll('*')]) {
    const tag = element.localName;
    if (keepsTag(tag)) {
      for (const { name } of [...element.attributes]) if (!keepsAttribute(tag, name)) element.removeAttribute(name);
    } else if (tag === 'script') {
      element.remove();
    } else if (unknown === 'escape') {
      const [start, end = ''] = element.cloneNode(false).outerHTML.split(/(?=<\/)/);
      element.replaceWith(start, ...element.childNodes, end);
    } else {
      element.replaceWith(...element.childNodes);
    }
  }
  return body.innerHTML;
}

/** What would be more than words where only words should stand. */
const wikiSigns = /[[{|<]|''|~~~|__|:\/\//;

/**
 * What a wiki makes of a paragraph of wikitext: an external link with its words, perhaps in a `div`. A link that is written as a tag
 * becomes text. Throws when there is more than that.
 */
export function rendered(wikitext) {
  const html = wikitext.replace(/<(?=\/?a\b)/g, '&lt;').replace(/\[(https?:\/\/[^\s\]]+) ([^\]\n]+)\]/g, (_, address, words) => {
    if (wikiSigns.test(words)) throw new Error(`These words mean more than words: ${words}`);
    return `<a rel="nofollow" class="external text" href="${address.replaceAll('&', '&amp;')}">${words}</a>`;
  });
  if (/[[{]/.test(html)) throw new Error(`This is no external link: ${html}`);
  return /^<div/.test(html) ? html : `<p>${html}</p>`;
}
