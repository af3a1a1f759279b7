import ts from 'typescript';

const settings = ts.getParsedCommandLineOfConfigFile(
  'tsconfig.json',
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} },
);

/** A name for a type, such as `Theme`, and not the type itself. */
const isName = text => /^[A-Z]\w*( \| undefined)?$/.test(text);

/** The strings that a property takes, when it takes nothing else. */
function stringsOf(checker, declaration, property) {
  const member = checker.getTypeAtLocation(declaration).getProperty(property);
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(member));
  const parts = type.isUnion() ? type.types : [type];
  return parts.every(part => part.isStringLiteral()) ? parts.map(({ value }) => `'${value}'`) : [];
}

/**
 * Spells out what may stand in an attribute whose type has a name. Editors offer the values, and they know none of our names. A property
 * without an attribute keeps the name, under which its type can be imported.
 */
export function namedTypes() {
  return {
    name: 'named-types',
    packageLinkPhase({ customElementsManifest: manifest }) {
      const named = manifest.modules.flatMap(({ path, declarations }) =>
        declarations.flatMap(({ name, attributes = [], members = [] }) =>
          attributes.filter(({ type }) => isName(type.text)).map(attribute => ({ path, name, attribute, members })),
        ),
      );
      if (named.length === 0) return;
      const program = ts.createProgram([...new Set(named.map(({ path }) => path))], settings.options);
      for (const { path, name, attribute, members } of named) {
        const declaration = program
          .getSourceFile(path)
          .statements.find(each => ts.isClassDeclaration(each) && each.name.text === name);
        const strings = stringsOf(program.getTypeChecker(), declaration, attribute.fieldName);
        if (strings.length === 0) continue;
        const type = { text: [...strings, ...(attribute.type.text.endsWith('undefined') ? ['undefined'] : [])].join(' | ') };
        attribute.type = type;
        members.find(member => member.name === attribute.fieldName).type = type;
      }
    },
  };
}
