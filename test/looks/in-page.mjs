/**
 * What a page needs to measure itself; handed to it as a whole, so that it uses nothing from outside. Leaves `looks` on the page.
 *
 * Colours are read back from a canvas, since computed styles give them in the space in which they were mixed.
 */
export function installMeasures() {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });

  /** Red, green, blue from 0 to 255 and alpha from 0 to 1. */
  function rgba(color) {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }

  const over = ([red, green, blue, alpha], below) => [
    ...[red, green, blue].map((channel, index) => channel * alpha + below[index] * (1 - alpha)),
    1,
  ];

  /** WCAG 2.2, relative luminance. */
  function luminance(color) {
    const [red, green, blue] = color
      .slice(0, 3)
      .map(channel => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(color, ground) {
    const [light, dark] = [luminance(over(color, ground)), luminance(ground)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  const parentOf = node =>
    node.assignedSlot ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentElement);

  /** What an element really stands on: its own background over those of all that it is in, out through shadow hosts. */
  function ground(element) {
    const layers = [];
    for (let each = element; each; each = parentOf(each)) {
      const layer = rgba(getComputedStyle(each).backgroundColor);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255, 1]);
  }

  const root = () => document.querySelector('portico-pact-viewer').shadowRoot;

  function find(selector) {
    const element = root().querySelector(selector);
    if (!element) throw new Error(`Nothing in the viewer is ${selector}.`);
    return element;
  }

  globalThis.looks = {
    /** Contrast of the words of an element; `pseudo` for a mark in front of it. */
    text(selector, pseudo) {
      const element = find(selector);
      return contrast(rgba(getComputedStyle(element, pseudo).color), ground(element));
    },
    /** Contrast of an edge with what is around it. */
    edge(selector, pseudo, side = 'border-block-start') {
      const element = find(selector);
      const style = getComputedStyle(element, pseudo);
      if (parseFloat(style.getPropertyValue(`${side}-width`)) === 0) throw new Error(`${selector} has no edge.`);
      return contrast(rgba(style.getPropertyValue(`${side}-color`)), ground(pseudo ? element : parentOf(element)));
    },
    /** Contrast of a filled shape with what is around it. */
    fill: selector => contrast(ground(find(selector)), ground(parentOf(find(selector)))),
    /** The two rings of what has focus, by their width and their contrast with what they are drawn on. */
    rings() {
      const element = root().activeElement;
      const style = getComputedStyle(element);
      const around = ground(parentOf(element));
      const [, color, spread] = /^(.+?) 0px 0px 0px (\S+)px$/.exec(style.boxShadow) ?? [];
      const outer = { width: parseFloat(style.outlineWidth), contrast: contrast(rgba(style.outlineColor), around) };
      const inner = { width: parseFloat(spread), contrast: contrast(rgba(color ?? 'transparent'), around) };
      return style.outlineStyle === 'solid' ? [outer, inner] : [inner];
    },
    /** Whether light or dark, from 0 to 1, of the viewer and of the page. */
    surface: () => luminance(ground(root().host)),
    page: () => luminance(ground(document.body)),
    /** Computed styles of a part of the viewer, or of a sample of the system itself. */
    style(selector, names, sample = false) {
      const style = getComputedStyle(sample ? document.querySelector(selector) : find(selector));
      return Object.fromEntries(names.map(name => [name, style.getPropertyValue(name)]));
    },
    /** A link on a panel, and one notice and one badge of each tone, with the markup of our own parts. */
    addProbes(tones) {
      const onPanel = find('[part=brief] p').appendChild(document.createElement('a'));
      onPanel.id = 'link-on-panel';
      onPanel.href = '#';
      onPanel.textContent = 'link';
      for (const tone of tones) {
        const notice = document.createElement('div');
        notice.className = `notice ${tone}`;
        notice.id = `notice-${tone}`;
        const words = notice.appendChild(document.createElement('p'));
        const link = words.appendChild(document.createElement('a'));
        link.href = '#';
        link.textContent = tone;
        const badge = document.createElement('span');
        badge.className = `badge ${tone}`;
        badge.id = `badge-${tone}`;
        badge.textContent = tone;
        find('.viewer').append(notice, badge);
      }
    },
    /** Opens all that is closed and asks for the acceptance with its box unticked, so that errors show. */
    async openAll() {
      for (const button of root().querySelectorAll('.disclosure button[aria-controls]')) button.click();
      const seen = async selector => {
        while (!root().querySelector(selector)) await new Promise(requestAnimationFrame);
        return root().querySelector(selector);
      };
      (await seen('.comparison button')).click();
      await seen('.difference');
    },
    async openDialog() {
      find('#accept').click();
      while (!root().querySelector('dialog[open]')) await new Promise(requestAnimationFrame);
      find('dialog button[type=submit]').click();
      while (!root().querySelector('.error-summary')) await new Promise(requestAnimationFrame);
    },
  };
}
