/** The order of a widget's members, so that every class reads alike. The first group that fits a member is its group. */
const groups = [
  { name: 'static members', has: member => member.static },
  { name: 'public properties', has: member => decoratedBy(member, ['property']) },
  {
    name: 'context, state and query fields',
    has: member =>
      decoratedBy(member, ['consume', 'provide', 'state']) || decoratorNames(member).some(name => name.startsWith('query')),
  },
  { name: 'controllers and other fields', has: member => member.type.endsWith('PropertyDefinition') && !isBoundMethod(member) },
  { name: 'the constructor', has: member => member.kind === 'constructor' },
  {
    name: 'getters and setters',
    has: member => member.type.endsWith('AccessorProperty') || ['get', 'set'].includes(member.kind),
  },
  { name: 'public methods', has: member => isPublic(member) && !lifeCycle.has(nameOf(member)) },
  { name: 'callbacks of the element', has: member => connection.has(nameOf(member)) },
  { name: 'callbacks of an update', has: member => update.has(nameOf(member)) },
  { name: 'render', has: member => nameOf(member) === 'render' },
  { name: '_render methods', has: member => /^_render([A-Z]|$)/.test(nameOf(member)) },
  { name: '_on handlers', has: member => /^_on[A-Z]/.test(nameOf(member)) },
  { name: 'other methods', has: () => true },
];

const connection = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'connectedMoveCallback',
  'adoptedCallback',
  'attributeChangedCallback',
  'formAssociatedCallback',
  'formDisabledCallback',
  'formResetCallback',
  'formStateRestoreCallback',
  'createRenderRoot',
]);
const update = new Set([
  'scheduleUpdate',
  'shouldUpdate',
  'willUpdate',
  'update',
  'firstUpdated',
  'updated',
  'getUpdateComplete',
]);
const lifeCycle = new Set([...connection, ...update, 'render']);

const nameOf = member => (member.key?.type === 'PrivateIdentifier' ? `#${member.key.name}` : (member.key?.name ?? ''));

/** `_onClick = () => …` is a field only to keep its `this`: it reads as the method that its name says. */
const isBoundMethod = member => member.value?.type === 'ArrowFunctionExpression' && /^_(render|on)([A-Z]|$)/.test(nameOf(member));

const isPublic = member => !nameOf(member).startsWith('#') && !['private', 'protected'].includes(member.accessibility);

function decoratorNames(member) {
  return (member.decorators ?? []).map(
    ({ expression }) => (expression.type === 'CallExpression' ? expression.callee : expression).name ?? '',
  );
}

const decoratedBy = (member, names) => decoratorNames(member).some(name => names.includes(name));

/** Whether a class is built on LitElement, also through mixins: `Labelled(LitElement)`. */
function isWidget(superClass) {
  if (superClass?.type === 'Identifier') return superClass.name === 'LitElement';
  return superClass?.type === 'CallExpression' && superClass.arguments.some(isWidget);
}

export default {
  meta: {
    type: 'suggestion',
    docs: { description: 'The members of a widget come in one order.' },
    messages: { order: '{{name}} is one of {{group}}: it comes before {{other}} ({{otherGroup}}).' },
    schema: [],
  },
  create(context) {
    return {
      ClassBody(body) {
        if (!isWidget(body.parent.superClass)) return;
        let last;
        for (const member of body.body) {
          // Index signatures have no order, and a static block belongs to what it prepares.
          if (!member.key) continue;
          const rank = groups.findIndex(group => group.has(member));
          if (last && rank < last.rank) {
            const data = {
              name: nameOf(member),
              group: groups[rank].name,
              other: nameOf(last.member),
              otherGroup: groups[last.rank].name,
            };
            context.report({ node: member.key, messageId: 'order', data });
          } else {
            last = { rank, member };
          }
        }
      },
    };
  },
};
