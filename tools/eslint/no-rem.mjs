import { markupOf } from './markup.mjs';

export default {
  meta: {
    type: 'problem',
    docs: { description: 'No rem in the styles of a widget.' },
    messages: { rem: 'Sites set the root font size as they like (62.5 %), so rem is not ours to use. Take em or a token.' },
    schema: [],
  },
  create(context) {
    return {
      TaggedTemplateExpression(node) {
        const styles = markupOf(node, ['css'])?.replace(/\/\*.*?\*\//gs, '');
        // An expression right before the unit counts as its number.
        if (styles !== undefined && /(?<![\w-])(?:[\d.]+|x)rem(?![\w-])/i.test(styles))
          context.report({ node: node.quasi, messageId: 'rem' });
      },
    };
  },
};
