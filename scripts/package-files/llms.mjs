const code = text => `\`${text}\``;

const once = items => [...new Map(items.map(each => [each.name, each])).values()];

const item = ({ name, type, initial, description }) => {
  const facts = [type && code(type), initial !== undefined && `default ${code(initial)}`].filter(Boolean).join(', ');
  return `- ${code(name)}${facts ? ` (${facts})` : ''}${description ? `: ${description}` : ''}`;
};

const section = (title, items) => (items.length === 0 ? [] : [`**${title}**`, items.map(item).join('\n')]);

function manual(element) {
  const byAttribute = new Set(element.attributes.map(({ property }) => property));
  return [
    `### ${code(`<${element.tag}>`)}`,
    element.description,
    `Registered by ${code(`import 'portico/${element.define.replace('dist/', '')}'`)}; its class is ${code(element.class)} of ${code('portico')}.`,
    ...section(
      'Attributes',
      element.attributes.map(({ description, property, name, ...rest }) => ({
        ...rest,
        name,
        description: name === property ? description : `${description} As a property: ${code(property)}.`,
      })),
    ),
    ...section(
      'Properties without an attribute',
      element.properties.filter(({ name }) => !byAttribute.has(name)),
    ),
    ...section(
      'Methods',
      element.methods.map(({ signature, description }) => ({ name: signature, description })),
    ),
    ...section('Events', element.events),
    ...section(
      'Slots',
      element.slots.map(slot => ({ ...slot, name: slot.name || '(default)' })),
    ),
    ...section('Parts', element.parts),
    ...section('States', element.states),
    ...(element.cssProperties.length > 0 ? ['Its look follows the CSS properties below.'] : []),
  ].join('\n\n');
}

/**
 * What Portico is, in one file for machines that read: each element with all that its users may touch, and where the documents are.
 *
 * @param documents - `{ title, text, path }` of each document; paths are relative to the file.
 */
export const llms = (elements, { name, version, description }, documents) => `# Portico

> ${description}.

This describes version ${version} of the package ${code(name)}. Widgets are custom elements in shadow DOM. They work in any framework or none,
reach the city's systems through a backend that the page hands over, and run under a strict Content-Security-Policy with Trusted Types.

## Elements

${elements.map(manual).join('\n\n')}

## CSS properties

${once(elements.flatMap(({ cssProperties }) => cssProperties))
  .map(item)
  .join('\n')}

## Documents

${documents.map(({ title, path, text }) => `- [${title}](${path}): ${text}`).join('\n')}
`;
