/** From `dist/types`, where the files of types are, to a module of the package. */
const fromTypes = path => path.replace(/^dist\//, '../');

const comment = (text, indent) => (text === '' ? '' : `${indent}/** ${text} */\n`);

const key = name => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`);

/** The classes that a file of types speaks of. Types only: the file registers nothing. */
function imports(elements) {
  const from = new Map();
  const add = (module, name) => from.set(module, new Set([...(from.get(module) ?? []), name]));
  for (const element of elements) {
    add(element.module, element.class);
    for (const event of element.events) add(event.module, event.type);
  }
  return [...from]
    .map(([path, names]) => `import type { ${[...names].sort().join(', ')} } from '${fromTypes(path)}';\n`)
    .join('');
}

/** What may stand in an attribute. Its property is asked for the type, so that a union or an alias needs no second place. */
function attributeType(element, { type, property }) {
  const plain = { string: 'string', boolean: 'boolean', number: 'number | `${number}`' };
  return plain[type] ?? `${element.class}['${property}']`;
}

/** Attributes whose property is called otherwise: `heading-level` beside `headingLevel`. */
const ownAttributes = ({ attributes }) => attributes.filter(({ name, property }) => name !== property);

const optional = (name, type, description) => `${comment(description, '  ')}  ${key(name)}?: ${type} | undefined;\n`;

const settable = ({ properties }) => properties.filter(({ readonly }) => !readonly);

/** Properties and attributes, each as one optional member. */
const members = element => [
  ...settable(element).map(({ name, description }) => optional(name, `${element.class}['${name}']`, description)),
  ...ownAttributes(element).map(attribute => optional(attribute.name, attributeType(element, attribute), attribute.description)),
];

const handlers = element =>
  element.events.map(({ name, type, description }) => optional(`on${name}`, `((event: ${type}) => void)`, description));

const camelCase = name => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

const interfaceOf = (name, lines, text) => `${comment(text, '')}export interface ${name} {\n${lines.join('')}}\n\n`;

const madeBy = '// Made by the build from custom-elements.json.\n';

/** JSX of React 19, which sets a property where the element has one and else an attribute, and listens to `on` and the event's name. */
export const reactTypes = elements => `${madeBy}import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${imports(elements)}
type Props<Host, Own> = Own & { class?: string | undefined } & Omit<DetailedHTMLProps<HTMLAttributes<Host>, Host>, keyof Own>;

${elements.map(element => interfaceOf(`${element.class}Props`, [...members(element), ...handlers(element)], element.description)).join('')}declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map(({ tag, ...element }) => `${comment(element.description, '      ')}      '${tag}': Props<${element.class}, ${element.class}Props>;\n`).join('')}    }
  }
}
`;

/** Svelte 5, which sets a property where the element has one and else an attribute, and listens to `on` and the event's name. */
export const svelteTypes = elements => `${madeBy}import type { HTMLAttributes } from 'svelte/elements';
${imports(elements)}
type Props<Host extends EventTarget, Own> = Own & Omit<HTMLAttributes<Host>, keyof Own>;

${elements.map(element => interfaceOf(`${element.class}Props`, [...members(element), ...handlers(element)], element.description)).join('')}declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${elements.map(({ tag, ...element }) => `${comment(element.description, '    ')}    '${tag}': Props<${element.class}, ${element.class}Props>;\n`).join('')}  }
}
`;

/**
 * Templates of Vue 3. The checker knows an attribute by its name in camel case, so an attribute and its property are one member; as an
 * attribute a number may be written as text. It knows an event by `on` and its name in the same way.
 */
const vueMembers = element => [
  ...settable(element).map(({ name, description }) => {
    const attribute = ownAttributes(element).find(({ property }) => property === name);
    const property = `${element.class}['${name}']`;
    return optional(name, attribute ? `${property} | ${attributeType(element, attribute)}` : property, description);
  }),
  ...element.events.map(({ name, type, description }) =>
    optional(camelCase(`on-${name}`), `((event: ${type}) => void)`, description),
  ),
];

export const vueTypes = elements => `${madeBy}import type { HTMLAttributes as Attributes, ReservedProps } from 'vue';
${imports(elements)}
type Component<Host, Own> = new () => Host & { $props: Own & Omit<Attributes, keyof Own> & ReservedProps };

${elements.map(element => interfaceOf(`${element.class}Props`, vueMembers(element), element.description)).join('')}declare module 'vue' {
  interface GlobalComponents {
${elements.map(({ tag, ...element }) => `${comment(element.description, '    ')}    '${tag}': Component<${element.class}, ${element.class}Props>;\n`).join('')}  }

  interface HTMLAttributes {
    /** The slot of a custom element that this goes into. Vue hands it on and leaves it out of its types. */
    slot?: string | undefined;
  }
}
`;
