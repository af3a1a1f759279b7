import { cleanJpeg } from './jpeg.js';
import { cleanPng } from './png.js';
import type { MediaType } from './sniff.js';
import { cleanWebp } from './webp.js';

/** An image without what it need not have. */
export interface CleanImage {
  readonly bytes: Buffer;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Why a file is not taken. */
export type MediaFault = 'damaged' | 'too-many-pixels';

/** The most pixels of an image: 50 million, which take 200 MB where somebody looks at it. */
export const mostPixels = 50_000_000;

const cleaners: Readonly<Partial<Record<MediaType, (bytes: Buffer) => CleanImage | undefined>>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
};

/**
 * Takes out of an image what tells of its author (place, camera, time, texts) and everything that is no image at all, such as another file
 * that hangs on to its end. The picture itself is not decoded and stays as it is. A PDF stays whole: of it nothing is promised but its
 * first bytes.
 */
export function cleaned(type: MediaType, bytes: Buffer): { bytes: Buffer } | { fault: MediaFault } {
  const clean = cleaners[type];
  if (!clean) return { bytes };
  const image = clean(bytes);
  if (!image || image.width === 0 || image.height === 0) return { fault: 'damaged' };
  return image.width * image.height > mostPixels ? { fault: 'too-many-pixels' } : { bytes: image.bytes };
}
