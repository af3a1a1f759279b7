export default {
  meta: {
    type: 'suggestion',
    docs: { description: 'Internals start with an underscore, and nothing else does.' },
    messages: {
      internal: '{{name}} is {{accessibility}}: call it _{{name}}.',
      public: '{{name}} is public: call it without the underscore, or make it private.',
    },
    schema: [],
  },
  create(context) {
    const check = (node, key, accessibility = 'public') => {
      // A name that comes from the class above is not ours to choose; `#name` says it by itself.
      if (node.override || key?.type !== 'Identifier' || key.name === 'constructor' || node.computed) return;
      const { name } = key;
      if (accessibility === 'public' && name.startsWith('_')) context.report({ node: key, messageId: 'public', data: { name } });
      if (accessibility !== 'public' && !name.startsWith('_')) {
        context.report({ node: key, messageId: 'internal', data: { name, accessibility } });
      }
    };
    const member = node => check(node, node.key, node.accessibility);
    return {
      PropertyDefinition: member,
      MethodDefinition: member,
      AccessorProperty: member,
      TSAbstractPropertyDefinition: member,
      TSAbstractMethodDefinition: member,
      TSParameterProperty(node) {
        const key = node.parameter.type === 'AssignmentPattern' ? node.parameter.left : node.parameter;
        check(node, key, node.accessibility);
      },
    };
  },
};
