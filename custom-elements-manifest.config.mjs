/** Static members that Lit and the platform read; nobody who uses an element does. */
const platformStatics = new Set(['formAssociated', 'shadowRootOptions', 'styles']);

const isPublic = ({ name, privacy }) =>
  privacy !== 'private' && privacy !== 'protected' && !/^[#_]/.test(name) && !platformStatics.has(name);

/** The manifest is the manual of an element, so it lists what its users may touch and leaves out the rest. */
function onlyPublicMembers() {
  return {
    name: 'only-public-members',
    packageLinkPhase({ customElementsManifest }) {
      for (const declaration of customElementsManifest.modules.flatMap(module => module.declarations ?? [])) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
      }
    },
  };
}

export default {
  globs: ['src/components/*/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [onlyPublicMembers()],
};
