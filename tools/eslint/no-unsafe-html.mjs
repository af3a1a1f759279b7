const directives = new Set(['unsafeHTML', 'unsafeSVG', 'unsafeMathML', 'unsafeStatic']);
const sinks = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML']);
const documentSinks = new Set(['write', 'writeln']);

const nameOf = ({ property, computed }) => (computed ? property.value : property.name);

export default {
  meta: {
    type: 'problem',
    docs: { description: 'Text becomes markup only through Lit templates.' },
    messages: { unsafe: '{{name}} turns text into markup. Text is a tree of blocks here; a Lit template renders it.' },
    schema: [],
  },
  create(context) {
    const report = (node, name) => context.report({ node, messageId: 'unsafe', data: { name } });
    return {
      ImportSpecifier(node) {
        if (directives.has(node.imported.name)) report(node, node.imported.name);
      },
      MemberExpression(node) {
        const name = nameOf(node);
        if (sinks.has(name)) report(node.property, name);
        const owner = node.object.type === 'MemberExpression' ? nameOf(node.object) : node.object.name;
        if (documentSinks.has(name) && owner === 'document') report(node.property, `document.${name}`);
      },
      // A property binding in a template writes the same sink: `.innerHTML=${text}`.
      'TaggedTemplateExpression TemplateElement'(node) {
        const binding = /\.(innerHTML|outerHTML)=["']?$/.exec(node.value.raw);
        if (binding) report(node, binding[1]);
      },
    };
  },
};
