/** What stands behind `as const`, `satisfies …` and `!`. */
function bare(node) {
  return ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'].includes(node.type) ? bare(node.expression) : node;
}

const isText = node =>
  (node.type === 'Literal' && typeof node.value === 'string') ||
  (node.type === 'TemplateLiteral' && node.expressions.length === 0);

/** Whether this name is a `const` object of this file whose values are all plain texts. */
function isTextMap(name, scope) {
  for (let around = scope; around; around = around.upper) {
    const variable = around.set.get(name);
    if (!variable) continue;
    const declarator = variable.defs[0]?.node;
    const value =
      declarator?.type === 'VariableDeclarator' && declarator.parent.kind === 'const' && declarator.init && bare(declarator.init);
    return (
      value?.type === 'ObjectExpression' &&
      value.properties.every(entry => entry.type === 'Property' && isText(bare(entry.value)))
    );
  }
  return false;
}

/** Whether every key that this expression can be stands written in this file. */
function isStatic(expression, scope) {
  const node = bare(expression);
  if (isText(node)) return true;
  if (node.type === 'ConditionalExpression') return isStatic(node.consequent, scope) && isStatic(node.alternate, scope);
  if (node.type === 'LogicalExpression') return isStatic(node.left, scope) && isStatic(node.right, scope);
  return node.type === 'MemberExpression' && node.object.type === 'Identifier' && isTextMap(node.object.name, scope);
}

export default {
  meta: {
    type: 'problem',
    docs: { description: 'The key of a text is written out, so that it can be found.' },
    messages: {
      key: 'Write the key of this text out (or look it up in a const object of this file), so that unused and missing keys can be found.',
    },
    schema: [],
  },
  create(context) {
    return {
      CallExpression(node) {
        const called = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee;
        if (!['t', '_t'].includes(called.name)) return;
        const key = node.arguments[0];
        if (key && !isStatic(key, context.sourceCode.getScope(node))) context.report({ node: key, messageId: 'key' });
      },
    };
  },
};
