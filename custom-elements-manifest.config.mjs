import { builtPaths } from './tools/manifest/built-paths.mjs';
import { cssProperties } from './tools/manifest/css-properties.mjs';
import { definitions } from './tools/manifest/definitions.mjs';
import { namedTypes } from './tools/manifest/named-types.mjs';
import { onlyPublic } from './tools/manifest/only-public.mjs';

export default {
  globs: ['src/components/*/*.ts', 'src/parts/*.events.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [onlyPublic(), definitions(), namedTypes(), cssProperties(), builtPaths()],
};
