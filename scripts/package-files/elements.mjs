const isEvents = ({ path }) => path.endsWith('.events.js');

/** The strings of a type that is nothing but strings: `'light' | 'dark'`. */
function valuesOf(type = '') {
  const parts = type.split(' | ').filter(part => part !== 'undefined');
  return parts.every(part => /^'[^']*'$/.test(part)) ? parts.map(part => part.slice(1, -1)) : [];
}

const typeOf = ({ type }) => (type?.text ?? 'string').replace(' | undefined', '');

/** A paragraph in one line, as tables and hints need it. */
const line = (text = '') => text.replace(/\s+/g, ' ').trim();

function attribute({ name, fieldName, description, default: initial, ...rest }) {
  const type = typeOf(rest);
  return { name, property: fieldName, type, values: valuesOf(type), initial, description: line(description) };
}

function property({ name, description, readonly = false, default: initial, ...rest }) {
  return { name, type: typeOf(rest), readonly, initial, description: line(description) };
}

function method({ name, description, parameters = [], ...rest }) {
  const names = parameters.map(each => `${each.name}: ${typeOf(each)}`);
  return { signature: `${name}(${names.join(', ')}): ${rest.return?.type.text ?? 'void'}`, description: line(description) };
}

const named = (items = []) =>
  items.map(({ name, description, default: initial }) => ({ name, initial, description: line(description) }));

/** Where the class of an event is, so that types can import it. */
function eventModule(manifest, type) {
  const module = manifest.modules.filter(isEvents).find(({ declarations }) => declarations.some(({ name }) => name === type));
  if (!module) throw new Error(`No module of events in the manifest declares ${type}.`);
  return module.path;
}

function element(manifest, path, declaration) {
  const { tagName, name, members = [], attributes = [], events = [] } = declaration;
  return {
    tag: tagName,
    class: name,
    module: path,
    define: path.replace(/\.js$/, '.define.js'),
    description: line(declaration.description),
    attributes: attributes.map(attribute),
    properties: members.filter(({ kind, static: own }) => kind === 'field' && !own).map(property),
    methods: members.filter(({ kind, static: own }) => kind === 'method' && !own).map(method),
    events: events.map(event => ({
      name: event.name,
      type: event.type.text,
      module: eventModule(manifest, event.type.text),
      description: line(event.description),
    })),
    slots: named(declaration.slots),
    parts: named(declaration.cssParts),
    cssProperties: named(declaration.cssProperties),
    states: named(declaration.cssStates),
  };
}

/** What the manifest says of each element, in the form that all files made from it need. */
export const elementsOf = manifest =>
  manifest.modules.flatMap(({ path, declarations }) =>
    declarations.filter(({ customElement }) => customElement).map(declaration => element(manifest, path, declaration)),
  );
