const built = path => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');

/** A class of the platform is in no module; the analyzer looks for it in the one that extends it. */
const platformClasses = new Set(['CustomEvent', 'Event', 'HTMLElement']);

function rewrite(value) {
  if (typeof value !== 'object' || value === null) return;
  for (const key of ['path', 'module']) if (typeof value[key] === 'string') value[key] = built(value[key]);
  if (value.superclass && platformClasses.has(value.superclass.name)) {
    value.superclass = { name: value.superclass.name, package: 'global:' };
  }
  for (const inner of Object.values(value)) rewrite(inner);
}

/** The manifest goes out with the package, so it names the files that are in the package and not the ones that they are made from. */
export function builtPaths() {
  return {
    name: 'built-paths',
    packageLinkPhase({ customElementsManifest }) {
      rewrite(customElementsManifest.modules);
    },
  };
}
