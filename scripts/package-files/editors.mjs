/** A list under its title, or nothing: `### Slots`, and a line for each. */
const list = (title, items) =>
  items.length === 0 ? [] : [`**${title}**`, items.map(({ name, description }) => `- \`${name}\`: ${description}`).join('\n')];

/** What an editor shows beside a tag. The slot without a name gets the word that developers know it by. */
function hint({ description, slots, events, parts }) {
  const shown = slots.map(slot => ({ ...slot, name: slot.name || 'default' }));
  return [description, ...list('Slots', shown), ...list('Events', events), ...list('Parts', parts)].join('\n\n');
}

const markdown = value => ({ kind: 'markdown', value });

/** Elements may share a part or a property; an editor needs each name once. */
const once = items => [...new Map(items.map(item => [item.name, item])).values()];

const withDefault = ({ description, initial }) => [description, initial && `Default: \`${initial}\``].filter(Boolean).join(' ');

/** Custom data for HTML in Visual Studio Code: tags and attributes. */
export const vscodeHtml = elements => ({
  version: 1.1,
  tags: elements.map(element => ({
    name: element.tag,
    description: markdown(hint(element)),
    attributes: element.attributes.map(({ name, values, ...rest }) => ({
      name,
      description: markdown(withDefault(rest)),
      ...(values.length > 0 && { values: values.map(value => ({ name: value })) }),
    })),
  })),
});

/** Custom data for CSS in Visual Studio Code: the properties that change the look, and the parts. */
export const vscodeCss = elements => ({
  version: 1.1,
  properties: once(elements.flatMap(({ cssProperties }) => cssProperties)).map(({ name, ...rest }) => ({
    name,
    description: markdown(withDefault(rest)),
  })),
  pseudoElements: once(elements.flatMap(({ parts }) => parts)).map(({ name, description }) => ({
    name: `::part(${name})`,
    description: markdown(description),
  })),
});

/** Web-types for JetBrains editors, which find them by `web-types` in package.json. */
export const webTypes = (elements, { name, version }) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'js-types-syntax': 'typescript',
  'description-markup': 'markdown',
  contributions: {
    html: { elements: elements.map(webTypesElement) },
    css: {
      properties: once(elements.flatMap(({ cssProperties }) => cssProperties)).map(({ name, ...rest }) => ({
        name,
        description: withDefault(rest),
      })),
      'pseudo-elements': once(elements.flatMap(({ parts }) => parts)).map(({ name, description }) => ({
        name: `part(${name})`,
        description,
      })),
    },
  },
});

const webTypesElement = element => ({
  name: element.tag,
  description: hint(element),
  attributes: element.attributes.map(({ name, type, initial, description }) => ({
    name,
    description,
    value: { type, ...(initial !== undefined && { default: initial }) },
  })),
  slots: element.slots.map(({ name, description }) => ({ name, description })),
  js: {
    properties: element.properties.map(({ name, type, description }) => ({ name, type, description })),
    events: element.events.map(({ name, type, description }) => ({ name, type, description })),
  },
});
