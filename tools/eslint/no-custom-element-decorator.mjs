export default {
  meta: {
    type: 'problem',
    docs: { description: 'Only define() registers an element.' },
    messages: {
      decorator: '@customElement registers as soon as the class is imported. The define file does it, with define().',
      define: 'customElements.define throws when a second copy is on the page. Use define() from src/internal/define.ts.',
    },
    schema: [],
  },
  create(context) {
    /** `customElements`, or `window.customElements` and its like. */
    const isRegistry = node => (node.type === 'MemberExpression' ? node.property : node).name === 'customElements';
    return {
      Decorator({ expression }) {
        const called = expression.type === 'CallExpression' ? expression.callee : expression;
        if (called.name === 'customElement') context.report({ node: expression, messageId: 'decorator' });
      },
      'CallExpression > MemberExpression.callee[property.name="define"]'(node) {
        if (isRegistry(node.object)) context.report({ node, messageId: 'define' });
      },
    };
  },
};
