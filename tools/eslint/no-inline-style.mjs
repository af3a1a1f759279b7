import { markupOf } from './markup.mjs';

const tagPattern = /<[a-z][^\s/>]*((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;

/** Whether any tag of this markup has a `style` attribute. Properties (`.style=`) are not attributes. */
function hasStyleAttribute(markup) {
  return [...markup.replace(/<!--.*?-->/gs, '').matchAll(tagPattern)].some(([, attributes]) =>
    /\sstyle\s*=/i.test(attributes.replace(/"[^"]*"|'[^']*'/g, '""')),
  );
}

export default {
  meta: {
    type: 'problem',
    docs: { description: "No style attribute: `style-src 'self'` blocks it." },
    messages: {
      attribute:
        'A strict Content-Security-Policy blocks style attributes. Use a class, or element.style.setProperty in updated().',
      styleMap: 'The first render of styleMap is a style attribute, which a strict Content-Security-Policy blocks.',
    },
    schema: [],
  },
  create(context) {
    return {
      TaggedTemplateExpression(node) {
        const markup = markupOf(node, ['html', 'svg']);
        if (markup !== undefined && hasStyleAttribute(markup)) context.report({ node: node.quasi, messageId: 'attribute' });
      },
      'CallExpression[callee.property.name="setAttribute"]'(node) {
        if (String(node.arguments[0]?.value).toLowerCase() === 'style') context.report({ node, messageId: 'attribute' });
      },
      ImportDeclaration(node) {
        if (/^lit(-html)?\/directives\/style-map(\.js)?$/.test(node.source.value))
          context.report({ node, messageId: 'styleMap' });
      },
      ImportSpecifier(node) {
        if (node.imported.name === 'styleMap' && !/style-map/.test(node.parent.source.value)) {
          context.report({ node, messageId: 'styleMap' });
        }
      },
    };
  },
};
