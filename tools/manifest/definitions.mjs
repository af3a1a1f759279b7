/** Notes that a module registers an element: the analyzer knows `customElements.define`, and we call our own `define`. */
export function definitions() {
  return {
    name: 'definitions',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
      const [tag, element] = node.arguments;
      const name = element.getText();
      const module = moduleDoc.path.replace('.define.ts', '.ts');
      moduleDoc.exports ??= [];
      moduleDoc.exports.push({ kind: 'custom-element-definition', name: tag.text, declaration: { name, module } });
    },
  };
}
