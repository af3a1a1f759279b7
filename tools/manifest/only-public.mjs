/** Static members that Lit and the platform read; nobody who uses an element does. */
const platformStatics = new Set(['formAssociated', 'shadowRootOptions', 'styles']);

const isPublic = ({ name, privacy }) =>
  privacy !== 'private' && privacy !== 'protected' && !/^[#_]/.test(name) && !platformStatics.has(name);

/** An element, its events and its registration; the rest of a widget's folder is how it is made. */
const isManual = ({ path, declarations = [] }) =>
  /\.(define|events)\.ts$/.test(path) || declarations.some(({ customElement }) => customElement);

/** The analyzer writes `undefined` once for the `?` and once more for the type. */
const onlyOnce = text => [...new Set(text.split(' | '))].join(' | ');

/** The manifest is the manual of an element, so it lists what its users may touch and leaves out the rest. */
export function onlyPublic() {
  return {
    name: 'only-public',
    packageLinkPhase({ customElementsManifest: manifest }) {
      manifest.modules = manifest.modules.filter(isManual);
      for (const declaration of manifest.modules.flatMap(module => module.declarations)) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        for (const { type } of [...(declaration.members ?? []), ...(declaration.attributes ?? [])]) {
          if (type) type.text = onlyOnce(type.text);
        }
      }
    },
  };
}
