import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The ways in which kept answers are compressed, the better one first. */
export const shrink = {
  br: (body: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body: Buffer): Promise<Buffer> => promisify(gzip)(body, { level: 9 }),
};

export type Encoding = keyof typeof shrink;

const wishes = (['br', 'gzip'] as const).map(
  encoding => [encoding, new RegExp(`(\\b${encoding}\\b|\\*)(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`)] as const,
);

/** How to compress for somebody who takes these encodings (`Accept-Encoding`); not at all where nothing is said. */
export const encodingOf = (accepted = ''): Encoding | undefined => wishes.find(([, wish]) => wish.test(accepted))?.[0];
